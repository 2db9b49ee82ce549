// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Screening
internal import Synchronization
internal import Watchlists

/// Opened entries with their judgements, so that an entry with years of judgements is not opened anew for every batch.
///
/// An item holds while the entry's `touched` is the same, which every act on it moves, whatever process does it; who
/// destroys an entry's key must move it too. A class since copies of a store share it.
final class EntryCache: Sendable {
    private struct Item {
        var touched: Int64
        var knowledge: EntryKnowledge
        var weight: Int { 1 + knowledge.judgements.count + knowledge.assignments.count + knowledge.versions.count }
    }

    private struct Items {
        var byEntry: [RecordID<WatchlistEntry>: Item] = [:]
        var weight = 0
    }

    private let limit: Int
    private let items = Mutex(Items())

    /// - Parameter limit: how many entries, judgements and assignments are held together.
    init(limit: Int) { self.limit = limit }

    func knowledge(of entry: RecordID<WatchlistEntry>, touched: Int64) -> EntryKnowledge? {
        items.withLock { items in
            guard let item = items.byEntry[entry], item.touched == touched else { return nil }
            return item.knowledge
        }
    }

    /// Holds an entry; when there are too many, all others go.
    func hold(_ knowledge: EntryKnowledge, touched: Int64) {
        let item = Item(touched: touched, knowledge: knowledge)
        items.withLock { items in
            if items.weight + item.weight > limit { items = Items() }
            items.weight += item.weight - (items.byEntry[knowledge.entry.id]?.weight ?? 0)
            items.byEntry[knowledge.entry.id] = item
        }
    }
}
