// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards

/// Random audit events and chains.
enum AuditSamples {
    static func event(using rng: inout SeededBits) -> AuditEvent {
        let words = ["", "traveller:1", "a\"b", "c\\d", "é漢\u{1F600}", "\u{0}\u{1f}\n\t", "/", "\u{7f}\u{2028}"]
        func word() -> String { words.randomElement(using: &rng) ?? "" }
        let actors: [AuditActor] = [
            .system, .anonymous,
            .officer(.random(using: &rng), role: Role.allCases.randomElement(using: &rng) ?? .officer, post: nil),
            .officer(.random(using: &rng), role: .analyst, post: PostCode("IDBTM")),
        ]
        // A restore record outside of its place breaks a chain; AuditRestoreTests makes its own.
        let actions = AuditAction.allCases.filter { $0 != .restored }
        return AuditEvent(
            atMilliseconds: Int64.random(in: .min ... .max, using: &rng),
            actor: actors.randomElement(using: &rng) ?? .system,
            action: actions.randomElement(using: &rng) ?? .search,
            outcome: AuditOutcome.allCases.randomElement(using: &rng) ?? .done,
            purpose: Bool.random(using: &rng) ? Purpose.allCases.randomElement(using: &rng) : nil,
            reference: Bool.random(using: &rng) ? word() : nil,
            subjects: (0..<Int.random(in: 0...3, using: &rng)).map { _ in word() },
            detail: Bool.random(using: &rng) ? word() : nil)
    }

    static func chain(_ count: Int, node: String = "cgk-1", seed: UInt64 = 1) -> [AuditLink] {
        var rng = SeededBits(seed: seed)
        return AuditChain.links(after: AuditChain.genesis(node: node), (0..<count).map { _ in event(using: &rng) })
    }

    static func verdict(
        _ links: [AuditLink], checkpoints: [AuditCheckpoint] = [], publicKey: AuditPublicKey? = nil
    ) -> AuditVerdict {
        var verifier = AuditVerifier(node: "cgk-1", checkpoints: checkpoints, publicKey: publicKey)
        for link in links { verifier.read(link) }
        return verifier.finish()
    }
}
