// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// A draft that one task takes out and changes in place.
///
/// A class, since a job that kept the draft would make the first change copy all of it: a cost of every batch that grows
/// with the voyage.
final class HeldDraft: Sendable {
    private let held: Mutex<VoyageDraft>

    init(_ draft: VoyageDraft) { held = Mutex(draft) }

    /// The draft; an empty one from the second time on.
    func take() -> VoyageDraft {
        held.withLock { held in
            let draft = held
            held = VoyageDraft()
            return draft
        }
    }
}
