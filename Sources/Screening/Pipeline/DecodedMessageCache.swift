// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// Decoded messages of the voyages screened last, bounded by the number of travellers in them.
struct DecodedMessageCache {
    private let limit: Int
    private var held: [RecordID<Voyage>: (messages: [DecodedMessage], weight: Int, turn: Int)] = [:]
    private var weight = 0
    private var turn = 0

    init(limit: Int) { self.limit = limit }

    func messages(of voyage: RecordID<Voyage>) -> [DecodedMessage] { held[voyage]?.messages ?? [] }

    /// Holds a voyage's messages; when the limit is passed, the half of the voyages not used for longest goes.
    mutating func hold(_ messages: [DecodedMessage], of voyage: RecordID<Voyage>) {
        turn += 1
        let cost = messages.reduce(1) { $0 + $1.message.travellers.count }
        weight += cost - (held[voyage]?.weight ?? 0)
        held[voyage] = (messages, cost, turn)
        guard weight > limit else { return }
        let turns = held.values.map(\.turn).sorted()
        let middle = turns[turns.count / 2]
        for (id, entry) in held where entry.turn < middle || (entry.turn == middle && held.count == 1) {
            held[id] = nil
            weight -= entry.weight
        }
    }
}
