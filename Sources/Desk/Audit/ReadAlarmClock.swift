// SPDX-License-Identifier: Apache-2.0

import Casework
import Logging
import ServiceLifecycle

/// Follows the audit log while the server runs, so that reading out of the ordinary is told within a minute.
struct ReadAlarmClock: Service {
    let services: DeskServices
    let interval: Duration
    let logger: Logger

    func run() async throws {
        while !Task.isCancelled && !Task.isShuttingDownGracefully {
            do {
                for alarm in try await services.reads.look(atMilliseconds: services.now()) {
                    logger.notice("reading alarm, see the audit page", metadata: ["kind": "\(alarm.key.kind.rawValue)"])
                }
            } catch {
                logger.error("the audit log could not be followed; tried again", metadata: ["code": "\(error)"])
            }
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { return }
        }
    }
}
