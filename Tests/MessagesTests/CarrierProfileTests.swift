// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@Suite struct CarrierProfileTests {
    /// The readings of some bytes by one profile.
    private func read(_ text: String, _ profile: CarrierProfile) -> [ProfileReading] {
        let saved = SavedProfile(record: RecordID(high: 1, low: 1), version: 1, profile: profile)
        let reader = ProfiledReader([saved]) { ["SIN": 480, "CGK": 420][$0] }
        var found: [ProfileReading] = []
        MessageDecoder.decode(Array(text.utf8)) { found += reader.readings(of: $0) ?? [] }
        return found
    }

    /// What a stored message reads as, by the same version.
    private func reread(_ reading: ProfileReading, _ profile: CarrierProfile) -> ReceivedMessage? {
        ProfiledReader.message(in: reading.filtered, by: profile) { ["SIN": 480, "CGK": 420][$0] }
    }

    private var garuda: CarrierProfile { CarrierProfile(id: "ga", title: "GA", carriers: ["GA"]) }

    @Test func `leaves other carriers, kinds and days alone`() throws {
        var profile = garuda
        profile.carriers = ["SQ"]
        #expect(read(Samples.paxlst(), profile).isEmpty)
        profile = garuda
        profile.kinds = [.pnrgov]
        #expect(read(Samples.paxlst(), profile).isEmpty && read(Samples.pnrgov(), profile).count == 1)
        profile = garuda
        profile.validFrom = CivilDate(iso: "2026-01-16")
        #expect(read(Samples.paxlst(), profile).isEmpty)
        profile.validFrom = CivilDate(iso: "2026-01-15")
        #expect(read(Samples.paxlst(), profile).count == 1)
        profile.isActive = false
        #expect(read(Samples.paxlst(), profile).isEmpty)
    }

    @Test func `makes a known deviation's warning expected and no other`() throws {
        var profile = garuda
        profile.deviations = [.wrongTotals]
        let reading = try #require(read(Samples.paxlst(cnt: "CNT+42:7'"), profile).first)
        #expect(reading.message.status == .accepted)
        #expect(reading.message.warnings.map(\.isExpected) == [true])
        let other = try #require(read(Samples.paxlst(cnt: "CNT+42:7'QQQ+1'"), profile).first)
        #expect(other.message.status == .warned && Set(other.message.warnings.map(\.isExpected)) == [true, false])
        #expect(reread(other, profile) == other.message)
    }

    @Test func `puts values right: codes, sex that means nothing, a given name in the surname's place`() throws {
        var profile = garuda
        profile.codes.documentTypes = ["P": "PM"]
        profile.codes.countries = ["IDN": "SGP"]
        profile.deviations = [.unreliableSexMale, .givenInSurname]
        let traveller = Samples.standardTraveller.replacing("SANTOSO:BUDI:EKO", with: "SANTOSO BUDI EKO")
        let reading = try #require(read(Samples.paxlst(traveller: traveller), profile).first)
        let person = try #require(reading.message.travellers.first)
        #expect(person.sex == nil && person.surname == "SANTOSO" && person.given == "BUDI EKO")
        #expect(person.nationality == "SGP" && person.documents.first?.type == "PM")
    }

    @Test func `reads times by the carrier's clock`() throws {
        var profile = garuda
        profile.clock.voyage = .utc
        profile.clock.prepared = .offset(420)
        let message = try #require(read(Samples.paxlst(), profile).first?.message)
        #expect(message.voyage.legs.first?.departure?.description == "2026-01-15T17:30")
        #expect(message.voyage.legs.first?.arrival?.description == "2026-01-15T17:15")
        #expect(message.preparedAt?.description == "2026-01-14T21:10")
    }

    @Test func `translates own qualifiers and codes, and keeps the bytes as received`() throws {
        var profile = garuda
        profile.codes.qualifiers = ["RFF+LOCATOR": "RFF+AVF", "LOC+Z": "LOC+178"]
        profile.codes.sexes = ["1": .male]
        profile.codes.roles = ["PAX": .passenger]
        let traveller = Samples.standardTraveller.replacing("RFF+AVF", with: "RFF+LOCATOR")
            .replacing("LOC+178", with: "LOC+Z").replacing("ATT+2++M", with: "ATT+2++1")
            .replacing("NAD+FL", with: "NAD+PAX")
        let text = Samples.paxlst(traveller: traveller)
        let reading = try #require(read(text, profile).first)
        let person = try #require(reading.message.travellers.first)
        #expect(person.recordLocator == "X7K2PQ" && person.embark == "AMS" && person.sex == .male)
        #expect(person.role == .passenger)
        #expect(reading.receivedBytes == Array(text.utf8) && reading.filtered == Array(text.utf8))
        #expect(reread(reading, profile) == reading.message)
    }

    @Test func `turns dates round that come day first`() throws {
        var profile = garuda
        profile.repairs.dayFirstDates = ["329"]
        let traveller = Samples.standardTraveller.replacing("DTM+329:850412", with: "DTM+329:120485")
        let reading = try #require(read(Samples.paxlst(traveller: traveller), profile).first)
        #expect(reading.message.travellers.first?.birthDate?.description == "1985-04-12")
    }

    /// Lines for segments, a line of the transport before them, no terminator anywhere: unreadable without the profile.
    static let lines = Samples.paxlst().replacing("UNA:+.? '", with: "").split(separator: "'").joined(separator: "\r\n")
        .replacing("UNB+", with: "H2H GA GATEWAY\r\nUNB+")

    @Test func `reads segments that end with the line, and overwrites what must go in the bytes as received`() throws {
        var profile = garuda
        profile.senders = ["GA"]
        profile.repairs.isLineEnded = true
        profile.repairs.cutLines = ["H2H "]
        let text = Self.lines.replacing("LOC+22+CGK", with: "FTX+AAA+++CARD 4111111111111111 O'K\r\nLOC+22+CGK")
        let reading = try #require(read(text, profile).first { $0.message.status != .quarantined })
        #expect(reading.message.travellers.first?.surname == "SANTOSO")
        #expect(reading.filtered.count == reading.receivedBytes.count)
        let kept = String(decoding: reading.filtered, as: UTF8.self)
        #expect(kept.contains("CARD XXXXXXXXXXXX1111 O'K") && !kept.contains("41111"))
        #expect(reading.cards.map { reading.filtered[$0.offset] } == [UInt8(ascii: "X")])
        #expect(reading.filteredCounts == [.card: 1])
        let again = try #require(reread(reading, profile))
        #expect(again.travellers == reading.message.travellers && again.voyage == reading.message.voyage)
    }

    @Test func `reads a message whose envelope has tags of its own, unreadable by itself`() throws {
        var profile = garuda
        profile.repairs.tags = ["UIB": "UNB", "UIH": "UNH", "UIT": "UNT", "UIZ": "UNZ"]
        let text = Samples.paxlst().replacing("UNB+", with: "UIB+").replacing(
            "UNG+PAXLST+GA+IDCUSTOMS+260115:0410+1+UN+D:12B'", with: ""
        )
        .replacing("UNH+", with: "UIH+").replacing("UNT+", with: "UIT+").replacing("UNE+1+1'UNZ", with: "UIZ")
        #expect(MessageDecoder.messages(in: Array(text.utf8)).allSatisfy { $0.status == .quarantined })
        let reading = try #require(read(text, profile).first { $0.message.status != .quarantined })
        #expect(reading.message.travellers.first?.surname == "SANTOSO")
        #expect(reading.filtered == reading.receivedBytes && text.utf8.count >= reading.filtered.count)
        #expect(reread(reading, profile) == reading.message)
    }

    @Test func `reads separators that no UNA names`() throws {
        var profile = garuda
        profile.senders = ["GA*APIS", "GA"]
        profile.repairs.separators = ":+.!~~"
        let text = Samples.paxlst().replacing("UNA:+.? '", with: "").replacing("'", with: "~")
            .replacing("SANTOSO", with: "O!~SANTOSO")
        profile.repairs.separators = ":+.! ~"
        let reading = try #require(read(text, profile).first { $0.message.status != .quarantined })
        #expect(reading.message.travellers.first?.surname?.contains("SANTOSO") == true)
        #expect(reading.message.travellers.count == 1)
        #expect(reread(reading, profile)?.travellers == reading.message.travellers)
    }

    @Test(arguments: 0..<60) func `never changes a message's length, and reads it again the same`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var profile = garuda
        profile.repairs.isLineEnded = Bool.random(using: &generator)
        profile.repairs.dayFirstDates = Bool.random(using: &generator) ? ["329"] : []
        profile.codes.qualifiers = Bool.random(using: &generator) ? ["RFF+SEA": "RFF+AEA"] : [:]
        profile.deviations = [.wrongSegmentCount]
        var text = Array((Bool.random(using: &generator) ? Self.lines : Samples.paxlst()).utf8)
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            text[Int.random(in: 40..<text.count, using: &generator)] = UInt8.random(in: 32...126, using: &generator)
        }
        for reading in read(String(decoding: text, as: UTF8.self), profile) where reading.profile != nil {
            #expect(reading.filtered.count == reading.receivedBytes.count, "seed \(seed)")
            #expect(reread(reading, profile)?.travellers == reading.message.travellers, "seed \(seed)")
        }
    }
}
