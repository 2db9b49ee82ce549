// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import Travel

/// Questions that wait, the most urgent voyage first; each question once.
struct VerificationQueue {
    struct Item: Hashable, Sendable {
        var question: RegistryQuestion
        var token: BlindToken
        /// Nil where an officer asks about somebody who is on no voyage.
        var voyage: RecordID<Voyage>?
        var traveller: RecordID<Traveller>?
        /// When the post waits for the voyage, minutes since 1970 UTC.
        var dueUTC: Int
    }

    /// More are not held: what is less urgent is found again by a later scan.
    static let limit = 200_000

    private var items: [BlindToken: Item] = [:]
    /// The most urgent last; made anew when something came.
    private var order: [Item] = []
    private var isSorted = true

    var count: Int { items.count }

    func holds(_ token: BlindToken) -> Bool { items[token] != nil }

    mutating func add(_ item: Item) {
        if let held = items[item.token], held.dueUTC <= item.dueUTC { return }
        if items.count >= Self.limit, items[item.token] == nil { return }
        items[item.token] = item
        isSorted = false
    }

    /// Takes the most urgent of what is not yet past its hour.
    mutating func next(notBefore minute: Int) -> Item? {
        if !isSorted {
            order = items.values.sorted { ($0.dueUTC, $0.token) > ($1.dueUTC, $1.token) }
            isSorted = true
        }
        while let item = order.popLast() {
            guard items[item.token] == item else { continue }
            items[item.token] = nil
            if item.dueUTC >= minute { return item }
        }
        return nil
    }
}
