// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import GRDB
internal import Mandate
public import Screening

extension SQLiteStore {
    public func forgetReplies(
        beforeMilliseconds limit: Int64, atMilliseconds now: Int64
    ) async throws(StoreError) -> Int {
        try await writing { [sealer, node] db in
            let keys = try Int64.fetchAll(
                db,
                sql: """
                    SELECT d.key FROM decision AS d JOIN data_key AS k ON k.number = d.key
                    WHERE d.kind IN (?, ?) AND d.at < ? AND \(Forgetting.notHeld("d.voyage"))
                    """,
                arguments: [
                    DecisionKind.registryReplied.rawValue, DecisionKind.registryFaceReplied.rawValue, limit,
                ])
            guard !keys.isEmpty else { return 0 }
            for key in keys { try sealer.delete(key: key, db) }
            try AuditWriting.append([.forgotReplies(keys.count, atMilliseconds: now)], node: node, db)
            return keys.count
        }
    }
}
