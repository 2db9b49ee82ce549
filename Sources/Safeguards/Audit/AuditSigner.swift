// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// Signs checkpoints with a vault's Ed25519 key (RFC 8032).
public struct AuditSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    init(key: Curve25519.Signing.PrivateKey) { self.key = key }

    /// What verifies the signatures.
    public var publicKey: AuditPublicKey { AuditPublicKey(bytes: Array(key.publicKey.rawRepresentation)) }

    /// States and signs the head of a node's chain.
    public func checkpoint(
        node: String, head: AuditHead, atMilliseconds: Int64
    ) throws(SafeguardsError) -> AuditCheckpoint {
        guard AuditCheckpoint.isNode(node) else { throw .nodeNameRefused }
        let line = try sign(AuditCheckpoint.statement(node, head, atMilliseconds))
        return AuditCheckpoint(node: node, head: head, atMilliseconds: atMilliseconds, line: line)
    }

    /// Signs a statement.
    func sign(_ statement: String) throws(SafeguardsError) -> SignedLine {
        guard let signature = try? key.signature(for: Data(statement.utf8)) else { throw .signingFailed }
        return SignedLine(statement: statement, signature: Array(signature))
    }
}
