// SPDX-License-Identifier: Apache-2.0

import Foundation
import Safeguards
import Testing

@Suite struct AuditBundleTests {
    private let signer = EphemeralKeyVault().auditSigner
    private let chain = AuditSamples.chain(12)
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private var path: String { folder.path + "/bundle.tar" }

    /// A bundle of records 4 to 12 with a checkpoint of record 8.
    private func make(_ links: [AuditLink]? = nil) throws {
        let links = links ?? Array(chain.dropFirst(3))
        let log = try DraftFile(folder.path + "/log")
        try log.write(line: AuditLogHeader(node: "cgk-1", before: chain[2].head).description)
        var statistics = AuditStatistics()
        for link in links {
            try log.write(AuditLogRecord.line(link) + [10])
            statistics.count(link)
        }
        try log.write(
            line: try signer.checkpoint(node: "cgk-1", head: chain[11].head, atMilliseconds: 1).description)
        let kept = try signer.checkpoint(node: "cgk-1", head: chain[7].head, atMilliseconds: 1)
        let draft = try DraftFile(path)
        _ = try AuditBundle(
            node: "cgk-1", period: "2026-01-01 .. 2026-01-31", log: try log.slice(), statistics: statistics,
            checkpoints: Array((kept.description + "\n").utf8), policy: Array("roles: []\n".utf8), verdict: "holds"
        ).write(to: draft, signer: signer, atMilliseconds: 1_764_000_000_000)
        #expect(!FileManager.default.fileExists(atPath: path), "seen before it was published")
        try draft.publish()
    }

    private func check(_ key: AuditPublicKey?) throws -> AuditBundleCheck {
        try AuditBundleCheck(FileSlice(path: path), key: key) { _ in CheckpointLines([]) }
    }

    @Test func `a bundle holds by its key and by no other`() throws {
        try make()
        #expect(try check(signer.publicKey).problems.isEmpty)
        let own = try check(nil)
        #expect(own.problems.isEmpty && own.notes.contains { $0.contains("compare it with yours") })
        #expect(try !check(EphemeralKeyVault().auditSigner.publicKey).problems.isEmpty)
    }

    @Test(arguments: 0..<150) func `any changed byte is found`(seed: UInt64) throws {
        var rng = SeededBits(seed: seed)
        try make()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let position = Int.random(in: 0..<bytes.count, using: &rng)
        bytes[position] ^= UInt8.random(in: 1...255, using: &rng)
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(try !check(signer.publicKey).problems.isEmpty, "seed \(seed), byte \(position)")
    }

    @Test func `a bundle that was cut or lengthened is damaged`() throws {
        try make()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for other in [bytes.dropLast(), bytes.prefix(512), bytes.prefix(0), bytes + [0], bytes + bytes] {
            try Data(other).write(to: URL(fileURLWithPath: path))
            #expect(try !check(signer.publicKey).problems.isEmpty)
        }
    }

    @Test func `a broken log inside a signed bundle is named`() throws {
        var links = Array(chain.dropFirst(3))
        links.remove(at: 2)
        try make(links)
        #expect(try check(signer.publicKey).problems.contains { $0.contains("record 6: missing") })
    }

    @Test func `an unpublished draft leaves nothing`() throws {
        do {
            let draft = try DraftFile(path)
            try draft.write(line: "x")
            try draft.synchronise()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
