// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Whether the simulated reader hangs: set by its script, asked by the thread that hears the host.
final class HungFlag: Sendable {
    private let isSet = Mutex(false)

    func store(_ value: Bool) { isSet.withLock { $0 = value } }
    func load() -> Bool { isSet.withLock { $0 } }
}
