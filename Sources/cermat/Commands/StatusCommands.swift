// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import SQLiteStore
internal import Screening
internal import Travel

/// `cermat status`: the ledger in figures.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how many messages are held, pending and quarantined.")

    @OptionGroup var data: DataOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let folder = try data.open()
        let counts = try await folder.store.inboxCounts()
        if json {
            print(
                "{\"messages\":{\"stored\":\(counts.stored),\"pending\":\(counts.pending),\"quarantined\":\(counts.quarantined),"
                    + "\"duplicates\":\(counts.duplicates)"
                    + (counts.forgotten > 0 ? ",\"forgotten\":\(counts.forgotten)" : "") + "}}")
        } else {
            print("stored \(counts.stored), of these pending \(counts.pending)")
            print("quarantined \(counts.quarantined), repeats that changed nothing \(counts.duplicates)")
            if counts.forgotten > 0 { print("forgotten in time \(counts.forgotten)") }
        }
    }
}

/// `cermat messages`: every message held, once.
struct MessagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages", abstract: "List every stored or quarantined message once, without contents.")

    @OptionGroup var data: DataOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let folder = try data.open()
        var output = LineOutput()
        var cursor: Int64?
        while true {
            let rows = try await folder.store.inboxRows(after: cursor, states: Set(MessageState.allCases), limit: 1000)
            for row in rows { output.add(json ? row.json : row.text) }
            guard let last = rows.last else { break }
            cursor = last.cursor
        }
        output.flush()
    }
}

extension InboxRow {
    /// `stored` for what readers understood, whether screened yet or not; `replayed` for what went on from quarantine, `forgotten` for rows whose message is gone.
    private var statusWord: String {
        switch state {
        case .quarantined: "quarantined"
        case .replayed: "replayed"
        case .forgotten: "forgotten"
        case .pending, .screened: "stored"
        }
    }

    private var receivedAt: String { WallClock.text(receivedAtMilliseconds) }

    var json: String {
        let voyageText = voyage.map { "\"\($0)\"" } ?? "null"
        let kindText = kind.map { "\"\($0.rawValue)\"" } ?? "null"
        return
            "{\"id\":\"\(id)\",\"status\":\"\(statusWord)\",\"receivedAt\":\"\(receivedAt)\",\"pending\":\(state == .pending),"
            + "\"kind\":\(kindText),\"voyage\":\(voyageText),\"bytes\":\(sizeBytes)}"
    }

    var text: String { "\(id)  \(statusWord)  \(receivedAt)  \(kind?.rawValue ?? "-")  \(sizeBytes) B" }
}
