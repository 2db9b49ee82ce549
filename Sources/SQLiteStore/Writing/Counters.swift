// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// Numbers kept up to date with what they count, in the same transaction.
enum Counters: String {
    /// Everything that a board could show.
    case changes
    /// Acts of officers: the version of the watchlist and of all judgements.
    case acts
    case duplicates
    /// Rows of the inbox, quarantined ones included.
    case messages
    case quarantined
    /// The act that last changed the ports; absent before the first.
    case ports
    /// Rows of the inbox whose messages are gone.
    case forgotten
    /// Changes of enrolled faces.
    case faces

    func add(_ amount: Int, _ db: Database) throws {
        guard amount != 0 else { return }
        try db.run("UPDATE counter SET value = value + ? WHERE name = ?", [amount, rawValue])
    }

    func set(_ value: Int64, _ db: Database) throws {
        try db.run("INSERT OR REPLACE INTO counter (name, value) VALUES (?, ?)", [rawValue, value])
    }

    func value(_ db: Database) throws -> Int64 {
        try db.row("SELECT value FROM counter WHERE name = ?", [rawValue])?[0] ?? 0
    }
}
