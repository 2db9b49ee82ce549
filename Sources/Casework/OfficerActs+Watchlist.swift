// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
internal import Screening
public import Watchlists

/// What became of a watchlist file.
public struct WatchlistImport: Hashable, Sendable {
    public var written: Int
    public var refusals: [WatchlistCSV.Refusal]
}

extension OfficerActs {
    /// Writes an entry, new or changed; voyages that carry one of its tokens are screened anew.
    ///
    /// - Throws: ``CaseworkError/reasonRequired`` without a reason; a list taken over from elsewhere may lack them.
    public func writeEntry(
        _ draft: WatchlistDraft, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> WatchlistEntry {
        var draft = draft
        draft.reason = try checkedReason(draft.reason)
        var generator = SystemRandomNumberGenerator()
        let entry = draft.entry(
            id: draft.id ?? .random(using: &generator), addedAtMilliseconds: now, addedBy: mandate.officer)
        try await write([entry], by: mandate, now)
        return entry
    }

    /// Withdraws an entry: it matches no more, its hits lapse.
    public func withdrawEntry(
        _ id: RecordID<WatchlistEntry>, reason: String, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        let reason = try checkedReason(reason)
        let known: [EntryKnowledge]
        do { known = try await store.entries([id]) } catch { throw .store(.failed(reason: "entries")) }
        guard var entry = known.first?.entry, !entry.isWithdrawn else { throw .unknown }
        entry.isWithdrawn = true
        let change = CaseworkChange(
            decisions: [record(.entryWithdrawn(id, reason: reason), by: mandate, now)],
            entryTokens: [id: entry.matchTokens(tokens)])
        try await write(change, .editWatchlist, by: mandate, now, subjects: ["entry:\(id)"], detail: "withdrawn")
    }

    /// Writes all good rows of a CSV file, a thousand to a transaction, and says which were refused and why.
    /// - Parameter added: since when the entries are in force, for a list taken over from elsewhere; nil for now.
    public func importEntries(
        csv: [UInt8], list: String, by mandate: Mandated?, atMilliseconds now: Int64,
        added: Int64? = nil
    ) async throws(CaseworkError) -> WatchlistImport {
        let file = WatchlistCSV(csv, list: list, tokens: tokens)
        var generator = SystemRandomNumberGenerator()
        let entries = file.drafts.map {
            $0.entry(
                id: $0.id ?? .random(using: &generator), addedAtMilliseconds: min(added ?? now, now),
                addedBy: mandate?.officer)
        }
        for start in stride(from: 0, to: entries.count, by: 1000) {
            try await write(Array(entries[start..<min(start + 1000, entries.count)]), by: mandate, now)
        }
        return WatchlistImport(written: entries.count, refusals: file.refusals)
    }

    private func write(
        _ entries: [WatchlistEntry], by mandate: Mandated?, _ now: Int64
    ) async throws(CaseworkError) {
        let change = CaseworkChange(
            decisions: entries.map { record(.entryWritten($0), by: mandate, now) },
            entryTokens: Dictionary(
                entries.map { ($0.id, $0.matchTokens(tokens)) }, uniquingKeysWith: { _, b in b }))
        let subjects = entries.prefix(20).map { "entry:\($0.id)" }
        try await write(
            change, .editWatchlist, by: mandate, now, subjects: subjects, detail: "written=\(entries.count)")
    }
}
