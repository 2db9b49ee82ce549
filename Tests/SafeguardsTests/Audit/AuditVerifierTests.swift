// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Testing

@Suite struct AuditVerifierTests {
    private let chain = AuditSamples.chain(12)
    private let signer = EphemeralKeyVault().auditSigner

    private func broken(_ sequence: Int64, _ kind: AuditFault.Kind) -> AuditVerdict {
        .broken(AuditFault(sequence: sequence, kind: kind))
    }

    private func broken(_ records: ClosedRange<Int64>, _ kind: AuditFault.Kind) -> AuditVerdict {
        .broken(AuditFault(records: records, kind: kind))
    }

    private func checkpoint(_ link: AuditLink) throws -> AuditCheckpoint {
        try signer.checkpoint(node: "cgk-1", head: link.head, atMilliseconds: 5)
    }

    @Test func `a whole chain is intact`() {
        #expect(AuditSamples.verdict(chain) == .intact(chain[11].head))
        #expect(AuditSamples.verdict([]) == .intact(AuditChain.genesis(node: "cgk-1")))
    }

    @Test func `any flipped bit of any record names it`() throws {
        for index in chain.indices {
            let link = chain[index]
            var damaged: [AuditLink] = []
            for position in link.bytes.indices {
                var bytes = link.bytes
                bytes[position] ^= 1
                damaged.append(
                    AuditLink(sequence: link.sequence, previousHash: link.previousHash, hash: link.hash, bytes: bytes))
            }
            for position in 0..<32 {
                var bytes = link.hash.bytes
                bytes[position] ^= 0x10
                let hash = try #require(AuditHash(bytes: bytes))
                damaged.append(
                    AuditLink(sequence: link.sequence, previousHash: link.previousHash, hash: hash, bytes: link.bytes))
                damaged.append(
                    AuditLink(sequence: link.sequence, previousHash: hash, hash: link.hash, bytes: link.bytes))
            }
            for bad in damaged {
                var links = chain
                links[index] = bad
                #expect(AuditSamples.verdict(links) == broken(link.sequence, .altered))
            }
        }
    }

    @Test func `a deleted record is missing`() {
        for index in 0..<11 {
            var links = chain
            links.remove(at: index)
            #expect(AuditSamples.verdict(links) == broken(Int64(index + 1), .missing))
        }
    }

    @Test func `a gap names all its numbers`() {
        let verdict = AuditSamples.verdict(Array(chain.prefix(3) + chain.dropFirst(8)))
        #expect(verdict == broken(4...8, .missing))
        #expect(verdict.description.hasPrefix("records 4 to 8: missing"))
    }

    @Test func `a record under another number is altered`() {
        for index in chain.indices {
            let link = chain[index]
            for number in [-3, 0, 1, 6, 12, 13, 99, Int64.max] where number != link.sequence {
                var links = chain
                links[index] = AuditLink(
                    sequence: number, previousHash: link.previousHash, hash: link.hash, bytes: link.bytes)
                #expect(AuditSamples.verdict(links) == broken(link.sequence, .altered), "\(index) \(number)")
            }
        }
    }

    @Test(arguments: 0..<300) func `whatever is done to a chain, the first place is named`(seed: UInt64) throws {
        var rng = SeededBits(seed: seed)
        let chain = AuditSamples.chain(Int.random(in: 2...40, using: &rng), seed: seed)
        let point = try checkpoint(chain[chain.count - 1])
        var links = chain
        let index = Int.random(in: 0..<chain.count, using: &rng)
        let number = Int64(index + 1)
        let expected: AuditVerdict
        switch Int.random(in: 0..<5, using: &rng) {
        case 0:
            var bytes = links[index].bytes
            bytes[Int.random(in: 0..<bytes.count, using: &rng)] ^= UInt8.random(in: 1...255, using: &rng)
            links[index] = AuditLink(
                sequence: number, previousHash: chain[index].previousHash, hash: chain[index].hash, bytes: bytes)
            expected = broken(number, .altered)
        case 1:
            links.removeSubrange(index...)
            expected = broken(number...Int64(chain.count), .cut)
        case 2:
            links.remove(at: index)
            expected = broken(number, index == chain.count - 1 ? .cut : .missing)
        case 3:
            let other = Int.random(in: 0..<chain.count, using: &rng)
            guard other != index else { return }
            links.swapAt(index, other)
            expected = broken(min(number, Int64(other + 1)), .reordered)
        default:
            let event = AuditSamples.event(using: &rng)
            let later = try chain[(index + 1)...].map { try AuditEventCoding.event(from: $0.bytes) }
            let before = index == 0 ? AuditChain.genesis(node: "cgk-1") : chain[index - 1].head
            links = Array(chain.prefix(index)) + AuditChain.links(after: before, [event] + later)
            expected = broken(1...Int64(chain.count), .rewritten)
        }
        let found = AuditSamples.verdict(links, checkpoints: [point], publicKey: signer.publicKey)
        #expect(found == expected, "seed \(seed)")
    }

    @Test func `records out of order are told from missing ones`() {
        for first in 0..<12 {
            for second in (first + 1)..<12 {
                var links = chain
                links.swapAt(first, second)
                #expect(AuditSamples.verdict(links) == broken(Int64(first + 1), .reordered))
            }
        }
        #expect(AuditSamples.verdict(chain + [chain[3]]) == broken(4, .reordered))
    }

    @Test func `contents swapped under old numbers are altered`() {
        var links = chain
        let (a, b) = (chain[4], chain[7])
        links[4] = AuditLink(sequence: 5, previousHash: b.previousHash, hash: b.hash, bytes: b.bytes)
        links[7] = AuditLink(sequence: 8, previousHash: a.previousHash, hash: a.hash, bytes: a.bytes)
        #expect(AuditSamples.verdict(links) == broken(5, .altered))
    }

    @Test func `a replaced record no longer carries the next`() throws {
        var links = chain
        let other = try AuditEventCoding.event(from: chain[9].bytes)
        links[5] = AuditChain.link(after: chain[4].head, other)
        #expect(AuditSamples.verdict(links) == broken(7, .unlinked))
    }

    @Test func `a chain of another node is not ours`() {
        #expect(AuditSamples.verdict(AuditSamples.chain(3, node: "cgk-2")) == broken(1, .unlinked))
    }

    @Test func `a cut end shows against a checkpoint`() throws {
        let point = try checkpoint(chain[9])
        for count in 0..<12 {
            let verdict = AuditSamples.verdict(
                Array(chain.prefix(count)), checkpoints: [point], publicKey: signer.publicKey)
            let whole: AuditVerdict = .intact(chain[max(count, 1) - 1].head)
            #expect(verdict == (count >= 10 ? whole : broken(Int64(count + 1)...10, .cut)))
        }
    }

    @Test func `a chain written anew shows against a checkpoint`() throws {
        let points = try [chain[7], chain[2], chain[11]].map { try checkpoint($0) }
        #expect(
            AuditSamples.verdict(chain, checkpoints: points, publicKey: signer.publicKey) == .intact(chain[11].head))
        var events = try chain.map { try AuditEventCoding.event(from: $0.bytes) }
        events[4].outcome = events[4].outcome == .done ? .failed : .done
        let anew = AuditChain.links(after: AuditChain.genesis(node: "cgk-1"), events)
        #expect(AuditSamples.verdict(anew) == .intact(anew[11].head), "without checkpoints nobody can tell")
        let verdict = AuditSamples.verdict(anew, checkpoints: points, publicKey: signer.publicKey)
        #expect(verdict == broken(4...8, .rewritten), "the checkpoint of 3 still held")
    }

    @Test func `checkpoints of others prove nothing`() throws {
        let foreign = try EphemeralKeyVault().auditSigner.checkpoint(
            node: "cgk-1", head: chain[3].head, atMilliseconds: 1)
        let elsewhere = try signer.checkpoint(node: "cgk-2", head: chain[3].head, atMilliseconds: 1)
        for point in [foreign, elsewhere] {
            let verdict = AuditSamples.verdict(chain, checkpoints: [point], publicKey: signer.publicKey)
            #expect(verdict == broken(4, .checkpointForged))
        }
        let keyless = AuditSamples.verdict(chain, checkpoints: [try checkpoint(chain[1])])
        #expect(keyless == broken(2, .checkpointForged))
        // What is wrong with the chain itself is told first.
        let cut = AuditSamples.verdict(Array(chain.dropFirst()), checkpoints: [foreign], publicKey: signer.publicKey)
        #expect(cut == broken(1, .missing))
    }
}
