// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// Drafts of the voyages screened last, bounded by the number of travellers in their messages.
struct VoyageDraftCache {
    private let limit: Int
    private var held: [RecordID<Voyage>: (draft: VoyageDraft, weight: Int, turn: Int)] = [:]
    private var weight = 0
    private var turn = 0

    init(limit: Int) { self.limit = limit }

    /// The messages of a voyage that need not be delivered again.
    func messages(of voyage: RecordID<Voyage>) -> [DecodedMessage] { held[voyage]?.draft.messages ?? [] }

    /// Forgets all drafts.
    mutating func removeAll() { self = VoyageDraftCache(limit: limit) }

    /// Takes a voyage's draft out; an empty one where none is held.
    mutating func take(_ voyage: RecordID<Voyage>) -> VoyageDraft {
        guard let entry = held.removeValue(forKey: voyage) else { return VoyageDraft() }
        weight -= entry.weight
        return entry.draft
    }

    /// Holds a voyage's draft; when the limit is passed, the half of the voyages not used for longest goes.
    mutating func hold(_ draft: VoyageDraft, of voyage: RecordID<Voyage>) {
        turn += 1
        let cost = draft.weight
        weight += cost - (held[voyage]?.weight ?? 0)
        held[voyage] = (draft, cost, turn)
        guard weight > limit else { return }
        let turns = held.values.map(\.turn).sorted()
        let middle = turns[turns.count / 2]
        for (id, entry) in held where entry.turn < middle || held.count == 1 {
            held[id] = nil
            weight -= entry.weight
        }
    }
}
