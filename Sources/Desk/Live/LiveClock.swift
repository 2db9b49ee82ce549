// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// Keeps the live lines looking and beating while the server runs.
struct LiveClock: Service {
    let live: LiveBoard
    let readers: ReaderCounter
    let faces: FaceLines
    let poll: Duration
    let heartbeat: Duration

    func run() async throws {
        let ticks = max(1, Int(heartbeat / poll))
        var count = 0
        while !Task.isCancelled && !Task.isShuttingDownGracefully {
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: poll) } } catch { break }
            await live.look()
            await readers.sweep()
            await faces.look()
            count += 1
            if count % ticks == 0 {
                await live.beat()
                await readers.beat()
                await faces.beat()
            }
        }
        await live.closeAll()
        await readers.closeAll()
        await faces.closeAll()
    }
}
