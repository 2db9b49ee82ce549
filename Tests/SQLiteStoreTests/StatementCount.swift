// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts statements over all connections of a store: a class since they share it.
final class StatementCount: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func add() { count.withLock { $0 += 1 } }
}
