// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The open connections, and which of them to close when there are too many: the one that has been idle longest.
///
/// A class since every connection's handler speaks to the one shelf. `Handle` closes a connection.
final class ConnectionShelf<Handle: Sendable>: Sendable {
    private struct Entry {
        var handle: Handle
        /// The turn in which it became idle; nil while a request is under way.
        var idleSince: UInt64?
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var turn: UInt64 = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// How many are open.
    var count: Int { state.withLock { $0.entries.count } }

    /// Puts a new connection, idle so far; also what must be closed for it, where the shelf is full.
    ///
    /// Where every other is busy, it is the new one itself.
    func open(_ handle: Handle) -> (number: UInt64, closing: Handle?) {
        state.withLock { state in
            state.turn += 1
            let number = state.turn
            var closing: Handle?
            if state.entries.count >= limit {
                let oldest = state.entries.filter { $0.value.idleSince != nil }
                    .min { ($0.value.idleSince ?? 0) < ($1.value.idleSince ?? 0) }
                if let oldest { state.entries[oldest.key] = nil }
                closing = oldest?.value.handle ?? handle
            }
            state.entries[number] = Entry(handle: handle, idleSince: number)
            return (number, closing)
        }
    }

    /// A request has begun.
    func begin(_ number: UInt64) { state.withLock { $0.entries[number]?.idleSince = nil } }

    /// The connection waits for its next request.
    func rest(_ number: UInt64) {
        state.withLock { state in
            state.turn += 1
            state.entries[number]?.idleSince = state.turn
        }
    }

    func close(_ number: UInt64) { state.withLock { $0.entries[number] = nil } }
}
