// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Logging
internal import SQLiteStore
internal import Safeguards

/// Runs the retention schedule each night, and soon after the start where a night was missed.
struct RetentionLoop: Sendable {
    let folder: DataFolder
    let logger: Logger

    private static let dayMilliseconds: Int64 = 86_400_000

    func run() async throws {
        while !Task.isCancelled {
            let now = WallClock.nowMilliseconds
            if let run = try? RetentionRun(folder), now >= RetentionLoop.due(after: run.lastRun, run.schedule, now: now)
            {
                await forget(run, now)
            }
            try await Task.sleep(for: .seconds(60))
        }
    }

    /// When the next run is due: the nightly minute that follows the last run; the next one where there was none.
    static func due(after last: RetentionReport?, _ schedule: RetentionSchedule, now: Int64) -> Int64 {
        let from = last?.cutoffs.atMilliseconds ?? now - dayMilliseconds
        let midnight = from - from % dayMilliseconds
        let minute = midnight + Int64(schedule.nightlyMinute) * 60_000
        return minute > from ? minute : minute + dayMilliseconds
    }

    private func forget(_ run: RetentionRun, _ now: Int64) async {
        do {
            if let doubt = try await run.clockDoubt(now) {
                logger.error(
                    "retention waits; check the clock, then: cermat retention run --clock-is-right",
                    metadata: ["why": "\(doubt)"])
                return
            }
            let done = try await run.run(atMilliseconds: now)
            logger.info(
                "retention run",
                metadata: Dictionary(
                    uniqueKeysWithValues: RetentionMeasure.allCases.map {
                        ($0.rawValue, "\(done.report.tally[$0])")
                    }))
        } catch {
            logger.error("retention failed; it is tried again in a minute", metadata: ["error": "\(error)"])
        }
    }
}
