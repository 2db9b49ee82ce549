// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Intake
internal import SQLiteStore
internal import Screening

/// Screens what is pending on a data folder. One process at a time does it; others wait for it.
struct ScreeningLoop {
    private let folder: DataFolder
    private let screener: Screener
    private let meter: OperatingMeter?

    init(_ folder: DataFolder, meter: OperatingMeter? = nil) {
        self.meter = meter
        self.folder = folder
        screener = folder.screener()
    }

    /// Returns when nothing on the folder is pending: screens itself, or waits while another process does.
    func drain(progress: Bool) async throws {
        while true {
            try Task.checkCancellation()
            if let lock = try ScreenerLock.acquire(at: folder.path) {
                defer { lock.release() }
                try await drainHoldingLock(progress: progress)
                return
            }
            if try await folder.store.inboxCounts().pending == 0 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func drainHoldingLock(progress: Bool) async throws {
        var done = 0
        var said = ContinuousClock.now
        while true {
            let step = try await screener.screenPending()
            done += step.messages.count
            if progress, said.duration(to: .now) > .seconds(2) {
                CommandFailure.say("\(done) messages screened")
                said = .now
            }
            if step.isDrained { return }
        }
    }

    /// Screens for as long as the task lives; waits a short while when nothing is pending.
    func run() async throws {
        let lock = try await waitForLock()
        defer { lock.release() }
        while !Task.isCancelled {
            let step = try await screener.screenPending()
            meter?.note(step)
            if step.isDrained { try await Task.sleep(for: .milliseconds(40)) }
        }
    }

    private func waitForLock() async throws -> ScreenerLock {
        while true {
            if let lock = try ScreenerLock.acquire(at: folder.path) { return lock }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
