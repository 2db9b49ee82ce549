// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Testing

@Suite struct AuditCheckpointTests {
    /// Signed by Python's `cryptography` 48.0.0 with the key of ``KnownVault``.
    private let line =
        "cermat-checkpoint 1 cgk-1 1 780870c441ba7300f1476fdf638a62c09ef59a3385b7dd7fe3817a0382d9b5cb 1764000060000 "
        + "a2e80d9a9ce99c7c128164c1f683f7d8a360acd098f8b1d5b308c7110510382523e90b44c612f921d5662a379792d2322db48405d46f"
        + "265f1de97c29913c3206"
    private let key = "2543b92ff1095511476adc8369db6ddc933665a11978dda1404ee1066ca9559d"

    @Test func `agrees with another implementation`() throws {
        let vault = try KnownVault.open()
        #expect(vault.auditSigner.publicKey.description == key)
        let point = try AuditCheckpoint(parsing: line)
        #expect(point.description == line)
        #expect(point.node == "cgk-1" && point.head.sequence == 1 && point.atMilliseconds == 1_764_000_060_000)
        #expect(point.isSigned(by: try #require(AuditPublicKey(key))))
    }

    @Test func `signed then parsed is verified by the public key alone`() throws {
        let signer = EphemeralKeyVault().auditSigner
        let head = AuditSamples.chain(3)[2].head
        let point = try signer.checkpoint(node: "sub-2", head: head, atMilliseconds: 9)
        let parsed = try AuditCheckpoint(parsing: point.description)
        #expect(parsed == point)
        #expect(parsed.isSigned(by: try #require(AuditPublicKey(signer.publicKey.description))))
        #expect(!parsed.isSigned(by: EphemeralKeyVault().auditSigner.publicKey))
    }

    @Test func `any changed character is found`() throws {
        let key = try #require(AuditPublicKey(key))
        for index in line.indices {
            for character in ["0", "1", "b", " "] where String(line[index]) != character {
                var changed = line
                changed.replaceSubrange(index...index, with: character)
                guard let point = try? AuditCheckpoint(parsing: changed) else { continue }
                #expect(!point.isSigned(by: key), "\(changed)")
            }
        }
    }

    @Test(arguments: ["", "cermat-checkpoint 1", "cermat-checkpoint 2 a 1 00 1 00"])
    func `refuses other lines`(text: String) {
        #expect(throws: SafeguardsError.checkpointMalformed) { try AuditCheckpoint(parsing: text) }
    }

    @Test(arguments: ["", "CGK", "a b", "a\n", "é", String(repeating: "a", count: 65)])
    func `refuses nodes that would break the line`(node: String) {
        let head = AuditChain.genesis(node: node)
        #expect(throws: SafeguardsError.nodeNameRefused) {
            try EphemeralKeyVault().auditSigner.checkpoint(node: node, head: head, atMilliseconds: 0)
        }
    }
}
