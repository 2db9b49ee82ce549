// SPDX-License-Identifier: Apache-2.0

import Civil
import Edifact
import Messages
import Testing
import Travel

@Suite struct CusresTests {
    private func interchange(_ body: String) -> String {
        "UNB+UNOA:4+IDGOV+GA+260115:0411+0001++IAPI'UNG+CUSRES+IDGOV+GA+260115:0411+1+UN+D:05B'"
            + "UNH+1+CUSRES:D:05B:UN:IATA+GA825260115+01:F'" + body
            + "UNT+\(body.filter { $0 == "'" }.count + 2)+1'UNE+1+1'UNZ+1+0001'"
    }

    private func only(_ text: String) throws -> ReceivedMessage {
        let messages = Samples.decode(text)
        #expect(messages.count == 1)
        return try #require(messages.first)
    }

    private static let flight =
        "RFF+TN:GA000000017'RFF+AF:GA825'DTM+189:2601150930:201'DTM+232:2601151015:201'"
        + "LOC+125+SIN'LOC+87+CGK'"

    @Test func `a response answers for each traveller`() throws {
        let message = try only(
            interchange(
                "BGM+962'" + Self.flight + "ERP+2'RFF+AVF:X7K2PQ'RFF+ABO:GA000170001'ERC+0Z'FTX+AAP+++OK TO BOARD'"
                    + "ERP+2'RFF+AVF:X7K2PR'RFF+ABO:GA000170002'ERC+1Z'FTX+AAP+++NO BOARD, PLEASE CALL'"))
        #expect(message.kind == .cusres)
        #expect(message.status == .accepted)
        #expect(message.effect == .clearance)
        #expect(message.function == "962")
        #expect(message.transaction == "GA000000017")
        #expect(message.voyage.carrier == "GA")
        #expect(
            message.voyage.legs == [
                ReceivedLeg(
                    carrier: "GA", number: "0825", from: "SIN", to: "CGK",
                    departure: CivilDateTime(iso: "2026-01-15T09:30"), arrival: CivilDateTime(iso: "2026-01-15T10:15"))
            ])
        #expect(
            message.clearance == [
                ReceivedClearance(
                    recordLocator: "X7K2PQ", passengerReference: "GA000170001", code: "0Z", text: "OK TO BOARD"),
                ReceivedClearance(
                    recordLocator: "X7K2PR", passengerReference: "GA000170002", code: "1Z",
                    text: "NO BOARD, PLEASE CALL"),
            ])
    }

    @Test func `a change and an acknowledgement say what they are`() throws {
        let point = "ERP+2'RFF+AVF:X7K2PQ'RFF+ABO:1001'ERC+1Z'"
        #expect(try only(interchange("BGM+132'" + Self.flight + point)).effect == .clearance)
        #expect(try only(interchange("BGM+312'" + Self.flight + point)).effect == .acknowledge)
    }

    @Test(arguments: ["0", "1", "118"]) func `codes of the whole message stand apart`(code: String) throws {
        let message = try only(interchange("BGM+962'" + Self.flight + "ERP+1'ERC+\(code)'FTX+AAP+++SEEN'"))
        #expect(message.clearance == [ReceivedClearance(level: .message, code: code, text: "SEEN")])
        #expect(message.status == .accepted)
        let bare = try only(interchange("BGM+962'" + Self.flight + "ERC+\(code)'"))
        #expect(bare.clearance == [ReceivedClearance(level: .message, code: code)])
    }

    @Test func `references, codes and texts of a point come in any order and number`() throws {
        let message = try only(
            interchange(
                "BGM+962'" + Self.flight
                    + "ERP+2'FTX+AAP+++CHECK:PASSPORT'ERC+2Z'ERC+4Z'FTX+AAP+++NO VISA'RFF+ABO:1001'RFF+AVF:X7K2PQ'"
                    + "ERP+2'RFF+ABO:1002'"))
        #expect(
            message.clearance == [
                ReceivedClearance(
                    recordLocator: "X7K2PQ", passengerReference: "1001", code: "2Z", text: "CHECK PASSPORT"),
                ReceivedClearance(recordLocator: "X7K2PQ", passengerReference: "1001", code: "4Z", text: "NO VISA"),
            ])
        // A point without a code is no answer, and is said.
        #expect(message.warnings.map(\.code) == ["unreadable-value"])
    }

    @Test func `a voyage of two flights has two legs`() throws {
        let message = try only(
            interchange(
                "BGM+962'RFF+AF:CA339'DTM+189:2601151620:201'DTM+232:2601152035:201'LOC+92+SSN'LOC+92+ICN'"
                    + "RFF+AF:CA339'DTM+189:2601152050:201'DTM+232:2601152335:201'LOC+125+ICN'LOC+87+CAN'"
                    + "ERP+2'RFF+ABO:1'ERC+0Z'"))
        #expect(message.voyage.legs.map { "\($0.from ?? "")\($0.to ?? "")" } == ["SSNICN", "ICNCAN"])
        #expect(message.voyage.legs.map { $0.departure?.description } == ["2026-01-15T16:20", "2026-01-15T20:50"])
    }

    // MARK: Writing

    private func random(
        _ rng: inout SeededGenerator, _ function: ClearanceFunction
    ) throws -> ClearanceMessage {
        func text(_ most: Int, _ alphabet: String) -> String {
            let letters = Array(alphabet)
            return String(
                (0..<Int.random(in: 1...most, using: &rng)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &rng)]
                })
        }
        let code = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
        let free = "ABC xyz019?+:'*.,/-\"()&"
        let time = try #require(
            CivilDateTime(minutesSinceEpoch: Int.random(in: 28_000_000...31_000_000, using: &rng)))
        let codes = ["0Z", "1Z", "2Z", "4Z", "0", "118"]
        var message = ClearanceMessage(
            function: function, sender: text(12, code), recipient: text(6, code), preparedAt: time,
            reference: text(14, code),
            flights: (0..<Int.random(in: 1...3, using: &rng)).map { leg in
                .init(
                    carrier: "GA", number: "0825", from: ["SIN", "KUL", "BKK"][leg], to: ["KUL", "BKK", "CGK"][leg],
                    departure: time, arrival: Bool.random(using: &rng) ? time.adding(minutes: 90) : nil)
            },
            answers: (0..<Int.random(in: 1...9, using: &rng)).map { _ in
                let isWhole = Int.random(in: 0..<5, using: &rng) == 0
                return ReceivedClearance(
                    level: isWhole ? .message : .traveller, recordLocator: isWhole ? nil : text(6, code),
                    passengerReference: isWhole || Bool.random(using: &rng) ? nil : text(16, code),
                    code: codes[Int.random(in: 0..<codes.count, using: &rng)],
                    text: Bool.random(using: &rng) ? "A" + text(200, free) + "." : nil)
            }, decidedBy: "NIP 1")
        if Bool.random(using: &rng) { message.transaction = text(20, code) }
        if Bool.random(using: &rng) { message.commonReference = text(20, code) }
        return message
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `what is written is read back`(seed: UInt64) throws {
        var rng = SeededGenerator(seed: seed)
        let sent = try random(&rng, ClearanceFunction.allCases[Int(seed) % 3])
        let bytes = try CusresWriter.bytes(sent)
        let messages = MessageDecoder.messages(in: bytes)
        #expect(messages.count == 1)
        let read = try #require(messages.first)
        // Nothing to warn of: the counts and references of the envelope are right.
        #expect(read.status == .accepted, "\(read.warnings)")
        #expect(read.function == sent.function.rawValue)
        #expect(read.sender == sent.sender && read.recipient == sent.recipient)
        #expect(read.preparedAt == sent.preparedAt)
        #expect(read.reference == sent.commonReference ?? sent.reference)
        #expect(read.transaction == sent.transaction)
        let legs = sent.flights.map {
            ReceivedLeg(
                carrier: $0.carrier, number: $0.number, from: $0.from, to: $0.to, departure: $0.departure,
                arrival: $0.arrival)
        }
        #expect(read.voyage.legs == legs)
        #expect(read.clearance == sent.answers)
    }

    @Test func `a decision without a person who decided is not written`() throws {
        var rng = SeededGenerator(seed: 1)
        for function in [ClearanceFunction.response, .unsolicitedChange] {
            var message = try random(&rng, function)
            for nobody in [nil, "", "  "] {
                message.decidedBy = nobody
                #expect(throws: CusresError.nobodyDecided) { try CusresWriter.bytes(message) }
            }
        }
        var receipt = try random(&rng, .acknowledgement)
        receipt.decidedBy = nil
        #expect(throws: Never.self) { try CusresWriter.bytes(receipt) }
    }

    @Test func `what a message cannot carry is refused`() throws {
        var rng = SeededGenerator(seed: 2)
        let good = try random(&rng, .response)
        var message = good
        message.answers = []
        #expect(throws: CusresError.noAnswer) { try CusresWriter.bytes(message) }
        message.answers = [ReceivedClearance(code: "0Z")]
        #expect(throws: CusresError.unnamedTraveller(answer: 1)) { try CusresWriter.bytes(message) }
        for text in ["", "line\nbreak", " blank", "blank ", "ÀÉ", String(repeating: "A", count: 513)] {
            message.answers = [ReceivedClearance(recordLocator: "A", code: "0Z", text: text)]
            #expect(throws: CusresError.badField("text")) { try CusresWriter.bytes(message) }
        }
    }

    // MARK: ACKRES and GOVREQ

    @Test func `an acknowledgement gives its errors with their texts`() throws {
        let head = "UNB+IATA:1+IDPNRGOV+GA+260114:0931+7'UNH+1+ACKRES:11:1:IA+GA825/150126/0930'"
        let rejected = try only(head + "MSG+:23+7'ERC+114'ERC+103'IFT+3+DEPARTURE IN THE PAST'UNT+6+1'UNZ+1+7'")
        #expect(rejected.kind == .ackres)
        #expect(rejected.status == .accepted)
        #expect(rejected.effect == .acknowledge)
        #expect(rejected.function == "23")
        #expect(rejected.functionDetail == "7")
        #expect(rejected.reference == "GA825/150126/0930")
        #expect(rejected.clearance.map(\.code) == ["114", "103"])
        #expect(rejected.clearance.map(\.text) == ["INVALID FLIGHT NUMBER", "DEPARTURE IN THE PAST"])
        let accepted = try only(head + "MSG+:23+3'UNT+3+1'UNZ+1+7'")
        #expect(accepted.functionDetail == "3")
        #expect(accepted.clearance.isEmpty)
    }

    @Test func `a request for data gives its voyage and its bookings`() throws {
        let message = try only(
            "UNB+IATA:1+IDPNRGOV+GA+260114:0931+7'UNH+1+GOVREQ:13:1:IA+7'MSG+:43'ORG+ID:CGK'"
                + "TVL+150126:0930:150126:1015+SIN+CGK+GA+825'RCI+GA:X7K2PQ'UNT+6+1'UNZ+1+7'")
        #expect(message.kind == .govreq)
        #expect(message.effect == .request)
        #expect(message.status == .accepted)
        #expect(message.voyage.legs.map(\.to) == ["CGK"])
        #expect(message.bookings.map(\.recordLocator) == ["X7K2PQ"])
    }
}
