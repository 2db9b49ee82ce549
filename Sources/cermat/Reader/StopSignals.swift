// SPDX-License-Identifier: Apache-2.0

internal import UnixSignals

/// Runs something until SIGTERM or SIGINT.
enum StopSignals {
    static func untilStopped(_ body: @escaping @Sendable () async -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await body() }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) { break }
            }
            await group.next()
            group.cancelAll()
        }
    }
}
