// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Messages
import Testing
import Travel

/// Runs over the collected messages beside the package, where they are; docs/corpus-differences.md lists where we
/// differ from what others assert.
@Suite struct CorpusTests {
    private static let folder: URL? = {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = package.deletingLastPathComponent().appending(path: "shared/corpus/messages")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    private static let files: [String] = {
        guard let folder, let names = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".edi") || $0.hasSuffix(".txt") }.sorted()
    }()

    private func messages(_ file: String) throws -> [ReceivedMessage] {
        let folder = try #require(Self.folder)
        return MessageDecoder.messages(in: [UInt8](try Data(contentsOf: folder.appending(path: file))))
    }

    @Test(.enabled(if: folder != nil), arguments: files)
    func `every file decodes, and its messages stand alone`(file: String) throws {
        let folder = try #require(Self.folder)
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
        let messages = MessageDecoder.messages(in: bytes)
        #expect(messages.count == 1)
        #expect(messages.first?.status != .quarantined)
        if let message = messages.first, message.kind == .paxlst || message.kind == .pnrgov {
            #expect(!message.voyage.legs.isEmpty || file == "smooks/paxlst.txt")
        }
        let parts = MessageDecoder.split(bytes)
        #expect(parts.flatMap { MessageDecoder.messages(in: $0) } == messages)
    }

    @Test(.enabled(if: folder != nil)) func `legs are those that others assert`() throws {
        let legs = try Dictionary(
            uniqueKeysWithValues: [
                "gtas-embedded/un_testMultipleTdtWithLoc92.edi", "gtas-embedded/un_testMultipleTdtWithOneLegEach.edi",
                "gtas-embedded/un_testSingleTdtWithLoc92.edi", "gtas-embedded/un_testSingleTdtWithOneLeg.edi",
                "gtas/parsers__apisMessage.txt", "wco-guide-via-jetway/guide_5_3.edi",
            ].map { file in
                (file, try messages(file)[0].voyage.legs.map { "\($0.number ?? "") \($0.from ?? "")\($0.to ?? "")" })
            })
        #expect(legs["gtas-embedded/un_testMultipleTdtWithLoc92.edi"] == ["0250 JFKANC", "0250 ANCICN"])
        #expect(legs["gtas-embedded/un_testSingleTdtWithLoc92.edi"] == ["0250 JFKANC", "0250 ANCICN"])
        #expect(legs["gtas-embedded/un_testMultipleTdtWithOneLegEach.edi"] == ["0123 YVRJFK", "0124 JFKATL"])
        #expect(legs["gtas-embedded/un_testSingleTdtWithOneLeg.edi"] == ["0123 YVRJFK"])
        #expect(legs["gtas/parsers__apisMessage.txt"]?.count == 2)
        #expect(legs["wco-guide-via-jetway/guide_5_3.edi"] == ["0877 BCNIAD", "ZX877 IADSFO"])
    }

    @Test(.enabled(if: folder != nil)) func `documents decode, and their messages stand alone`() throws {
        let folder = try #require(Self.folder)
        for (file, people, locators) in [
            ("test_pnr.xml", ["KOWALSKA ANNA", "KOWALSKI ADAM", "KOWALSKI JAN"], ["00A234B"]),
            ("test_pnr_2.xml", ["NOWACKI TOMASZ", "ZIELINSKI PAWEL"], ["Q3BQ9I"]),
            ("test_pnr_3.xml", ["ZIELINSKI PAWEL", "PIETRUSZKA ROBERT"], [nil, nil]),
        ] as [(String, [String], [String?])] {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "pnrgov-xml/" + file)))
            let messages = MessageDecoder.messages(in: bytes)
            #expect(messages.allSatisfy { $0.kind == .pnrgov && $0.status == .warned })
            let found = messages.flatMap(\.travellers).map { ($0.surname ?? "") + " " + ($0.given ?? "") }
            #expect(found == people)
            #expect(messages.flatMap(\.bookings).map(\.recordLocator) == locators)
            #expect(MessageDecoder.split(bytes).flatMap { MessageDecoder.messages(in: $0) } == messages)
        }
    }

    @Test(.enabled(if: folder != nil)) func `the guide's examples give their values`() throws {
        let one = try messages("wco-guide-via-jetway/guide_5_1.edi")[0]
        let williams = try #require(one.travellers.first)
        #expect(williams.surname == "WILLIAMS")
        #expect(williams.given == "JOHN DONALD")
        #expect(williams.birthDate?.description == "1972-09-07")
        #expect(williams.bags?.count == 2)
        #expect(williams.bags?.tags == ["ZZ012345", "ZZ012346", "ZZ012347"])
        #expect(williams.birthPlace == "AMBER HILL GBR")
        #expect(williams.recordLocator == "TYR123")
        #expect(williams.documents.first?.expiry?.description == "2015-12-31")
        #expect(one.declaredTotal == 160)
        #expect(one.voyage.legs.first?.arrival?.description == "2013-06-21T22:00")
        let two = try messages("wco-guide-via-jetway/guide_5_2.edi")[0]
        #expect(two.travellers.map(\.surname) == ["CLARK"])
        #expect(two.travellers.map(\.nationality) == ["CAN"])
        #expect(two.declaredTotal == 8)
        let three = try messages("wco-guide-via-jetway/guide_5_3.edi")[0]
        #expect(three.travellers.map(\.given) == ["JULIO XAVIER", "SORINA MARIA"])
        #expect(three.travellers.last?.documents.first?.number == "TRQWE9980")
        #expect(three.revision == 1)
    }

    @Test(.enabled(if: folder != nil)) func `bookings give what others assert`() throws {
        let example = try messages("gtas/parsers__pnrMessageExample.txt")[0]
        #expect(example.bookings[0].itinerary.first?.from == "WDH")
        let codeshare = try messages("gtas/parsers__modifyPnr77ForCodeShare.txt")[0]
        let shared = codeshare.bookings[0].itinerary.filter { $0.operating != nil }
        #expect(shared.map { ($0.carrier ?? "") + ($0.number ?? "") } == ["SQ5678", "DL8976"])
        #expect(shared.map(\.operating) == ["SK1524", "KL0972"])
        #expect(
            try messages("gtas/parsers__pnrMessagePg76.txt")[0].bookings[0].bookedAt?.date.description == "2013-02-15")
        let phones = try messages("gtas/parsers__pnrAddressPhoneCTCM.txt")[0]
        let all = phones.bookings[0].contacts + phones.travellers.flatMap(\.contacts)
        #expect(all.contains(ReceivedContact(kind: .phone, value: "5432109876")))
        let spaced = try messages("gtas/parsers__pnrPhoneCTC_M.txt")[0]
        let found = spaced.bookings[0].contacts + spaced.travellers.flatMap(\.contacts)
        #expect(found.contains(ReceivedContact(kind: .phone, value: "123456789")))
        let seats = try messages("gtas/parsers__pnrSeatFormats.txt")[0].travellers[0].seats
        #expect(seats.count == 2)
        #expect(seats.last == ReceivedSeat(number: "74E", from: "SFO", to: "IAD"))
        let visa = try messages("gtas/parsers__pnrWithDoco.txt")[0].travellers[0].documents.last
        #expect(visa?.number == "8675309")
        #expect(visa?.type == "V")
        #expect(visa?.placeOfIssue == "OTHER PLACE")
        #expect(visa?.issued?.description == "2006-12-22")
        #expect(visa?.expiry == nil)
        let bags = try messages("gtas/parsers__pnrWithPrefixesAndBookingDetailBags.txt")[0]
        #expect(bags.travellers[0].bags?.pieces.first?.airline == "UA")
        #expect(bags.travellers[0].bags?.pieces.first?.destination == "KWI")
        let weight = try messages("gtas-embedded/un_testAPISParsingWithBagWeightAndCountInMEASegment.edi")[0]
        #expect(weight.travellers[0].bags?.count == 4)
        #expect(weight.travellers[0].bags?.weightKilograms == 80)
        let us = try messages("gtas-embedded/us_testRandomApis.edi")[0]
        #expect(us.travellers.count == 4)
        #expect(us.voyage.legs.count == 1)
    }
}
