// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import Screening
internal import Travel

extension StoreContract {
    static let inbox: [StoreContract] = [
        StoreContract("answers in the order of the batch and knows repeats") { store in
            let first = try await store.append(
                [StoreSamples.message(1), StoreSamples.message(2, state: .quarantined), StoreSamples.message(1)],
                audit: [])
            try ContractFailure.equal(first.map(\.outcome), [.stored, .quarantined, .duplicate], "outcomes")
            try ContractFailure.equal(first[2].id, first[0].id, "a repeat has the first one's identity")
            let second = try await store.append([StoreSamples.message(2), StoreSamples.message(3)], audit: [])
            try ContractFailure.equal(second.map(\.outcome), [.duplicate, .stored], "outcomes of the second batch")
            let counts = try await store.inboxCounts()
            try ContractFailure.equal(
                counts, InboxCounts(stored: 2, pending: 2, quarantined: 1, duplicates: 2), "counts")
        },
        StoreContract("an empty batch changes nothing") { store in
            try ContractFailure.equal(try await store.append([], audit: []), [], "receipts")
            try ContractFailure.equal(try await store.inboxCounts().stored, 0, "stored")
        },
        StoreContract("a message comes back as it went in") { store in
            var entry = StoreSamples.message(5, size: 9_000)
            entry.cardTokens = [3: StoreSamples.token(1), 8_000: StoreSamples.token(2)]
            entry.filtered = ["meal": 3, "card": 2]
            _ = try await store.append([entry, StoreSamples.message(6, size: 0)], audit: [])
            let found = try await store.message(entry.id)
            let expected = StoredMessage(
                id: entry.id, receivedAtMilliseconds: entry.receivedAtMilliseconds, origin: entry.origin,
                state: .pending, bytes: entry.bytes, cardTokens: entry.cardTokens, filtered: entry.filtered)
            try ContractFailure.require(found == expected, "the message differs")
            try ContractFailure.equal(try await store.message(StoreSamples.id(6))?.bytes.count, 0, "an empty message")
            try ContractFailure.require(try await store.message(StoreSamples.id(99)) == nil, "an unknown message")
        },
        StoreContract("lists the inbox page by page and by state") { store in
            _ = try await store.append(
                (1...9).map { StoreSamples.message($0, state: $0 % 4 == 0 ? .quarantined : .pending) }, audit: [])
            let all = Set(MessageState.allCases)
            let first = try await store.inboxRows(after: nil, states: all, limit: 5)
            let rest = try await store.inboxRows(after: first.last?.cursor, states: all, limit: 50)
            let ids: [RecordID<ReceivedMessage>] = (1...9).map { StoreSamples.id($0) }
            try ContractFailure.equal((first + rest).map(\.id), ids, "pages")
            let quarantined = try await store.inboxRows(after: nil, states: [.quarantined], limit: 50)
            try ContractFailure.equal(
                quarantined.map(\.quarantineReason), ["no interchange header", "no interchange header"], "reasons")
            let pending = try await store.inboxRows(after: nil, states: [.pending, .screened], limit: 50)
            try ContractFailure.equal(pending.count, 7, "pending or screened")
        },
        StoreContract("counts what came from an origin since a moment, and knows when the last came") { store in
            var entries = (1...6).map { StoreSamples.message($0, state: $0 % 3 == 0 ? .quarantined : .pending) }
            for place in entries.indices {
                entries[place].receivedAtMilliseconds = Int64(1_000 * (place + 1))
                entries[place].origin = place == 0 ? "http:old" : place == 1 ? "file.edi" : "http:ga"
            }
            _ = try await store.append(entries, audit: [])
            let found = try await store.traffic(of: ["http:ga", "http:old", "http:none"], sinceMilliseconds: 4_000)
            try ContractFailure.equal(
                found,
                [
                    "http:ga": OriginTraffic(lastReceivedAtMilliseconds: 6_000, received: 3, quarantined: 1),
                    "http:old": OriginTraffic(lastReceivedAtMilliseconds: 1_000),
                ], "traffic")
            try ContractFailure.equal(
                try await store.traffic(of: [], sinceMilliseconds: 0), [:], "traffic of no origin")
        },
        StoreContract("gives pending messages oldest first") { store in
            _ = try await store.append((1...5).map { StoreSamples.message($0) }, audit: [])
            let found = try await store.pendingMessages(limit: 3)
            try ContractFailure.equal(found.map(\.id), (1...3).map { StoreSamples.id($0) }, "pending")
            try ContractFailure.equal(found[0].bytes, StoreSamples.message(1).bytes, "bytes")
        },
    ]
}
