// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

/// Parts of one message over interchanges and inputs (UNH 4).
@Suite struct PartTests {
    private func part(_ mark: String, _ name: String, cnt: String = "CNT+42:3'", reference: String = "R") -> [UInt8] {
        Array(
            Samples.paxlst(traveller: "NAD+FL+++\(name):A'DOC+P+\(name)1'", cnt: cnt, part: mark, reference: reference)
                .utf8)
    }

    /// What `cermat decode FILE...` gives, a list for each file.
    private func collected(_ files: [[UInt8]]) -> [[ReceivedMessage]] {
        var collector = PartCollector()
        for (number, file) in files.enumerated() { file.withUnsafeBytes { collector.expect($0, input: number) } }
        return files.enumerated().map { number, file in
            var messages: [ReceivedMessage] = []
            MessageDecoder.decode(file) { messages += collector.take($0, input: number) }
            return messages
        }
    }

    @Test func `a second end begins another message, which reads alone as in place`() {
        // Found by fuzzing: the parts kept of all three ended where the second of them said.
        let input = part("01:C", "ONE") + part("04:F", "FOUR") + part("02:F", "TWO")
        var surnames: [[String?]] = []
        MessageDecoder.decode(input) { unit in
            #expect(MessageDecoder.messages(in: unit.receivedBytes) == [unit.message])
            surnames.append(unit.message.travellers.map(\.surname))
        }
        #expect(surnames == [["ONE", "FOUR"], ["TWO"]])
    }

    @Test(arguments: [[0, 1, 2], [2, 0, 1], [0, 2, 1], [2, 1, 0]])
    func `parts in several files are one message where the last one stands`(order: [Int]) {
        let parts = [part("01:C", "ONE"), part("02", "TWO"), part("03:F", "THREE")]
        let given = collected(order.map { parts[$0] })
        #expect(given.map(\.count) == [0, 0, 1])
        let whole = given[2][0]
        #expect(whole.travellers.map(\.surname) == ["ONE", "TWO", "THREE"])
        #expect(whole.status == .accepted, "\(whole.warnings)")
        #expect(whole.parts == ReceivedParts(numbers: [1, 2, 3], final: 3))
        #expect(whole.foundTotal == 3)
        #expect(whole == MessageDecoder.messages(in: parts.flatMap(\.self))[0])
    }

    @Test func `a missing part is said once`() {
        let given = collected([part("01:C", "ONE"), Array(Samples.paxlst().utf8), part("03:F", "THREE")])
        #expect(given.map(\.count) == [0, 1, 1])
        #expect(given[2][0].warnings.map(\.code) == ["part-missing", "total-mismatch"])
        #expect(given[2][0].parts?.missing == [2])
        #expect(given[2][0].travellers.count == 2)
        let alone = collected([part("01:C", "ONE")])[0]
        #expect(alone.map { $0.warnings.map(\.code) } == [["part-missing", "total-mismatch"]])
    }

    @Test func `other references and repeated numbers are other messages`() {
        let given = collected([
            part("01:C", "ONE"), part("02:F", "TWO", reference: "OTHER"), part("01:C", "AGAIN", cnt: "CNT+42:2'"),
            part("02:F", "LAST", cnt: "CNT+42:2'"),
        ])
        #expect(given.map(\.count) == [0, 1, 1, 1])
        #expect(given[2][0].travellers.map(\.surname) == ["ONE"])
        #expect(given[3][0].travellers.map(\.surname) == ["AGAIN", "LAST"])
        #expect(given[3][0].status == .accepted)
    }

    @Test func `a number that comes again begins another message where damage hides it from the look ahead`() {
        // Found by fuzzing: an interchange within a message's header, which the walk and the look ahead cut differently.
        let start = "UNA:+.? 'UNB+UNOA:4+GA+ID+260115:0410+9++APIS'"
        func final(_ name: String) -> String {
            "UNH+1+PAXLST:D:12B:UN:IATA+R1+02:F'BGM+745'NAD+FL+++\(name):BUDI'DOC+P+1'UNT+5+1'"
        }
        let damaged = start + "UNH+1+PAXLSTUNA:+.? 'UNB+X'" + final("ONE") + start + final("TWO") + "UNZ+1+9'"
        let names = MessageDecoder.messages(in: Array(damaged.utf8)).map { $0.travellers.map(\.surname) }
        #expect(names.filter { !$0.isEmpty } == [["ONE"], ["TWO"]])
    }

    @Test func `a final number alone that holds all it declares is whole`() {
        let message = collected([part("10:F", "ONE", cnt: "CNT+42:1'")])[0][0]
        #expect(message.status == .accepted)
        #expect(message.parts == nil)
        #expect(collected([part("10:F", "ONE")])[0][0].parts?.missing == Array(1...9))
    }

    @Test func `of a stored part only the voyage can tell what is missing`() {
        let stored = collected([part("01:C", "ONE")])[0][0].leavingPartsOpen()
        #expect(stored.status == .accepted)
        #expect(stored.warnings.isEmpty)
        #expect(stored.parts == ReceivedParts(numbers: [1], final: nil))
    }
}
