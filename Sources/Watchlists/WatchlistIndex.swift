// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// The tokens of all entries in memory: from a traveller's tokens to the few entries worth opening.
public struct WatchlistIndex: Sendable {
    private var entriesByToken: [BlindToken: [RecordID<WatchlistEntry>]] = [:]
    private var tokensByEntry: [RecordID<WatchlistEntry>: [BlindToken]] = [:]

    public init() {}

    /// The number of entries held.
    public var count: Int { tokensByEntry.count }

    /// Puts an entry's tokens in place of what was held for it.
    public mutating func update(_ entry: RecordID<WatchlistEntry>, tokens: [BlindToken]) {
        for token in tokensByEntry[entry] ?? [] { entriesByToken[token]?.removeAll { $0 == entry } }
        tokensByEntry[entry] = tokens
        for token in tokens { entriesByToken[token, default: []].append(entry) }
    }

    /// The entries that share a token with the traveller, in order of their identifiers.
    public func candidates(for tokens: [BlindToken]) -> [RecordID<WatchlistEntry>] {
        var found = Set<RecordID<WatchlistEntry>>()
        for token in tokens { if let entries = entriesByToken[token] { found.formUnion(entries) } }
        return found.sorted()
    }
}
