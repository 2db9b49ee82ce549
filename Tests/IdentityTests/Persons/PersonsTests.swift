// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing
import Travel

@testable import Identity

/// Appearances as one can read them in a test.
enum Seen {
    static func id(_ number: Int) -> RecordID<Traveller> { RecordID(high: 0, low: UInt64(number)) }

    static func judgement(
        _ number: Int, _ one: Int, _ other: Int, _ verdict: PersonJudgement.Verdict
    ) throws -> PersonJudgement {
        try #require(
            PersonJudgement(
                id: RecordID(high: 1, low: UInt64(number)), id(one), id(other), verdict, made: number))
    }

    /// - Parameter passport: number, issuer and date of expiry, parted by spaces.
    static func traveller(
        _ number: Int, _ surname: String, _ given: String, _ birth: String? = nil, _ sex: Sex? = nil,
        nationality: String? = "AUS", passport: String? = nil, on day: String? = nil
    ) -> Appearance {
        let parts = passport?.split(separator: " ").map { String($0) } ?? []
        let documents = parts.first.map {
            [
                Appearance.Document(
                    number: $0, issuer: parts.dropFirst().first, kind: "P",
                    expiry: parts.count > 2 ? CivilDate(iso: parts[2]) : nil)
            ]
        }
        return Appearance(
            id: id(number), surname: surname, given: given, birth: birth.flatMap { PartialDate(iso: $0) }, sex: sex,
            nationality: nationality, documents: documents ?? [], travelled: day.flatMap { CivilDate(iso: $0) })
    }

    /// The numbers of each person's appearances.
    static func numbers(_ persons: Persons) -> [[Int]] {
        persons.all.map { $0.members.map { Int($0.low) } }
    }
}

@Suite struct PersonsTests {
    private func gathered(_ appearances: [Appearance]) -> [[Int]] {
        var persons = Persons()
        persons.add(contentsOf: appearances)
        #expect(persons.count == persons.all.count)
        return Seen.numbers(persons)
    }

    @Test(
        arguments: [
            ("a renewed passport", "HARTWIGSEN", "INGRID", "1984-03-17", "X7302954 AUS 2034-05-01"),
            ("the surname first", "INGRID", "HARTWIGSEN", "1984-03-17", "X7302954 AUS 2034-05-01"),
            ("a slip in the name", "HARTVIGSEN", "INGRID", "1984-03-17", "X7302954 AUS 2034-05-01"),
            ("no document", "HARTWIGSEN", "INGRID", "1984-03-17", nil),
            (
                "a name after marriage in the same document", "LINDQVIST", "INGRID", "1984-03-17",
                "N4839201 AUS 2025-02-01"
            ),
            ("no birth date", "HARTWIGSEN", "INGRID", nil, "N4839201 AUS 2025-02-01"),
            (
                "another birth date in the same document", "HARTWIGSEN", "INGRID", "1979-11-02",
                "N4839201 AUS 2025-02-01"
            ),
        ] as [(String, String, String, String?, String?)])
    func `one person is known again by`(
        case: String, surname: String, given: String, birth: String?, passport: String?
    ) {
        let first = Seen.traveller(
            1, "HARTWIGSEN", "INGRID", "1984-03-17", .female, passport: "N4839201 AUS 2025-02-01", on: "2020-01-05")
        let second = Seen.traveller(2, surname, given, birth, .female, passport: passport, on: "2024-09-09")
        #expect(gathered([first, second]) == [[1, 2]])
    }

    @Test(
        arguments: [
            (
                "another given name of twins", "HARTWIGSEN", "ASTRID", "1984-03-17", Sex.female,
                "N4839202 AUS 2025-02-01"
            ),
            ("a common name and nothing else", "HARTWIGSEN", "INGRID", nil, .female, nil),
            ("a birth date far away", "HARTWIGSEN", "INGRID", "1959-11-02", .female, "X7302954 AUS 2034-05-01"),
            (
                "another sex and birth date in one document", "HARTWIGSEN", "ERIK", "1959-11-02", .male,
                "N4839201 AUS 2025-02-01"
            ),
        ] as [(String, String, String, String?, Sex, String?)])
    func `two people are kept apart by`(
        case: String, surname: String, given: String, birth: String?, sex: Sex, passport: String?
    ) {
        let first = Seen.traveller(
            1, "HARTWIGSEN", "INGRID", "1984-03-17", .female, passport: "N4839201 AUS 2025-02-01", on: "2020-01-05")
        let second = Seen.traveller(2, surname, given, birth, sex, passport: passport, on: "2024-09-09")
        #expect(gathered([first, second]) == [[1], [2]])
    }

    @Test func `common names with one birth date are two people until a document says otherwise`() {
        func wang(_ number: Int, _ passport: String?) -> Appearance {
            Seen.traveller(number, "WANG", "WEI", "1990-04-12", .male, nationality: "CHN", passport: passport)
        }
        #expect(gathered([wang(1, nil), wang(2, nil)]) == [[1], [2]])
        #expect(gathered([wang(1, "E40917263 CHN"), wang(2, "E81529407 CHN")]) == [[1], [2]])
        #expect(gathered([wang(1, "E40917263 CHN"), wang(2, "E40917263 CHN")]) == [[1, 2]])
    }

    @Test func `who contradicts is not joined through one who resembles both`() throws {
        // The man between has one's document and the other's name and date.
        let one = Seen.traveller(
            1, "HARTWIGSEN", "ERIK", "1960-02-03", .male, passport: "N4839201 AUS 2025-02-01", on: "2020-01-05")
        let other = Seen.traveller(
            2, "HARTWIGSEN", "INGRID", "1984-03-17", .female, passport: "X7302954 AUS 2029-05-01", on: "2020-01-05")
        let between = Seen.traveller(
            3, "HARTWIGSEN", "INGRID ERIK", "1984-03-17", nil, passport: "N4839201 AUS 2025-02-01", on: "2020-01-05")
        var persons = Persons()
        persons.add(contentsOf: [one, other, between])
        #expect(try #require(persons.link(Seen.id(1), Seen.id(3))).weight >= persons.threshold)
        #expect(try #require(persons.link(Seen.id(2), Seen.id(3))).weight >= persons.threshold)
        #expect(persons.person(of: Seen.id(1)) != persons.person(of: Seen.id(2)))
        #expect(persons.count == 2)
    }

    @Test func `two passports of one state used in turn part people of a common name`() {
        func chen(_ number: Int, _ passport: String, _ day: String) -> Appearance {
            Seen.traveller(
                number, "CHEN", "XIAOMING", "1990-04-12", .male, nationality: "CHN", passport: passport, on: day)
        }
        let first = chen(1, "E40917263 CHN", "2020-01-01")
        let second = chen(2, "E81529407 CHN", "2021-01-01")
        #expect(gathered([first, second]) == [[1, 2]])
        let third = chen(3, "E40917263 CHN", "2022-01-01")
        #expect(gathered([first, second, third]) == [[1, 3], [2]])
        // The same where the name was written in another way.
        var other = third
        other.surname = "XIAOMIN"
        other.given = "CHEN"
        #expect(gathered([second, other, first]) == [[1, 3], [2]])
    }

    @Test func `a change says what it did`() throws {
        var persons = Persons()
        let one = Seen.traveller(2, "HARTWIGSEN", "INGRID", "1984-03-17", .female, passport: "N4839201 AUS")
        let other = Seen.traveller(3, "LINDQVIST", "INGRID", "1984-03-17", .female, passport: "X7302954 AUS")
        #expect(persons.add(one).effect == .founded)
        #expect(persons.add(other).effect == .founded)
        #expect(persons.add(other).effect == .unchanged)
        let both = try persons.judge(Seen.judgement(1, 2, 3, .same))
        #expect(both.effect == .joined)
        #expect(both.after.map(\.id) == [Seen.id(2)])
        let parted = try persons.undo(Seen.judgement(1, 2, 3, .same).id)
        #expect(parted.effect == .split)
        #expect(parted.after.count == 2)
        var again = one
        again.id = Seen.id(1)
        let grown = persons.add(again)
        #expect(grown.effect == .grown)
        #expect(grown.before.map(\.id) == [Seen.id(2)])
        #expect(grown.after.map(\.id) == [Seen.id(1)])
        #expect(persons.remove(Seen.id(1)).effect == .shrunk)
        #expect(persons.remove(Seen.id(1)).effect == .unchanged)
    }

    @Test func `an officer parts what says the same, and others stay with one of the two`() throws {
        var persons = Persons()
        for number in 1...4 {
            persons.add(Seen.traveller(number, "HARTWIGSEN", "INGRID", "1984-03-17", .female, passport: "N4839201 AUS"))
        }
        let before = persons.all
        try persons.judge(Seen.judgement(1, 1, 3, .different))
        #expect(persons.person(of: Seen.id(1)) != persons.person(of: Seen.id(3)))
        #expect(persons.count == 2)
        try persons.judge(Seen.judgement(2, 1, 3, .same))
        #expect(persons.count == 1)
        try persons.undo(Seen.judgement(2, 1, 3, .same).id)
        #expect(persons.count == 2)
        try persons.undo(Seen.judgement(1, 1, 3, .different).id)
        #expect(persons.all == before)
    }

    @Test func `a merge that an officer made bears what contradicts`() throws {
        var persons = Persons()
        persons.add(Seen.traveller(1, "HARTWIGSEN", "INGRID", "1984-03-17", .female, passport: "N4839201 AUS"))
        persons.add(Seen.traveller(2, "OKONKWO", "ADAEZE", "1970-10-30", .female, passport: "X7302954 AUS"))
        try persons.judge(Seen.judgement(1, 1, 2, .same))
        persons.add(Seen.traveller(3, "HARTWIGSEN", "INGRID", "1984-03-17", .female, passport: "N4839201 AUS"))
        persons.add(Seen.traveller(4, "OKONKWO", "ADAEZE", "1970-10-30", .female, passport: "X7302954 AUS"))
        #expect(Seen.numbers(persons) == [[1, 2, 3, 4]])
    }

    @Test func `a number that stands for none joins nobody`() {
        for number in ["000000000", "123456789", "NONE", "XXXXXXX", "A1111111", "12"] {
            let one = Seen.traveller(1, "WANG", "WEI", "1990-04-12", .male, passport: number + " CHN")
            let other = Seen.traveller(2, "WANG", "WEI", "1990-04-12", .male, passport: number + " CHN")
            #expect(gathered([one, other]) == [[1], [2]], "\(number)")
        }
    }
}
