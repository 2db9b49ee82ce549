// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Population

/// A population index mapped into memory, as it was built: residents by row, ready to be searched from any number of
/// tasks.
final class PopulationFile: Sendable {
    let file: MappedFile
    /// The file's bytes; valid while ``file`` lives.
    private nonisolated(unsafe) let base: UnsafeRawBufferPointer
    /// Where the parts lie; inline, as they are asked for all the time.
    private let sections: InlineArray<28, Range<Int>>
    /// The number of residents; rows are 0..<count.
    let count: Int
    /// Tells one index from another: a checksum of the checksums of its parts.
    let version: String
    /// The same as a number.
    let checksum: UInt64
    let pairBits: Int
    /// The comparable names of the places met first, which are mostly the frequent ones.
    private let commonPlaces: [ComparableWord?]
    /// Places whose names are made ready when an index is opened.
    private static let mostCommonPlaces = 1 << 14
    /// How many residents were born in places of each fold, of the common places, and in the least frequent of them.
    let bornByPlace: [[UInt8]: (count: UInt32, least: UInt32)]

    /// The most bytes of a part whose checksum is always computed.
    static let mostBytesVerified = 1 << 26

    /// Maps a file and checks it: header, sizes, words, and the checksums of parts of up to ``mostBytesVerified`` bytes.
    ///
    /// Larger parts were summed as they were written; reading all of a national index takes a minute or more. Rows and
    /// places that point outside their parts, by damage or on purpose, give wrong answers but are never followed.
    ///
    /// - Parameter isVerifying: whether the checksum of every part is computed, which reads the whole file.
    convenience init(path: String, isVerifying: Bool = false) throws(PopulationIndexError) {
        let file = try MappedFile(path)
        try self.init(file, 0..<file.bytes.count, isVerifying: isVerifying)
    }

    /// Reads an index that is a part of a file; at least a header is there.
    init(_ file: MappedFile, _ range: Range<Int>, isVerifying: Bool) throws(PopulationIndexError) {
        self.file = file
        let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[range])
        base = bytes
        let header = try IndexHeader(bytes)
        count = header.count
        pairBits = header.pairBits
        version = header.version
        checksum = header.checksum
        var sections: [Range<Int>] = []
        for section in IndexSection.allCases {
            let range = try header.range(of: section)
            sections.append(range)
            guard isVerifying || range.count <= Self.mostBytesVerified else { continue }
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            guard IndexChecksum.of(part) == header.checksum(of: section) else {
                throw .damaged(part: "\(section)")
            }
        }
        precondition(sections.count == 28, "one place for each part")
        self.sections = InlineArray { sections[$0] }
        let checks = IndexChecks(bytes, sections, count: count, pairBits: pairBits)
        try checks.run()
        commonPlaces = (0..<min(checks.placeCount, Self.mostCommonPlaces)).map {
            PlaceName.comparable(checks.place($0))
        }
        bornByPlace = PopulationFile.born(commonPlaces, bytes, sections)
    }

    /// The comparable name of a place; nil where nothing can be compared.
    func placeName(_ place: Int) -> ComparableWord? {
        if place < commonPlaces.count { return commonPlaces[place] }
        return PlaceName.comparable(text(.placeStarts, .placeBytes, place))
    }

    private static func born(
        _ names: [ComparableWord?], _ bytes: UnsafeRawBufferPointer, _ sections: [Range<Int>]
    ) -> [[UInt8]: (count: UInt32, least: UInt32)] {
        let counts = UnsafeRawBufferPointer(rebasing: bytes[sections[IndexSection.placeCounts.rawValue]])
            .assumingMemoryBound(to: UInt32.self)
        var born: [[UInt8]: (count: UInt32, least: UInt32)] = [:]
        for (name, count) in zip(names, counts) {
            guard let name else { continue }
            let known = born[name.folded] ?? (0, .max)
            born[name.folded] = (known.count &+ count, min(known.least, count))
        }
        return born
    }

    /// The class of a fold; 0 where no resident's name has it.
    func classNumber(_ fold: [UInt8]) -> UInt32 {
        guard !fold.isEmpty else { return 0 }
        let slots = numbers(.foldSlots)
        let starts = numbers(.wordStarts)
        let letters = values(.wordBytes, UInt8.self)
        let facts = numbers(.wordFacts)
        var slot = FoldSlots.slot(FoldSlots.hash(fold), count: slots.count)
        for _ in 0..<slots.count {
            let word = Int(slots[slot])
            guard word != 0, word * 3 < facts.count else { return 0 }
            let theirs = letters[Int(starts[word * 2 + 1])..<Int(starts[word * 2 + 2])]
            if theirs.elementsEqual(fold) { return facts[word * 3 + 1] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }

    /// The same index under a count of references of its own: tasks that share one object wait for each other's counts.
    init(sharing other: PopulationFile) {
        file = other.file
        base = other.base
        sections = other.sections
        count = other.count
        version = other.version
        checksum = other.checksum
        pairBits = other.pairBits
        commonPlaces = other.commonPlaces
        bornByPlace = other.bornByPlace
    }

    /// The bytes of the file.
    var byteCount: Int { base.count }

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
    func nik(row: Int) -> UInt64 { nik(row: row, day: day(row: row)) }

    /// The same for a row whose day is known.
    func nik(row: Int, day: Int) -> UInt64 {
        let packed = number(.niks, row)
        if packed & PackedNIK.oddFlag != 0 { return oddNIK(packed) & ~(1 << 63) }
        guard let date = CivilDate(daysSinceEpoch: day + IndexLayout.firstDay) else { return 0 }
        let region = UInt64(number(.regions, PackedNIK.region(packed)))
        let day = UInt64(date.day + (packed & PackedNIK.femaleFlag != 0 ? 40 : 0))
        return (region * 1_000_000 + day * 10_000 + UInt64(date.month * 100 + date.year % 100)) * 10_000
            + UInt64(PackedNIK.serial(packed))
    }

    /// A number of a part, 0 outside of it.
    @inline(__always)
    private func number(_ section: IndexSection, _ place: Int) -> UInt32 {
        let numbers = numbers(section)
        return place >= 0 && place < numbers.count ? numbers[place] : 0
    }

    /// An odd number and the sex in its highest bit; 0 where the index points nowhere.
    func oddNIK(_ packed: UInt32) -> UInt64 {
        let odd = values(.oddNIKs, UInt64.self)
        let place = Int(packed & ~PackedNIK.oddFlag)
        return place < odd.count ? odd[place] : 0
    }

    func packedNIK(row: Int) -> UInt32 { number(.niks, row) }
    func household(row: Int) -> Int { Int(number(.households, row)) }
    func relationCode(row: Int) -> Int { Int(number(.places, row) & 15) }
    func place(row: Int) -> Int {
        let place = Int(number(.places, row) >> 4)
        return place < numbers(.placeCounts).count ? place : 0
    }
    func region(row: Int) -> Int { Int(number(.regions, home(row: row))) }

    private func home(row: Int) -> Int {
        let homes = values(.homes, UInt16.self)
        return row < homes.count ? Int(homes[row]) : 0
    }

    /// The place whose name is that of the regency where a row lives.
    func regencyPlace(home row: Int) -> Int? { regencyPlace(region: home(row: row)) }

    /// The place whose name is that of the regency in a row's number; nil for odd numbers.
    func regencyPlace(nik row: Int) -> Int? {
        let packed = number(.niks, row)
        return packed & PackedNIK.oddFlag != 0 ? nil : regencyPlace(region: PackedNIK.region(packed))
    }

    /// The place that the regency of a region code is named by.
    func regencyPlace(code: Int) -> Int? { regionIndex(code).flatMap { regencyPlace(region: $0) } }

    /// Gives the letters of all words, and of how many residents' names each is.
    func forEachWord(_ body: (_ letters: Slice<UnsafeBufferPointer<UInt8>>, _ residents: UInt32) -> Void) {
        let starts = numbers(.wordStarts)
        let letters = values(.wordBytes, UInt8.self)
        let facts = numbers(.wordFacts)
        for word in 1..<max(1, facts.count / 3) {
            body(letters[Int(starts[word * 2])..<Int(starts[word * 2 + 1])], facts[word * 3 + 2])
        }
    }

    private func regencyPlace(region: Int) -> Int? {
        let places = numbers(.regionPlaces)
        guard region < places.count, places[region] != .max else { return nil }
        return Int(places[region])
    }

    /// The rows of a household's members.
    func members(household: Int) -> UnsafeBufferPointer<UInt32> { list(.memberStarts, .members, household) }

    /// The rows of a household's members that are rows of this index.
    func memberRows(household: Int) -> [Int] {
        members(household: household).map { Int($0) }.filter { $0 < count }
    }

    /// The rows of a bucket of pairs.
    func pairRows(bucket: Int) -> UnsafeBufferPointer<UInt32> { list(.pairStarts, .pairRows, bucket) }

    /// Those of a bucket's rows that lie in a range of rows of this index.
    func pairRows(bucket: Int, in range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
        let rows = pairRows(bucket: bucket)
        func place(_ row: Int) -> Int {
            var low = 0
            var high = rows.count
            while low < high {
                let middle = (low + high) / 2
                if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
            }
            return low
        }
        guard !rows.isEmpty, !range.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
        let low = place(range.lowerBound)
        // What is sorted wrongly is not followed.
        return UnsafeBufferPointer(rebasing: rows[low..<max(low, place(range.upperBound))])
    }

    /// One of the lists that lie in a part behind each other; empty where it lies outside.
    @inline(__always)
    private func list(_ starts: IndexSection, _ rows: IndexSection, _ place: Int) -> UnsafeBufferPointer<UInt32> {
        let starts = numbers(starts)
        let rows = numbers(rows)
        guard place >= 0, place + 1 < starts.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let (low, high) = (Int(starts[place]), Int(starts[place + 1]))
        guard low <= high, high <= rows.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: rows[low..<high])
    }

    func text(_ starts: IndexSection, _ bytes: IndexSection, _ index: Int) -> UnsafeBufferPointer<UInt8> {
        let offsets = numbers(starts)
        return UnsafeBufferPointer(
            rebasing: values(bytes, UInt8.self)[Int(offsets[index])..<Int(offsets[index + 1])])
    }

    /// The tokens of a row's own name and of its father's.
    func tokens(row: Int, _ body: (_ token: Int, _ isFather: Bool) -> Void) {
        var cursor = NameCursor()
        NameStream(
            names: values(.names, UInt8.self), starts: numbers(.nameStarts), tokenCount: numbers(.tokenWords).count
        ).tokens(row: row, &cursor, body)
    }

    /// The number of a family card, or nil.
    func household(card: UInt64) -> Int? {
        let cards = values(.cards, UInt64.self)
        var low = 0
        var high = cards.count
        while low < high {
            let middle = (low + high) / 2
            if cards[middle] < card { low = middle + 1 } else { high = middle }
        }
        return low < cards.count && cards[low] == card ? low : nil
    }

    /// The family card of a household; nil where there is none of that number.
    func cardNumber(household: Int) -> UInt64? {
        let cards = values(.cards, UInt64.self)
        return cards.indices.contains(household) ? cards[household] : nil
    }

    /// How many family cards there are.
    var cardCount: Int { values(.cards, UInt64.self).count }

    /// The resident of a row byte for byte, as an index is built from; nil where there is none.
    func extracted(row: Int) -> ExtractedResident? {
        guard resident(row: row) != nil, let card = cardNumber(household: household(row: row)) else { return nil }
        var name: [UInt8] = []
        var father: [UInt8] = []
        var (isNamed, hasFather) = (false, false)
        tokens(row: row) { token, isFather in
            let word = text(.tokenStarts, .tokenBytes, token)
            if isFather {
                if hasFather { father.append(0x20) }
                hasFather = true
                father.append(contentsOf: word)
            } else {
                if isNamed { name.append(0x20) }
                isNamed = true
                name.append(contentsOf: word)
            }
        }
        return ExtractedResident(
            nik: nik(row: row), card: card, day: day(row: row), isFemale: isFemale(row: row),
            relation: UInt8(relationCode(row: row)), region: region(row: row), name: name, father: father,
            place: Array(text(.placeStarts, .placeBytes, place(row: row))))
    }

    /// What the registry says of the resident of a row, letter for letter.
    func resident(row: Int) -> IndexedResident? {
        guard (0..<count).contains(row), let date = birthDate(row: row),
            let nik = try? NIK(parsing: Self.sixteen(nik(row: row))),
            let card = card(row: row),
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

    private func card(row: Int) -> FamilyCardNumber? {
        let cards = values(.cards, UInt64.self)
        let household = household(row: row)
        return household < cards.count ? FamilyCardNumber(parsing: Self.sixteen(cards[household])) : nil
    }

    static func sixteen(_ value: UInt64) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
    }
}
