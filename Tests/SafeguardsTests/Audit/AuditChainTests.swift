// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Testing

@Suite struct AuditChainTests {
    @Test func `links as written down, computed by another implementation`() throws {
        let event = AuditEvent(
            atMilliseconds: 1_764_000_000_000,
            actor: .officer(RecordID(high: 1, low: 2), role: .officer, post: PostCode("CGK")), action: .judge,
            purpose: .arrivalControl, reference: "ST-12/2026", subjects: ["traveller:1", "hit:2"],
            detail: "a \"b\" \\ \n")
        let genesis = AuditChain.genesis(node: "cgk-1")
        #expect(genesis.hash.description == "e239562958aa502d951364d097e72a4b4e86ec6793c2aa68d644314e51342a5c")
        let link = AuditChain.link(after: genesis, event)
        #expect(link.sequence == 1)
        #expect(link.previousHash == genesis.hash)
        #expect(link.hash.description == "780870c441ba7300f1476fdf638a62c09ef59a3385b7dd7fe3817a0382d9b5cb")
        #expect(AuditChain.genesis(node: "cgk-2") != genesis)
        let again = AuditChain.link(after: link.head, event)
        #expect(again.sequence == 2 && again.hash != link.hash)
        #expect(AuditChain.links(after: genesis, [event, event]) == [link, again])
    }

    @Test(arguments: 0..<300) func `an event comes back from its spelling`(seed: UInt64) throws {
        var rng = SeededBits(seed: seed)
        let event = AuditSamples.event(using: &rng)
        let bytes = AuditEventCoding.bytes(of: event)
        #expect(try AuditEventCoding.event(from: bytes) == event, "seed \(seed)")
        #expect(AuditEventCoding.bytes(of: event) == bytes)
    }

    @Test func `different events have different spellings`() {
        var rng = SeededBits(seed: 5)
        let events = Set((0..<2_000).map { _ in AuditSamples.event(using: &rng) })
        #expect(Set(events.map { AuditEventCoding.bytes(of: $0) }).count == events.count)
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"action\":\"judge\"}",
        // A blank, another order, an unknown key, an unknown word.
        "{\"action\":\"judge\", \"actor\":{\"kind\":\"system\"},\"at\":1,\"outcome\":\"done\",\"subjects\":[]}",
        "{\"actor\":{\"kind\":\"system\"},\"action\":\"judge\",\"at\":1,\"outcome\":\"done\",\"subjects\":[]}",
        "{\"action\":\"judge\",\"actor\":{\"kind\":\"system\"},\"at\":1,\"outcome\":\"done\",\"subjects\":[],\"x\":1}",
        "{\"action\":\"nod\",\"actor\":{\"kind\":\"system\"},\"at\":1,\"outcome\":\"done\",\"subjects\":[]}",
        "{\"action\":\"judge\",\"actor\":{\"kind\":\"officer\"},\"at\":1,\"outcome\":\"done\",\"subjects\":[]}",
    ])
    func `refuses other spellings`(text: String) {
        #expect(throws: SafeguardsError.auditEventUnreadable) { try AuditEventCoding.event(from: Array(text.utf8)) }
    }

    @Test func `hashes have one spelling`() {
        #expect(AuditHash("0") == nil)
        #expect(AuditHash(String(repeating: "A", count: 64)) == nil)
        #expect(AuditHash(bytes: [1, 2]) == nil)
        let digits = String(repeating: "0a", count: 32)
        #expect(AuditHash(digits)?.description == digits)
    }
}
