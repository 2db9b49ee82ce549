// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Testing

@Suite struct AuditRestoreTests {
    private let signer = EphemeralKeyVault().auditSigner
    /// The log before the machine was lost, and what a backup held of it.
    private let lost = AuditSamples.chain(12, seed: 1)
    private var backup: [AuditLink] { Array(lost.prefix(7)) }

    private func point(_ link: AuditLink, at time: Int64 = 5) throws -> AuditCheckpoint {
        try signer.checkpoint(node: "cgk-1", head: link.head, atMilliseconds: time)
    }

    /// The backup with a restore record and then so many other records.
    private func joined(_ points: [AuditCheckpoint], more: Int, at time: Int64 = 100) throws -> [AuditLink] {
        let event = try signer.restoreEvent(
            node: "cgk-1", restored: backup[6].head, checkpoints: points, atMilliseconds: time)
        var rng = SeededBits(seed: 77)
        let events = [event] + (0..<more).map { _ in AuditSamples.event(using: &rng) }
        return backup + AuditChain.links(after: backup[6].head, events)
    }

    private func verdict(_ links: [AuditLink], _ points: [AuditCheckpoint]) -> AuditVerdict {
        AuditSamples.verdict(links, checkpoints: points, publicKey: signer.publicKey)
    }

    @Test func `a shorter log without a restore record is cut`() throws {
        let points = [try point(lost[3]), try point(lost[9])]
        #expect(verdict(backup, points) == .broken(AuditFault(records: 8...10, kind: .cut)))
    }

    @Test(arguments: 0..<9)
    func `a signed restore record explains what is gone, however many records follow`(more: Int) throws {
        let points = [try point(lost[3]), try point(lost[8]), try point(lost[9])]
        let links = try joined(points, more: more)
        let head = try #require(links.last).head
        #expect(verdict(links, points) == .restored(head, missing: [8...10]))
        #expect(verdict(links, points).description.contains("numbers 8 to 10"))
        // A checkpoint of the new chain holds beside those of the old one.
        let both = points + [try point(links[7], at: 101), try point(try #require(links.last), at: 102)]
        #expect(verdict(links, both) == .restored(head, missing: [8...10]))
    }

    @Test func `a checkpoint beyond the one that the record names is not explained`() throws {
        let named = [try point(lost[9])]
        let later = try point(lost[11])
        #expect(
            verdict(try joined(named, more: 0), named + [later])
                == .broken(AuditFault(records: 9...12, kind: .cut)))
        #expect(
            verdict(try joined(named, more: 6), named + [later])
                == .broken(AuditFault(records: 8...12, kind: .rewritten)))
    }

    @Test func `what was signed after the restore must be in the chain`() throws {
        let points = [try point(lost[9])]
        let links = try joined(points, more: 6)
        let other = AuditSamples.chain(14, seed: 9)
        let foreign = try point(other[8], at: 101)
        #expect(verdict(links, points + [foreign]) == .broken(AuditFault(records: 8...9, kind: .rewritten)))
        // Records before the restore are explained by nothing.
        let early = try point(other[4])
        #expect(verdict(links, points + [early]) == .broken(AuditFault(records: 1...5, kind: .rewritten)))
    }

    @Test func `nothing is missing where the backup reached the checkpoint`() throws {
        let points = [try point(lost[6])]
        let links = try joined(points, more: 2)
        #expect(verdict(links, points) == .intact(links[9].head))
        #expect(verdict(try joined([], more: 0), []) == .intact(try joined([], more: 0)[7].head))
    }

    @Test func `a restore by a clock that is behind explains the checkpoints it was shown`() throws {
        let points = [try point(lost[3], at: 150), try point(lost[9], at: 100)]
        let links = try joined(points, more: 6, at: 99)
        let head = try #require(links.last).head
        #expect(verdict(links, points) == .restored(head, missing: [8...10]))
    }

    @Test func `a log restored twice names both gaps`() throws {
        let points = [try point(lost[9])]
        let first = try joined(points, more: 6)
        let again = try signer.restoreEvent(
            node: "cgk-1", restored: first[10].head, checkpoints: points + [try point(first[13], at: 150)],
            atMilliseconds: 200)
        let links = Array(first.prefix(11)) + AuditChain.links(after: first[10].head, [again])
        let all = points + [try point(first[13], at: 150)]
        #expect(verdict(links, all) == .restored(links[11].head, missing: [8...10, 12...14]))
    }

    @Test func `a restore record that others made, or out of its place, is forged`() throws {
        let points = [try point(lost[9])]
        let foreign = try EphemeralKeyVault().auditSigner.restoreEvent(
            node: "cgk-1", restored: backup[6].head, checkpoints: [], atMilliseconds: 1)
        let late = try signer.restoreEvent(
            node: "cgk-1", restored: backup[5].head, checkpoints: points, atMilliseconds: 1)
        let elsewhere = try signer.restoreEvent(
            node: "cgk-2", restored: backup[6].head, checkpoints: [], atMilliseconds: 1)
        let bare = AuditEvent(atMilliseconds: 1, actor: .system, action: .restored)
        for event in [foreign, late, elsewhere, bare] {
            let links = backup + AuditChain.links(after: backup[6].head, [event])
            #expect(verdict(links, points) == .broken(AuditFault(sequence: 8, kind: .restoreForged)))
        }
    }

    @Test func `checkpoints that are not the node's are looked into first`() throws {
        let foreign = try EphemeralKeyVault().auditSigner.checkpoint(
            node: "cgk-1", head: lost[9].head, atMilliseconds: 1)
        #expect(throws: SafeguardsError.checkpointNotGenuine(sequence: 10)) {
            try signer.restoreEvent(
                node: "cgk-1", restored: backup[6].head, checkpoints: [foreign], atMilliseconds: 1)
        }
        #expect(throws: SafeguardsError.nodeNameRefused) {
            try signer.restoreEvent(node: "CGK", restored: backup[6].head, checkpoints: [], atMilliseconds: 1)
        }
    }

    @Test func `the line is read in its one spelling only`() throws {
        let event = try signer.restoreEvent(
            node: "cgk-1", restored: backup[6].head, checkpoints: [try point(lost[9])], atMilliseconds: 100)
        let line = try #require(event.detail)
        let read = try AuditRestore(parsing: line)
        #expect(read.description == line && read.missing == 8...10 && read.isSigned(by: signer.publicKey))
        for index in line.indices {
            for character in ["0", "1", "b", " "] where String(line[index]) != character {
                var changed = line
                changed.replaceSubrange(index...index, with: character)
                let other = try? AuditRestore(parsing: changed)
                #expect(other?.isSigned(by: signer.publicKey) != true, "\(changed)")
            }
        }
        for text in ["", "cermat-restore 1", line + " ", line.replacing(" 7 ", with: " +7 ")] {
            #expect(throws: SafeguardsError.restoreMalformed) { try AuditRestore(parsing: text) }
        }
    }
}
