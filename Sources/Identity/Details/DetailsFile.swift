// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file of details mapped into memory. Nothing that looks for residents or weighs candidates reads it.
final class DetailsFile: Sendable {
    private let file: MappedFile
    /// The bytes of the details; valid while ``file`` lives.
    private nonisolated(unsafe) let base: UnsafeRawBufferPointer
    private let sections: [Range<Int>]
    /// How many residents it has details of.
    let count: Int
    let version: String

    /// Checks header, sizes, words, and the checksums of parts of up to ``PopulationFile/mostBytesVerified`` bytes; every
    /// record is checked as it is read.
    ///
    /// - Parameters:
    ///   - range: where the details lie in the file.
    ///   - isVerifying: whether the checksum of every part is computed, which reads the whole file.
    init(_ file: MappedFile, _ range: Range<Int>, isVerifying: Bool) throws(PopulationIndexError) {
        self.file = file
        let base = UnsafeRawBufferPointer(rebasing: file.bytes[range])
        self.base = base
        let header = try DetailsHeader(base)
        count = header.count
        version = header.version
        var sections: [Range<Int>] = []
        for section in DetailsSection.allCases {
            let range = try header.range(of: section)
            sections.append(range)
            guard isVerifying || range.count <= PopulationFile.mostBytesVerified else { continue }
            let part = UnsafeRawBufferPointer(rebasing: base[range])
            guard IndexChecksum.of(part) == header.checksum(of: section) else {
                throw .damagedCompanion(.details, part: "\(section)")
            }
        }
        self.sections = sections
        func require(_ section: DetailsSection, _ holds: Bool) throws(PopulationIndexError) {
            guard holds else { throw .damagedCompanion(.details, part: "\(section)") }
        }
        try require(.niks, sections[DetailsSection.niks.rawValue].count == count * 8)
        try require(.places, sections[DetailsSection.places.rawValue].count == count * 4)
        let starts = numbers(.wordStarts)
        try require(.wordStarts, sections[DetailsSection.wordStarts.rawValue].count % 4 == 0 && !starts.isEmpty)
        try require(.wordStarts, starts.count <= DetailWords.mostWords + 1)
        for at in 0..<starts.count - 1 { try require(.wordStarts, starts[at] <= starts[at + 1]) }
        try require(.wordStarts, Int(starts[starts.count - 1]) <= sections[DetailsSection.words.rawValue].count)
    }

    /// The details that belong to an index; nil where there are none.
    ///
    /// An index that is replaced takes its place after its details, which wait under another name for an instant, or until
    /// the next time if the program was stopped there.
    ///
    /// - Parameter index: the header checksum of the index.
    convenience init?(beside path: String, index: UInt64, isVerifying: Bool = false) throws(PopulationIndexError) {
        guard let file = try DetailsFile.mapped(beside: path, index: index) else { return nil }
        try self.init(file, 0..<file.bytes.count, isVerifying: isVerifying)
    }

    /// The version of the details that lie beside an index now; nil where there are none.
    static func version(beside path: String, index: UInt64) throws(PopulationIndexError) -> String? {
        guard let file = try mapped(beside: path, index: index) else { return nil }
        return try withExtendedLifetime(file) { () throws(PopulationIndexError) in
            try DetailsHeader(file.bytes).version
        }
    }

    private static func mapped(beside path: String, index: UInt64) throws(PopulationIndexError) -> MappedFile? {
        var refusal: PopulationIndexError?
        for name in [DetailsLayout.path(beside: path), DetailsLayout.waitingPath(beside: path)] {
            guard access(name, F_OK) == 0 else { continue }
            do throws(PopulationIndexError) {
                let file = try MappedFile(name)
                if try DetailsHeader(file.bytes).index == index { return file }
                throw .foreignCompanion(.details)
            } catch {
                // What waits counts only where it belongs to the index.
                guard name == DetailsLayout.path(beside: path) else { continue }
                refusal = error == .notAnIndex ? .damagedCompanion(.details, part: "length") : error
            }
        }
        if let refusal { throw refusal }
        return nil
    }

    private func values<Element>(_ section: DetailsSection, _: Element.Type) -> UnsafeBufferPointer<Element> {
        UnsafeRawBufferPointer(rebasing: base[sections[section.rawValue]]).assumingMemoryBound(to: Element.self)
    }

    private func numbers(_ section: DetailsSection) -> UnsafeBufferPointer<UInt32> { values(section, UInt32.self) }

    /// The details of a number; nil where there are none.
    func details(nik: UInt64) throws(PopulationIndexError) -> ExtractedDetails? {
        let niks = values(.niks, UInt64.self)
        var low = 0
        var high = niks.count
        while low < high {
            let middle = (low + high) / 2
            if niks[middle] < nik { low = middle + 1 } else { high = middle }
        }
        guard low < niks.count, niks[low] == nik else { return nil }
        return try details(at: low)
    }

    /// Gives all details in the order of their numbers.
    func forEach(
        _ body: (UInt64, ExtractedDetails) throws(PopulationIndexError) -> Void
    ) throws(PopulationIndexError) {
        let niks = values(.niks, UInt64.self)
        for place in niks.indices { try body(niks[place], try details(at: place)) }
    }

    private func details(at place: Int) throws(PopulationIndexError) -> ExtractedDetails {
        let payload = UnsafeRawBufferPointer(rebasing: base[sections[DetailsSection.payload.rawValue]])
        let starts = numbers(.wordStarts)
        let words = values(.words, UInt8.self)
        let details = DetailsRecord.details(
            payload, at: Int(numbers(.places)[place]) * DetailsLayout.unit, nik: values(.niks, UInt64.self)[place]
        ) { word in
            guard word < starts.count - 1 else { return nil }
            return UnsafeBufferPointer(rebasing: words[Int(starts[word])..<Int(starts[word + 1])])
        }
        guard let details else { throw .damagedCompanion(.details, part: "payload") }
        return details
    }
}
