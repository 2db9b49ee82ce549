// SPDX-License-Identifier: Apache-2.0

internal import Casework
public import Civil
public import Mandate
internal import Messages
public import Screening
public import Travel

extension MemoryStore {
    public func append(_ batch: [InboxEntry], audit: [AuditEvent]) async throws(StoreError) -> [InboxReceipt] {
        var receipts: [InboxReceipt] = []
        for entry in batch {
            if let place = places[entry.id] {
                duplicates += 1
                inbox[place].repeats += 1
                receipts.append(InboxReceipt(id: entry.id, outcome: .duplicate))
                continue
            }
            places[entry.id] = inbox.count
            inbox.append(
                Held(
                    message: StoredMessage(
                        id: entry.id, receivedAtMilliseconds: entry.receivedAtMilliseconds, origin: entry.origin,
                        state: entry.state, bytes: entry.bytes, cardTokens: entry.cardTokens, filtered: entry.filtered,
                        screenedAtMilliseconds: entry.screenedAtMilliseconds,
                        profile: entry.profile.flatMap { profile($0) }),
                    cursor: Int64(inbox.count + 1), quarantineReason: entry.quarantineReason, sender: entry.sender))
            let isQuarantined = entry.state == .quarantined
            if isQuarantined { changes += 1 }
            receipts.append(InboxReceipt(id: entry.id, outcome: isQuarantined ? .quarantined : .stored))
        }
        chain(audit)
        return receipts
    }

    /// The version of a profile in the decision log.
    private func profile(_ stamp: ProfileStamp) -> SavedProfile? {
        for record in log {
            if case .profileSaved(let saved) = record.decision, saved.record == stamp.record { return saved }
        }
        return nil
    }

    public func inboxCounts() async throws(StoreError) -> InboxCounts {
        InboxCounts(
            stored: inbox.count { $0.message.state != .quarantined && $0.message.state != .replayed },
            pending: inbox.count { $0.message.state == .pending },
            quarantined: inbox.count { $0.message.state == .quarantined }, duplicates: duplicates)
    }

    public func inboxRows(
        after cursor: Int64?, states: Set<MessageState>, limit: Int
    ) async throws(StoreError) -> [InboxRow] {
        let found = inbox.filter { $0.cursor > cursor ?? 0 && states.contains($0.message.state) }.prefix(limit)
        return found.map { held in
            InboxRow(
                cursor: held.cursor, id: held.message.id, state: held.message.state,
                receivedAtMilliseconds: held.message.receivedAtMilliseconds, origin: held.message.origin,
                sizeBytes: held.message.bytes.count, kind: held.screened?.kind, voyage: held.screened?.voyage,
                warnings: held.screened?.warnings ?? [:], quarantineReason: held.quarantineReason)
        }
    }

    public func traffic(
        of origins: [String], sinceMilliseconds since: Int64
    ) async throws(StoreError) -> [String: OriginTraffic] {
        var found: [String: OriginTraffic] = [:]
        for held in inbox where origins.contains(held.message.origin) {
            let message = held.message
            var seen = found[message.origin] ?? OriginTraffic()
            seen.lastReceivedAtMilliseconds = max(
                seen.lastReceivedAtMilliseconds ?? 0, message.receivedAtMilliseconds)
            if message.receivedAtMilliseconds >= since {
                seen.received += 1
                if message.state == .quarantined { seen.quarantined += 1 }
            }
            found[message.origin] = seen
        }
        return found
    }

    public func message(_ id: RecordID<ReceivedMessage>) async throws(StoreError) -> StoredMessage? {
        places[id].map { inbox[$0].message }
    }
}
