// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// Keeps the live board looking and beating while the server runs.
struct LiveClock: Service {
    let live: LiveBoard
    let poll: Duration
    let heartbeat: Duration

    func run() async throws {
        let ticks = max(1, Int(heartbeat / poll))
        var count = 0
        while !Task.isCancelled && !Task.isShuttingDownGracefully {
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: poll) } } catch { break }
            await live.look()
            count += 1
            if count % ticks == 0 { await live.beat() }
        }
        await live.closeAll()
    }
}
