// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

/// Documents that are parts of one message: `SequenceNmbr` and `TransactionStatusCode`.
@Suite struct DocumentPartTests {
    /// A part with one booking; `count` is the number of bookings that it gives.
    private func part(_ status: String, _ number: Int?, _ name: String, count: Int = 1, more: String = "") -> String {
        let pnr = XMLSamples.pnr(locator: name.prefix(6).uppercased() + "X").replacing("SANTOSO", with: name)
        let marks = number.map { " SequenceNmbr=\"\($0)\"" } ?? ""
        return XMLSamples.document(pnr, count: count).replacing(
            " Function=\"22\"", with: "\(marks) TransactionStatusCode=\"\(status)\" Function=\"22\"" + more)
    }

    private var parts: [String] {
        [part("Start", 1, "SATU"), part("InSeries", 2, "DUA"), part("End", 3, "TIGA")]
    }

    private func collected(_ files: [[UInt8]]) -> [[ReceivedMessage]] {
        var collector = PartCollector()
        for (number, file) in files.enumerated() { file.withUnsafeBytes { collector.expect($0, input: number) } }
        return files.enumerated().map { number, file in
            var messages: [ReceivedMessage] = []
            MessageDecoder.decode(file) { messages += collector.take($0, input: number) }
            return messages
        }
    }

    @Test(arguments: [[0, 1, 2], [2, 0, 1], [1, 2, 0]])
    func `the parts in one input are one message, which reads alone as in place`(order: [Int]) throws {
        let lone = XMLSamples.document(XMLSamples.pnr(locator: "LONE01"))
            .replacing("GA825/150126/0930", with: "OTHER")
        let texts = order.map { parts[$0] }
        let input = Array((texts[0] + lone + texts[1] + texts[2]).utf8)
        var found: [ReceivedMessage] = []
        MessageDecoder.decode(input) { unit in
            #expect(MessageDecoder.messages(in: unit.receivedBytes) == [unit.message])
            found.append(unit.message)
        }
        #expect(found.map { $0.bookings.count } == [1, 3])
        let whole = try #require(found.last)
        #expect(whole.travellers.map(\.surname) == ["SATU", "DUA", "TIGA"])
        #expect(whole.bookings.map(\.travellers) == [[0], [1], [2]])
        #expect(whole.parts == ReceivedParts(numbers: [1, 2, 3], final: 3))
        #expect(whole.status == .accepted, "\(whole.warnings)")
        #expect(whole.foundTotal == 3)
    }

    @Test func `elements count through all the documents of a message`() throws {
        let input = Array(parts.joined().utf8)
        let message = try #require(MessageDecoder.messages(in: input).first)
        let elements = try #require(DocumentElements.elements(of: input, limit: 1_000))
        #expect(elements.map(\.number) == Array(1...elements.count))
        for (traveller, name) in zip(message.travellers, ["SATU", "DUA", "TIGA"]) {
            let span = try #require(traveller.span)
            let own = elements[(Int(span.first) - 1)..<Int(span.last)]
            #expect(own.first?.opening == "<Passenger")
            #expect(own.contains { $0.text.contains(name) })
        }
        let pieces = MessageText(input, kind: .pnrgov).pieces
        #expect(pieces.count == elements.count)
        #expect(pieces.last?.range.upperBound == input.count)
    }

    @Test(arguments: [[0, 1, 2], [2, 0, 1], [0, 2, 1]])
    func `the parts in several files are one message where the last one stands`(order: [Int]) {
        let given = collected(order.map { Array(parts[$0].utf8) })
        #expect(given.map(\.count) == [0, 0, 1])
        #expect(given[2] == MessageDecoder.messages(in: Array(parts.joined().utf8)))
    }

    @Test func `a missing part is said, of a stored one only the voyage can tell`() {
        let alone = MessageDecoder.messages(in: Array((parts[0] + parts[2]).utf8))
        #expect(alone.map { $0.warnings.map(\.code) } == [["part-missing"]])
        #expect(alone.first?.parts?.missing == [2])
        let stored = MessageDecoder.messages(in: Array(parts[1].utf8)).map { $0.leavingPartsOpen() }
        #expect(stored.map(\.status) == [.accepted])
        #expect(stored.map(\.parts) == [ReceivedParts(numbers: [2], final: nil)])
    }

    @Test func `a number of bookings counts its part or the whole`() {
        let total = [
            part("Start", 1, "SATU", count: 3), part("InSeries", 2, "DUA", count: 3), part("End", 3, "TIGA", count: 3),
        ]
        #expect(MessageDecoder.messages(in: Array(total.joined().utf8)).map(\.status) == [.accepted])
        let wrong = [part("Start", 1, "SATU", count: 5), part("End", 2, "DUA", count: 5)]
        let codes = MessageDecoder.messages(in: Array(wrong.joined().utf8)).map { $0.warnings.map(\.code) }
        #expect(codes == [["total-mismatch"]])
    }

    @Test(arguments: [
        "SequenceNmbr=\"7\"", "SequenceNmbr=\"1\" TransactionStatusCode=\"End\"",
        "SequenceNmbr=\"99999\" TransactionStatusCode=\"Start\"", "TransactionStatusCode=\"InSeries\"",
        "SequenceNmbr=\"2\" TransactionStatusCode=\"Rollback\"",
    ])
    func `a document that names no place among others is whole`(marks: String) {
        let text = XMLSamples.document().replacing("Function=\"22\"", with: marks + " Function=\"22\"")
        let messages = MessageDecoder.messages(in: Array(text.utf8))
        #expect(messages.map(\.parts) == [nil])
        #expect(messages.map(\.status) == [.accepted])
    }

    @Test func `parts in two bytes a character are joined too`() {
        let bytes = parts.flatMap { XMLSamples.wide($0, isBigEndian: false, mark: true) }
        let messages = MessageDecoder.messages(in: bytes)
        #expect(messages.map { $0.travellers.count } == [3])
    }
}
