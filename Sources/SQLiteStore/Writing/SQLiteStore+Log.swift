// SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Screening

extension SQLiteStore {
    /// Moves everything from the write-ahead log into the database and cuts the log to nothing.
    func emptyLog() async throws(StoreError) {
        for attempt in 1... {
            do {
                try await pool.writeWithoutTransaction { db in
                    _ = try db.checkpoint(.truncate)
                }
                return
            } catch {
                // A reader holds a snapshot of before; it ends soon.
                guard attempt < 20 else { throw StoreError(error) }
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
    }
}
