// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Manifests
import Screening
import Travel

/// The lists that officers are working on: in memory only, for their own officer only, gone after half an hour.
actor DraftShelf {
    /// What became of a list that was handed in.
    struct Result: Sendable {
        var travellers: Int
        var voyages: [RecordID<Voyage>]
        var messages: [RecordID<ReceivedMessage>]
        var isKnown: Bool
        var layoutVersion: Int?
        var refused: [ManifestRow]
        var flawed: [ManifestRow]
    }

    /// One list under work.
    struct Held: Sendable {
        var officer: RecordID<Officer>
        var draft: ManifestDraft
        var atMilliseconds: Int64
        var result: Result?
        /// Whether it is on its way in.
        var isClaimed = false
    }

    /// The most lists held; the oldest gives way.
    static let limit = 30
    static let lifetimeMilliseconds: Int64 = 30 * 60_000

    private var held: [RecordID<Held>: Held] = [:]

    /// Puts a list down under an address that nobody can guess.
    func hold(_ draft: ManifestDraft, of officer: RecordID<Officer>, now: Int64) -> RecordID<Held> {
        held = held.filter { now - $0.value.atMilliseconds < DraftShelf.lifetimeMilliseconds }
        if held.count >= DraftShelf.limit,
            let oldest = held.min(by: { $0.value.atMilliseconds < $1.value.atMilliseconds })
        {
            held[oldest.key] = nil
        }
        var generator = SystemRandomNumberGenerator()
        let id = RecordID<Held>.random(using: &generator)
        held[id] = Held(officer: officer, draft: draft, atMilliseconds: now)
        return id
    }

    /// An officer's own list; nil when it is another's or no longer held.
    func find(_ id: RecordID<Held>, of officer: RecordID<Officer>, now: Int64) -> Held? {
        guard let found = held[id], found.officer == officer,
            now - found.atMilliseconds < DraftShelf.lifetimeMilliseconds
        else { return nil }
        return found
    }

    /// Puts a changed list back.
    func replace(_ id: RecordID<Held>, _ draft: ManifestDraft, now: Int64) {
        held[id]?.draft = draft
        held[id]?.atMilliseconds = now
    }

    /// Claims a list for being handed in, so that pressing twice hands it in once.
    func claim(_ id: RecordID<Held>, of officer: RecordID<Officer>, now: Int64) -> ManifestDraft? {
        guard let found = find(id, of: officer, now: now), found.result == nil, !found.isClaimed else { return nil }
        held[id]?.isClaimed = true
        return found.draft
    }

    /// Gives a claimed list back, after it could not be handed in.
    func release(_ id: RecordID<Held>) { held[id]?.isClaimed = false }

    /// Notes what became of a list; its rows are let go.
    func finish(_ id: RecordID<Held>, _ result: Result) { held[id]?.result = result }

    /// Lets a list go.
    func discard(_ id: RecordID<Held>, of officer: RecordID<Officer>) {
        if held[id]?.officer == officer { held[id] = nil }
    }
}
