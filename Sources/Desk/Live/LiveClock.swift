// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// Keeps the live lines looking and beating while the server runs.
struct LiveClock: Service {
    let live: LiveBoard
    let readers: ReaderCounter
    let poll: Duration
    let heartbeat: Duration

    func run() async throws {
        let ticks = max(1, Int(heartbeat / poll))
        var count = 0
        while !Task.isCancelled && !Task.isShuttingDownGracefully {
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: poll) } } catch { break }
            await live.look()
            await readers.sweep()
            count += 1
            if count % ticks == 0 {
                await live.beat()
                await readers.beat()
            }
        }
        await live.closeAll()
        await readers.closeAll()
    }
}
