// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

/// Residents of an invented registry who travel, some with their dates turned round or their names misspelt.
struct InventedTravel {
    let index: PopulationIndex
    let table: TravellerTable
    let labels: LabelTable

    /// - Parameters:
    ///   - swapped: so many of a hundred whose day and month are exchanged where the calendar allows.
    ///   - slipped: so many of a hundred with a letter missing in the longest word.
    init(in registry: String, seed: Int, swapped: Int, slipped: Int) throws {
        index = try PopulationIndex(path: registry)
        var random = InventedWords(seed: seed)
        var travellers = ["TRAVELLER_ID,PNR,SURNAME,GIVEN,DOB,SEX,BIRTH_PLACE"]
        var truth = ["TRAVELLER_ID,NIK"]
        for row in stride(from: 0, to: index.count, by: 3) {
            guard let resident = index.resident(row: row) else { continue }
            var date = resident.birthDate
            if random.number(below: 100) < swapped {
                date = CivilDate(year: date.year, month: date.day, day: date.month) ?? date
            }
            var words = resident.name.split(separator: " ").map { String($0) }
            if random.number(below: 100) < slipped, let last = words.indices.last, words[last].count > 4 {
                words[last].remove(at: words[last].index(words[last].startIndex, offsetBy: 2))
            }
            travellers.append("T\(row),P\(row / 6),,\(words.joined(separator: " ")),\(date),\(resident.sex.rawValue),")
            truth.append("T\(row),\(resident.nik)")
        }
        for stranger in 0..<100 {
            travellers.append("S\(stranger),,\(random.word())X,\(random.word())Z,1971-0\(1 + stranger % 9)-11,F,")
            truth.append("S\(stranger),")
        }
        table = try Array(travellers.joined(separator: "\n").utf8).withUnsafeBufferPointer { try TravellerTable($0) }
        labels = try Array(truth.joined(separator: "\n").utf8).withUnsafeBufferPointer { try LabelTable($0) }
    }

    func resolve(_ model: MatchModel) -> [Resolution] {
        var resolver = PartyResolver(index: index, model: model)
        var all = Array(repeating: Resolution.nobody, count: table.ids.count)
        for party in table.parties {
            for (place, one) in zip(party, resolver.resolve(party.map { table.claims[$0] })) { all[place] = one }
        }
        return all
    }
}

@Suite struct ModelLearnerTests {
    private func withTravel<Result>(
        swapped: Int, slipped: Int, _ body: (InventedTravel) throws -> Result
    ) throws -> Result {
        let made = try InventedRegistry.build(InventedRegistry.crowd(3_000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        return try body(try InventedTravel(in: made.path, seed: 4, swapped: swapped, slipped: slipped))
    }

    @Test func `shares move to what the travellers show, without labels`() throws {
        try withTravel(swapped: 30, slipped: 20) { travel in
            var learner = ModelLearner(index: travel.index)
            var changes: [Double] = []
            for _ in 0..<5 { changes.append(learner.learn(travel.table, travel.resolve(learner.model))) }
            let dates = learner.model.dates
            // Of 28 days in a month twelve can be exchanged, one of them for itself.
            #expect(dates.swapped > 0.07)
            #expect(dates.swapped < 0.16)
            #expect(dates.same > 0.8)
            #expect(learner.model.words.slip > 0.07)
            #expect(learner.model.words.slip < 0.14)
            #expect(changes.last ?? 9 < 1.02)
            #expect(changes.first ?? 0 > 2)
            #expect(learner.model.registered == MatchModel.standard.registered)
        }
    }

    @Test func `a registry without travellers teaches nothing`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let index = try PopulationIndex(path: made.path)
        let table = try Array("TRAVELLER_ID\n".utf8).withUnsafeBufferPointer { try TravellerTable($0) }
        var learner = ModelLearner(index: index)
        #expect(learner.learn(table, []) == 1)
        #expect(learner.model == .standard)
    }

    @Test func `every level has a place of its own in the model`() {
        for level in LearnedLevel.allCases {
            var model = MatchModel.standard
            model[keyPath: level.keyPath] = 0.123_456
            for other in LearnedLevel.allCases where other != level {
                #expect(model[keyPath: other.keyPath] == MatchModel.standard[keyPath: other.keyPath])
            }
        }
    }

    @Test func `a learned model survives its file, and no other version is taken`() throws {
        try withTravel(swapped: 5, slipped: 5) { travel in
            var learner = ModelLearner(index: travel.index)
            let change = learner.learn(travel.table, travel.resolve(learner.model))
            var learned = learner.learned(at: "2026-01-15T00:00:00Z", index: travel.index, lastChange: change)
            let read = try JSONDecoder().decode(LearnedModel.self, from: try JSONEncoder().encode(learned))
            #expect(read == learned)
            #expect(read.isUsable)
            #expect(read.origin.travellers == travel.table.ids.count)
            #expect(read.origin.indexVersion == travel.index.version)
            learned.version += 1
            #expect(!learned.isUsable)
            learned.version -= 1
            learned.model.dates.same = 1.5
            #expect(!learned.isUsable)
        }
    }

    @Test(arguments: [
        ("BUDI SANTOSO", "BUDI SANTOSO", "", [LearnedLevel.wordSame, .wordSame], false),
        ("BUDI", "BUDI SANTOSO", "", [.wordSame], true),
        ("BOEDI S", "BUDI SANTOSO", "", [.wordSpelling, .wordInitial], false),
        ("BUDISANTOSO", "BUDI SANTOSO", "", [.wordGlued], false),
        ("BUDI HADI", "BUDI", "HADI", [.wordSame, .wordFather], false),
        ("BUDI KWARTIL", "BUDI", "HADI", [.wordSame, .wordExtra], false),
    ]) func `words of a traveller have the levels that comparing gives them`(
        traveller: String, resident: String, father: String, levels: [LearnedLevel], isOmitting: Bool
    ) {
        func words(_ text: String) -> [ComparableWord] { NameWords(full: text).words.map { ComparableWord($0) } }
        let found = NameLevels(
            traveller: words(traveller), resident: words(resident), father: father.isEmpty ? [] : words(father))
        #expect(found.words == levels)
        #expect(found.isOmitting == isOmitting)
    }
}
