// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Foundation
internal import SQLiteStore

/// One SHA-256 over everything derived, as `cermat state --digest` prints it.
enum StateDigest {
    static func of(_ store: SQLiteStore) async throws -> String {
        var hash = SHA256()
        try await store.exportDerived { hash.update(data: Data(($0 + "\n").utf8)) }
        return text(hash.finalize())
    }

    static func text(_ hash: SHA256.Digest) -> String { hash.map { String(format: "%02x", $0) }.joined() }
}
