// SPDX-License-Identifier: Apache-2.0

/// How frequent the words and places of a few residents are in the whole population, so that they weigh in the small
/// index what they weigh in the large one.
struct BorrowedFrequencies {
    let wordCounts: [UInt32]
    let classCounts: [UInt32]
    let placeCounts: [UInt32]
    /// The place that the regency of each region is named by, `UInt32.max` where it is not known.
    let regionPlaces: [UInt32]

    /// - Parameters:
    ///   - codes: the regions of the residents, sorted.
    ///   - places: the residents' places of birth; the names of their regencies are added.
    init(
        _ population: PopulationFile, _ codes: [UInt32], _ facts: WordFactsBuilder, _ places: inout ByteInterner
    ) {
        var numbers: [[UInt8]: Int] = [:]
        for (number, word) in facts.words.enumerated() where number > 0 { numbers[word.letters] = number }
        var wordCounts = [UInt32](repeating: 0, count: facts.words.count)
        population.forEachWord { letters, count in
            if let number = numbers[Array(letters)] { wordCounts[number] = count }
        }
        self.wordCounts = wordCounts
        let known = population.numbers(.classCounts)
        var classCounts = [UInt32](repeating: 0, count: facts.classCount)
        for (number, word) in facts.words.enumerated() {
            let theirs = population.classNumber(word.folded)
            if theirs != 0 { classCounts[Int(facts.classes[number])] = known[Int(theirs)] }
        }
        self.classCounts = classCounts
        var regionPlaces: [UInt32] = []
        for code in codes {
            guard let place = population.regencyPlace(code: Int(code)) else {
                regionPlaces.append(.max)
                continue
            }
            regionPlaces.append(UInt32(places.intern(population.text(.placeStarts, .placeBytes, place))))
        }
        self.regionPlaces = regionPlaces
        var placeNumbers: [[UInt8]: Int] = [:]
        for number in 0..<places.count { placeNumbers[Array(places.string(number))] = number }
        var placeCounts = [UInt32](repeating: 0, count: places.count)
        for (place, count) in population.numbers(.placeCounts).enumerated() {
            let text = population.text(.placeStarts, .placeBytes, place)
            if let number = placeNumbers[Array(text)] { placeCounts[number] = count }
        }
        self.placeCounts = placeCounts
    }
}
