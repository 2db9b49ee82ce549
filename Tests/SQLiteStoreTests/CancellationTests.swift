// SPDX-License-Identifier: Apache-2.0

import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing

@Suite struct CancellationTests {
    @Test func `who goes away before their turn is told so, and the store goes on`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: EphemeralKeyVault(), node: "test")
        let error = await Task { () -> StoreError? in
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(StoreError) {
                _ = try await store.inboxCounts()
                return nil
            } catch { return error }
        }.value
        #expect(error == .cancelled)
        #expect(try await store.inboxCounts().stored == 0)
    }
}
