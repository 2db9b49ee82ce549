// SPDX-License-Identifier: Apache-2.0

/// Lets one task at a time through a part of an actor that waits for the store in between; others in the order in which
/// they came.
struct TurnGate {
    private var isTaken = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    /// Whether the turn was free, and is taken now.
    mutating func take() -> Bool {
        if isTaken { return false }
        isTaken = true
        return true
    }

    /// Waits until it is handed on.
    mutating func wait(_ waiter: CheckedContinuation<Void, Never>) { waiters.append(waiter) }

    /// Hands the turn to the next, or frees it.
    mutating func pass() {
        if waiters.isEmpty { isTaken = false } else { waiters.removeFirst().resume() }
    }
}
