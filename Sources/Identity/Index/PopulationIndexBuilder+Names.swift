// SPDX-License-Identifier: Apache-2.0

extension PopulationIndexBuilder {
    func writeNames(
        _ writer: inout IndexFileWriter, _ order: [UInt32], _ facts: WordFactsBuilder
    ) throws(PopulationIndexError) {
        // Frequent tokens get small numbers, which take one byte.
        let ranked = (0..<tokens.count).sorted { (tokens.counts[$1], $0) < (tokens.counts[$0], $1) }
        var rank = [UInt32](repeating: 0, count: ranked.count)
        for (place, token) in ranked.enumerated() { rank[token] = UInt32(place) }
        var starts: [UInt32] = []
        var stream: [UInt8] = []
        stream.reserveCapacity(order.count * 10)
        for (place, index) in order.enumerated() {
            if place % IndexLayout.nameStride == 0 {
                guard let start = UInt32(exactly: stream.count) else {
                    throw .tooMany(what: "bytes of names", limit: Int(UInt32.max))
                }
                starts.append(start)
            }
            let row = rows[Int(index)]
            stream.append(row.nameCount | row.fatherCount << 4)
            for position in row.firstToken..<row.firstToken + Int(row.nameCount) + Int(row.fatherCount) {
                var value = rank[Int(tokenStream[position])]
                while value >= 128 {
                    stream.append(UInt8(value & 127) | 128)
                    value >>= 7
                }
                stream.append(UInt8(value))
            }
        }
        // Room to read ahead.
        stream.append(contentsOf: [0, 0, 0, 0, 0, 0, 0, 0])
        try writer.add(.nameStarts, starts)
        try writer.add(.names, stream)
        try writeTexts(&writer, .tokenStarts, .tokenBytes, ranked.map { tokens.string($0) })
        try writer.add(.tokenWords, ranked.map { facts.tokenWords[$0] })
        try writeWords(&writer, facts)
        try writeTexts(&writer, .placeStarts, .placeBytes, (0..<places.count).map { places.string($0) })
        try writer.add(.placeCounts, places.counts)
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

    private func writeWords(_ writer: inout IndexFileWriter, _ facts: WordFactsBuilder) throws(PopulationIndexError) {
        var counts = [UInt32](repeating: 0, count: facts.words.count)
        var classCounts = [UInt32](repeating: 0, count: facts.classCount)
        for (token, word) in facts.tokenWords.enumerated() where token < tokenUses.count {
            counts[Int(word & ~WordFactsBuilder.titleFlag)] += tokenUses[token]
        }
        for (word, count) in counts.enumerated() { classCounts[Int(facts.classes[word])] += count }
        var starts: [UInt32] = []
        var bytes: [UInt8] = []
        var numbers: [UInt32] = []
        for (index, word) in facts.words.enumerated() {
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
    }

    /// The classes of a resident's words: titles only where there is nothing else.
    private func classes(_ row: Gathered, _ facts: WordFactsBuilder, _ into: inout [UInt32]) {
        into.removeAll(keepingCapacity: true)
        for isTitleWanted in [false, true] where into.isEmpty {
            for position in row.firstToken..<row.firstToken + Int(row.nameCount) {
                let word = facts.tokenWords[Int(tokenStream[position])]
                guard word != 0, isTitleWanted || word & WordFactsBuilder.titleFlag == 0 else { continue }
                let found = facts.classes[Int(word & ~WordFactsBuilder.titleFlag)]
                if !into.contains(found) { into.append(found) }
            }
        }
    }

    /// The class of the first word of the father's name that is no title.
    private func fatherClass(_ row: Gathered, _ facts: WordFactsBuilder) -> UInt32? {
        let start = row.firstToken + Int(row.nameCount)
        for position in start..<start + Int(row.fatherCount) {
            let word = facts.tokenWords[Int(tokenStream[position])]
            if word != 0, word & WordFactsBuilder.titleFlag == 0 { return facts.classes[Int(word)] }
        }
        return nil
    }

    func writePairs(
        _ writer: inout IndexFileWriter, _ order: [UInt32], _ facts: WordFactsBuilder
    ) throws(PopulationIndexError) {
        var signatures: [UInt32] = []
        signatures.reserveCapacity(order.count)
        let bits = PairHash.bits(residents: order.count)
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        var pairs: [UInt64] = []
        pairs.reserveCapacity(order.count * 2)
        var found: [UInt32] = []
        for (place, index) in order.enumerated() {
            let row = rows[Int(index)]
            classes(row, facts, &found)
            var signature = found.reduce(0) { $0 | PairHash.signature($1) }
            func add(_ first: UInt32, _ second: UInt32) {
                let bucket = PairHash.bucket(first, second, bits: bits)
                starts[bucket + 1] += 1
                pairs.append(UInt64(bucket) << 32 | UInt64(place))
            }
            PairHash.forEachPair(found, add)
            // Who has one name travels under two by adding the father's.
            if found.count == 1, let father = fatherClass(row, facts), father != found[0] {
                signature |= PairHash.signature(father)
                add(found[0], father)
            }
            signatures.append(signature)
        }
        for bucket in 0..<(1 << bits) { starts[bucket + 1] += starts[bucket] }
        // A counting sort, which keeps the rows of a bucket in their order.
        var next = starts
        var rowsByPair = [UInt32](repeating: 0, count: pairs.count)
        for pair in pairs {
            let bucket = Int(pair >> 32)
            rowsByPair[Int(next[bucket])] = UInt32(truncatingIfNeeded: pair)
            next[bucket] += 1
        }
        try writer.add(.signatures, signatures)
        try writer.add(.pairStarts, starts)
        try writer.add(.pairRows, rowsByPair)
    }

    /// Names regencies by the place of birth that those first registered there have most often.
    func writeRegionPlaces(_ writer: inout IndexFileWriter, _ codes: [UInt32]) throws(PopulationIndexError) {
        var counts: [UInt64: UInt32] = [:]
        for row in rows { counts[(row.nik / 1_000_000_000_000) << 32 | UInt64(row.place), default: 0] += 1 }
        var best: [UInt32: (count: UInt32, place: UInt32)] = [:]
        for (key, count) in counts {
            let (regency, place) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
            let known = best[regency] ?? (0, .max)
            if (count, known.place) > (known.count, place) { best[regency] = (count, place) }
        }
        try writer.add(.regionPlaces, codes.map { best[$0 / 100]?.place ?? .max })
    }
}

/// Where the rows of two words that stand in one name are found.
enum PairHash {
    /// About two entries a bucket.
    static func bits(residents: Int) -> Int {
        var bits = 8
        while bits < 28, 1 << bits < residents { bits += 1 }
        return bits
    }

    static func bucket(_ a: UInt32, _ b: UInt32, bits: Int) -> Int {
        let low = UInt64(min(a, b))
        let high = UInt64(max(a, b))
        var hash = (low << 32 | high) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        return Int((hash &* 0xBF58_476D_1CE4_E5B9) >> UInt64(64 - bits))
    }

    /// One bit of thirty-two.
    static func signature(_ class: UInt32) -> UInt32 { 1 << ((`class` &* 0x9E37_79B1) >> 27) }

    /// Every two of the first six classes; of a single one, itself with itself.
    static func forEachPair(_ classes: [UInt32], _ body: (UInt32, UInt32) -> Void) {
        if classes.count == 1 { return body(classes[0], classes[0]) }
        let count = min(classes.count, 6)
        for first in 0..<max(count - 1, 0) { for second in first + 1..<count { body(classes[first], classes[second]) } }
    }
}
