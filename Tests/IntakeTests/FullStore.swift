// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Screening
import Synchronization
import TestSupport
import Travel

/// An inbox that has no room until it is told to have.
final class FullStore: InboxStore {
    let base: MemoryStore
    private let room: Mutex<Bool>

    init(_ base: MemoryStore, hasRoom: Bool = false) {
        self.base = base
        room = Mutex(hasRoom)
    }

    func setRoom(_ hasRoom: Bool) { room.withLock { $0 = hasRoom } }

    func append(_ batch: [InboxEntry], audit: [AuditEvent]) async throws(StoreError) -> [InboxReceipt] {
        guard room.withLock({ $0 }) else { throw .full }
        return try await base.append(batch, audit: audit)
    }

    func inboxCounts() async throws(StoreError) -> InboxCounts { try await base.inboxCounts() }

    func inboxRows(
        after cursor: Int64?, states: Set<MessageState>, limit: Int
    ) async throws(StoreError) -> [InboxRow] { try await base.inboxRows(after: cursor, states: states, limit: limit) }

    func message(_ id: RecordID<ReceivedMessage>) async throws(StoreError) -> StoredMessage? {
        try await base.message(id)
    }
}
