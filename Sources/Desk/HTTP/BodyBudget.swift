// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Bytes of bodies held in memory, all requests together; what would pass the limit is refused.
///
/// A class since every request draws on the one budget.
final class BodyBudget: Sendable {
    private let limitBytes: Int
    private let held = Mutex(0)

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// Bytes held now.
    var heldBytes: Int { held.withLock { $0 } }

    /// Takes bytes of the budget; false where they do not fit.
    func take(_ bytes: Int) -> Bool {
        held.withLock { held in
            guard held + bytes <= limitBytes else { return false }
            held += bytes
            return true
        }
    }

    func give(back bytes: Int) { held.withLock { $0 -= bytes } }
}
