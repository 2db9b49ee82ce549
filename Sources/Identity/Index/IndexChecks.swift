// SPDX-License-Identifier: Apache-2.0

/// What must hold of an index's parts so that nothing is read outside of them, checksums being right or not.
///
/// Looked at here is what grows with words and places, not with residents; what is kept of each resident is checked as it
/// is read.
struct IndexChecks {
    private let bytes: UnsafeRawBufferPointer
    private let sections: [Range<Int>]
    private let count: Int
    private let pairBits: Int

    init(_ bytes: UnsafeRawBufferPointer, _ sections: [Range<Int>], count: Int, pairBits: Int) {
        self.bytes = bytes
        self.sections = sections
        self.count = count
        self.pairBits = pairBits
    }

    private func part<Element>(_ section: IndexSection, _: Element.Type) -> UnsafeBufferPointer<Element> {
        UnsafeRawBufferPointer(rebasing: bytes[sections[section.rawValue]]).assumingMemoryBound(to: Element.self)
    }

    private func numbers(_ section: IndexSection) -> UnsafeBufferPointer<UInt32> { part(section, UInt32.self) }

    var placeCount: Int { numbers(.placeCounts).count }

    func place(_ place: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        let starts = numbers(.placeStarts)
        return part(.placeBytes, UInt8.self)[Int(starts[place])..<Int(starts[place + 1])]
    }

    func run() throws(PopulationIndexError) {
        try checkSizes()
        try require(.days, isRising(.days, upTo: count) && numbers(.days)[0] == 0)
        try require(.days, Int(numbers(.days)[IndexLayout.dayCount]) == count)
        try require(.regions, numbers(.regions).allSatisfy { $0 < 1_000_000 })
        try require(.tokenStarts, isRising(.tokenStarts, upTo: part(.tokenBytes, UInt8.self).count))
        try require(.placeStarts, isRising(.placeStarts, upTo: part(.placeBytes, UInt8.self).count))
        let places = placeCount
        try require(.regionPlaces, numbers(.regionPlaces).allSatisfy { $0 == .max || Int($0) < places })
        try checkWords()
    }

    private func checkWords() throws(PopulationIndexError) {
        let words = numbers(.wordFacts).count / 3
        let starts = numbers(.wordStarts)
        try require(.wordStarts, isRising(.wordStarts, upTo: part(.wordBytes, UInt8.self).count))
        for at in 0..<starts.count - 1 {
            try require(.wordStarts, starts[at + 1] - starts[at] <= UInt32(NameLimits.letters))
        }
        try require(.wordBytes, part(.wordBytes, UInt8.self).allSatisfy { $0 &- 65 < 26 })
        let facts = numbers(.wordFacts)
        let classes = numbers(.classCounts).count
        for word in 0..<words { try require(.wordFacts, Int(facts[word * 3 + 1]) < classes) }
        try require(
            .tokenWords, numbers(.tokenWords).allSatisfy { Int($0 & ~WordFactsBuilder.titleFlag) < words })
    }

    private func checkSizes() throws(PopulationIndexError) {
        let words = sections[IndexSection.wordFacts.rawValue].count / 12
        let slots = sections[IndexSection.foldSlots.rawValue].count / 4
        let sizes: [(section: IndexSection, bytes: Int)] = [
            (.days, (IndexLayout.dayCount + 1) * 4), (.niks, count * 4), (.homes, count * 2), (.places, count * 4),
            (.signatures, count * 4), (.households, count * 4), (.members, count * 4),
            (.nameStarts, (count + IndexLayout.nameStride - 1) / IndexLayout.nameStride * 4),
            (.pairStarts, ((1 << pairBits) + 1) * 4),
            (.memberStarts, (sections[IndexSection.cards.rawValue].count / 8 + 1) * 4),
            (.tokenWords, sections[IndexSection.tokenStarts.rawValue].count - 4),
            (.placeCounts, sections[IndexSection.placeStarts.rawValue].count - 4),
            (.regionPlaces, sections[IndexSection.regions.rawValue].count), (.wordFacts, words * 12),
            (.wordStarts, words * 8 + 8), (.foldSlots, slots * 4),
        ]
        for (section, bytes) in sizes { try require(section, sections[section.rawValue].count == bytes) }
        try require(.wordFacts, words > 0)
        try require(.placeCounts, placeCount > 0)
        try require(.foldSlots, slots >= 4 && slots.nonzeroBitCount == 1)
        try require(.oddOrder, sections[IndexSection.oddOrder.rawValue].count % 16 == 0)
    }

    private func isRising(_ section: IndexSection, upTo most: Int) -> Bool {
        let starts = numbers(section)
        guard let last = starts.last, Int(last) <= most else { return false }
        for at in 0..<starts.count - 1 where starts[at] > starts[at + 1] { return false }
        return true
    }

    private func require(_ section: IndexSection, _ holds: Bool) throws(PopulationIndexError) {
        guard holds else { throw .damaged(part: "\(section)") }
    }
}
