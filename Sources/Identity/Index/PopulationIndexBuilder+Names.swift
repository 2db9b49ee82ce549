// SPDX-License-Identifier: Apache-2.0

extension PopulationIndexBuilder {
    /// Writes printed tokens in their order, words and places.
    func writeNames(
        _ writer: inout IndexFileWriter, _ order: [Int], _ placeOrder: [Int],
        _ facts: WordFactsBuilder,
        _ frequencies: BorrowedFrequencies? = nil
    ) throws(PopulationIndexError) {
        try writeTexts(&writer, .tokenStarts, .tokenBytes, order.map { tokens.string($0) })
        try writer.add(.tokenWords, order.map { facts.tokenWords[$0] })
        try writeWords(&writer, facts, frequencies)
        try writeTexts(&writer, .placeStarts, .placeBytes, placeOrder.map { places.string($0) })
        let counts = frequencies?.placeCounts ?? places.counts
        try writer.add(.placeCounts, placeOrder.map { counts[$0] })
    }

    private func writeTexts(
        _ writer: inout IndexFileWriter, _ starts: IndexSection, _ bytes: IndexSection, _ texts: [ArraySlice<UInt8>]
    ) throws(PopulationIndexError) {
        var offsets: [UInt32] = [0]
        var all: [UInt8] = []
        for text in texts {
            all.append(contentsOf: text)
            offsets.append(UInt32(all.count))
        }
        try writer.add(starts, offsets)
        try writer.add(bytes, all)
    }

    private func writeWords(
        _ writer: inout IndexFileWriter, _ facts: WordFactsBuilder, _ frequencies: BorrowedFrequencies?
    ) throws(PopulationIndexError) {
        var counts = [UInt32](repeating: 0, count: facts.words.count)
        var classCounts = [UInt32](repeating: 0, count: facts.classCount)
        for (token, word) in facts.tokenWords.enumerated() where token < tokenUses.count {
            counts[Int(word & ~WordFactsBuilder.titleFlag)] &+= tokenUses[token]
        }
        for (word, count) in counts.enumerated() { classCounts[Int(facts.classes[word])] &+= count }
        if let frequencies { (counts, classCounts) = (frequencies.wordCounts, frequencies.classCounts) }
        var starts: [UInt32] = []
        var bytes: [UInt8] = []
        var numbers: [UInt32] = []
        for (index, word) in facts.words.enumerated() {
            guard bytes.count < Int(UInt32.max) - 128 else {
                throw .tooMany(what: "letters of words", limit: Int(UInt32.max))
            }
            starts.append(UInt32(bytes.count))
            bytes.append(contentsOf: word.letters)
            starts.append(UInt32(bytes.count))
            bytes.append(contentsOf: word.folded)
            numbers += [word.kin, facts.classes[index], counts[index]]
        }
        starts += [UInt32(bytes.count), UInt32(bytes.count)]
        try writer.add(.wordStarts, starts)
        try writer.add(.wordBytes, bytes)
        try writer.add(.wordFacts, numbers)
        try writer.add(.classCounts, classCounts)
        try writer.add(.foldSlots, FoldSlots.table(facts.words.map(\.folded)))
    }
}
