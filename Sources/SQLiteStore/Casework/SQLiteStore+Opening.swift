// SPDX-License-Identifier: Apache-2.0

public import Casework
internal import GRDB
public import Screening

extension SQLiteStore {
    /// The decisions of some kinds, in the order of the log, for what must be known before anything else is done with the folder.
    /// Blocks; elsewhere ``decisions(kinds:post:sinceMilliseconds:limit:)`` is used.
    public func decisionsAtOpening(_ kinds: Set<DecisionKind>) throws(StoreError) -> [DecisionRecord] {
        do {
            return try pool.read { [sealer] db in
                try DecisionReading(db: db, sealer: sealer).records(
                    "WHERE d.kind IN (SELECT value FROM json_each(?)) ORDER BY d.seq",
                    [JSONList.words(kinds.map(\.rawValue).sorted())])
            }
        } catch { throw StoreError(error) }
    }
}
