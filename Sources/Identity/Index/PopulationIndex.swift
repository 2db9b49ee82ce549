// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Population

/// A population index file mapped into memory: residents by row, ready to be searched from any number of tasks.
public final class PopulationIndex: Sendable {
    let file: MappedFile
    /// The file's bytes; valid while ``file`` lives.
    private nonisolated(unsafe) let base: UnsafeRawBufferPointer
    /// Where the parts lie; inline, as they are asked for all the time.
    private let sections: InlineArray<27, Range<Int>>
    /// The number of residents; rows are 0..<count.
    public let count: Int
    /// Tells one index from another: a checksum of the checksums of its parts.
    public let version: String
    let pairBits: Int
    /// Classes of equal folds by a hash of the fold.
    private let classes: [UInt64: UInt32]
    /// The comparable name of each place; nil where nothing can be compared.
    let placeNames: [ComparableWord?]
    /// How many residents were born in places of each fold.
    let bornByPlace: [[UInt8]: UInt32]

    /// Maps a file and checks it.
    ///
    /// - Parameter isVerifying: whether the checksum of every part is computed, which reads the whole file.
    public init(path: String, isVerifying: Bool = true) throws(PopulationIndexError) {
        file = try MappedFile(path)
        let bytes = file.bytes
        base = bytes
        func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
        guard number(0) == IndexLayout.magic else { throw .notAnIndex }
        guard number(1) == UInt64(IndexLayout.version) else {
            throw .otherVersion(found: UInt32(truncatingIfNeeded: number(1)))
        }
        let header = UnsafeRawBufferPointer(rebasing: bytes[0..<IndexLayout.headerBytes - 8])
        guard number(511) == IndexLayout.checksum(header) else { throw .damaged(part: "header") }
        guard number(3) == UInt64(bytes.count) else {
            throw .truncated(expectedBytes: Int(clamping: number(3)), foundBytes: bytes.count)
        }
        // Families of names are numbers of the program's tables.
        guard number(4) == UInt64(WordKin.fingerprint) else { throw .otherVersion(found: IndexLayout.version) }
        count = Int(number(2))
        var sections: [Range<Int>] = []
        for section in IndexSection.allCases {
            let start = Int(clamping: number(8 + section.rawValue * 3))
            let length = Int(clamping: number(9 + section.rawValue * 3))
            guard start <= bytes.count, length <= bytes.count - start else { throw .damaged(part: "\(section)") }
            sections.append(start..<start + length)
            guard isVerifying else { continue }
            let part = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
            guard IndexLayout.checksum(part) == number(10 + section.rawValue * 3) else {
                throw .damaged(part: "\(section)")
            }
        }
        precondition(sections.count == 27, "one place for each part")
        self.sections = InlineArray { sections[$0] }
        version = String(number(511), radix: 16)
        classes = PopulationIndex.classTable(bytes, sections)
        placeNames = PopulationIndex.placeNames(bytes, sections)
        bornByPlace = PopulationIndex.born(placeNames, bytes, sections)
        pairBits = PairHash.bits(residents: count)
        guard sections[IndexSection.niks.rawValue].count == count * 4,
            sections[IndexSection.days.rawValue].count == (IndexLayout.dayCount + 1) * 4,
            sections[IndexSection.pairStarts.rawValue].count == ((1 << pairBits) + 1) * 4
        else { throw .damaged(part: "sizes") }
    }

    private static func classTable(_ bytes: UnsafeRawBufferPointer, _ sections: [Range<Int>]) -> [UInt64: UInt32] {
        func part<Element>(_ section: IndexSection, _: Element.Type) -> UnsafeBufferPointer<Element> {
            UnsafeRawBufferPointer(rebasing: bytes[sections[section.rawValue]]).assumingMemoryBound(to: Element.self)
        }
        let starts = part(.wordStarts, UInt32.self)
        let letters = part(.wordBytes, UInt8.self)
        let facts = part(.wordFacts, UInt32.self)
        var table: [UInt64: UInt32] = [:]
        table.reserveCapacity(facts.count / 3)
        for word in 0..<facts.count / 3 where word > 0 {
            let fold = letters[Int(starts[word * 2 + 1])..<Int(starts[word * 2 + 2])]
            table[hash(fold)] = facts[word * 3 + 1]
        }
        return table
    }

    private static func placeNames(_ bytes: UnsafeRawBufferPointer, _ sections: [Range<Int>]) -> [ComparableWord?] {
        let starts = UnsafeRawBufferPointer(rebasing: bytes[sections[IndexSection.placeStarts.rawValue]])
            .assumingMemoryBound(to: UInt32.self)
        let letters = UnsafeRawBufferPointer(rebasing: bytes[sections[IndexSection.placeBytes.rawValue]])
        return (0..<max(0, starts.count - 1)).map {
            PlaceName.comparable(letters[Int(starts[$0])..<Int(starts[$0 + 1])])
        }
    }

    private static func born(
        _ names: [ComparableWord?], _ bytes: UnsafeRawBufferPointer, _ sections: [Range<Int>]
    ) -> [[UInt8]: UInt32] {
        let counts = UnsafeRawBufferPointer(rebasing: bytes[sections[IndexSection.placeCounts.rawValue]])
            .assumingMemoryBound(to: UInt32.self)
        var born: [[UInt8]: UInt32] = [:]
        for (name, count) in zip(names, counts) {
            if let name { born[name.folded, default: 0] &+= count }
        }
        return born
    }

    private static func hash(_ fold: some Sequence<UInt8>) -> UInt64 {
        fold.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x1000_0000_01B3 }
    }

    /// The class of a fold; 0 where no resident's name has it.
    func classNumber(_ fold: [UInt8]) -> UInt32 { fold.isEmpty ? 0 : classes[Self.hash(fold)] ?? 0 }

    /// The same index under a count of references of its own: tasks that share one object wait for each other's counts.
    public init(sharing other: PopulationIndex) {
        file = other.file
        base = other.base
        sections = other.sections
        count = other.count
        version = other.version
        pairBits = other.pairBits
        classes = other.classes
        placeNames = other.placeNames
        bornByPlace = other.bornByPlace
    }

    /// The bytes of the file.
    public var byteCount: Int { file.bytes.count }

    // MARK: Parts

    @inline(__always)
    func values<Element: BitwiseCopyable>(_ section: IndexSection, _: Element.Type) -> UnsafeBufferPointer<Element> {
        UnsafeRawBufferPointer(rebasing: base[sections[section.rawValue]]).assumingMemoryBound(to: Element.self)
    }

    @inline(__always)
    func numbers(_ section: IndexSection) -> UnsafeBufferPointer<UInt32> { values(section, UInt32.self) }

    /// The rows of a day counted from ``IndexLayout/firstDay``; none outside.
    func rows(day: Int) -> Range<Int> { rows(days: day..<day + 1) }

    /// The rows of some days.
    func rows(days: Range<Int>) -> Range<Int> {
        let starts = numbers(.days)
        let low = min(max(days.lowerBound, 0), IndexLayout.dayCount)
        let high = min(max(days.upperBound, low), IndexLayout.dayCount)
        return Int(starts[low])..<Int(starts[high])
    }

    // MARK: Residents

    /// The birth date of a row, in days from ``IndexLayout/firstDay``.
    func day(row: Int) -> Int {
        let starts = numbers(.days)
        var low = 0
        var high = IndexLayout.dayCount
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= row { low = middle } else { high = middle }
        }
        return low
    }

    func birthDate(row: Int) -> CivilDate? { CivilDate(daysSinceEpoch: day(row: row) + IndexLayout.firstDay) }

    /// The sixteen digits of a row's number.
    func nik(row: Int) -> UInt64 {
        let packed = numbers(.niks)[row]
        if packed & PackedNIK.oddFlag != 0 {
            return values(.oddNIKs, UInt64.self)[Int(packed & ~PackedNIK.oddFlag)] & ~(1 << 63)
        }
        guard let date = birthDate(row: row) else { return 0 }
        let region = UInt64(numbers(.regions)[PackedNIK.region(packed)])
        let day = UInt64(date.day + (packed & PackedNIK.femaleFlag != 0 ? 40 : 0))
        return (region * 1_000_000 + day * 10_000 + UInt64(date.month * 100 + date.year % 100)) * 10_000
            + UInt64(PackedNIK.serial(packed))
    }

    func household(row: Int) -> Int { Int(numbers(.households)[row]) }
    func relationCode(row: Int) -> Int { Int(numbers(.places)[row] & 15) }
    func place(row: Int) -> Int { Int(numbers(.places)[row] >> 4) }
    func region(row: Int) -> Int { Int(numbers(.regions)[Int(values(.homes, UInt16.self)[row])]) }

    /// The place whose name is that of the regency where a row lives.
    func regencyPlace(home row: Int) -> Int? { regencyPlace(region: Int(values(.homes, UInt16.self)[row])) }

    /// The place whose name is that of the regency in a row's number; nil for odd numbers.
    func regencyPlace(nik row: Int) -> Int? {
        let packed = numbers(.niks)[row]
        return packed & PackedNIK.oddFlag != 0 ? nil : regencyPlace(region: PackedNIK.region(packed))
    }

    private func regencyPlace(region: Int) -> Int? {
        let place = numbers(.regionPlaces)[region]
        return place == .max ? nil : Int(place)
    }

    /// The rows of a household's members.
    func members(household: Int) -> UnsafeBufferPointer<UInt32> {
        let starts = numbers(.memberStarts)
        return UnsafeBufferPointer(rebasing: numbers(.members)[Int(starts[household])..<Int(starts[household + 1])])
    }

    func text(_ starts: IndexSection, _ bytes: IndexSection, _ index: Int) -> UnsafeBufferPointer<UInt8> {
        let offsets = numbers(starts)
        return UnsafeBufferPointer(
            rebasing: values(bytes, UInt8.self)[Int(offsets[index])..<Int(offsets[index + 1])])
    }

    /// The tokens of a row's own name and of its father's.
    func tokens(row: Int, _ body: (_ token: Int, _ isFather: Bool) -> Void) {
        let stream = values(.names, UInt8.self)
        var at = Int(numbers(.nameStarts)[row / IndexLayout.nameStride])
        for _ in 0..<row % IndexLayout.nameStride {
            var left = Int(stream[at] & 15) + Int(stream[at] >> 4)
            at += 1
            while left > 0 {
                if stream[at] < 128 { left -= 1 }
                at += 1
            }
        }
        let own = Int(stream[at] & 15)
        let total = own + Int(stream[at] >> 4)
        at += 1
        for index in 0..<total {
            var value = 0
            var shift = 0
            while stream[at] >= 128 {
                value |= Int(stream[at] & 127) << shift
                shift += 7
                at += 1
            }
            value |= Int(stream[at]) << shift
            at += 1
            body(value, index >= own)
        }
    }

    /// What the registry says of the resident of a row, letter for letter.
    public func resident(row: Int) -> IndexedResident? {
        guard (0..<count).contains(row), let date = birthDate(row: row),
            let nik = try? NIK(parsing: Self.sixteen(nik(row: row))),
            let card = FamilyCardNumber(
                parsing: Self.sixteen(values(.cards, UInt64.self)[household(row: row)])),
            let relation = Relation(rawValue: relationCode(row: row)), let region = RegionCode(value: region(row: row))
        else { return nil }
        var own: [String] = []
        var father: [String] = []
        tokens(row: row) { token, isFather in
            let word = String(decoding: text(.tokenStarts, .tokenBytes, token), as: UTF8.self)
            if isFather { father.append(word) } else { own.append(word) }
        }
        return IndexedResident(
            nik: nik, familyCard: card, name: own.joined(separator: " "),
            birthPlace: String(decoding: text(.placeStarts, .placeBytes, place(row: row)), as: UTF8.self),
            birthDate: date, sex: isFemale(row: row) ? .female : .male, relation: relation,
            fatherName: father.joined(separator: " "), region: region)
    }

    static func sixteen(_ value: UInt64) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
    }
}

/// One person of the civil registry as the index keeps them.
public struct IndexedResident: Hashable, Sendable {
    public let nik: NIK
    public let familyCard: FamilyCardNumber
    public let name: String
    public let birthPlace: String
    public let birthDate: CivilDate
    public let sex: Sex
    public let relation: Relation
    public let fatherName: String
    public let region: RegionCode
}
