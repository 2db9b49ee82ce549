// SPDX-License-Identifier: Apache-2.0

internal import Casework

/// Forgets visitors of a demonstration whose time is over, with what reviews hold of them.
struct VisitorSweep {
    let visitors: VisitorDesk?
    let stations: StationDesk?

    /// Looks every five seconds for as long as the task lives; an expired face is found by nobody in between.
    func run() async throws {
        while true {
            for entry in await visitors?.expire(atMilliseconds: WallClock.nowMilliseconds) ?? [] {
                await stations?.dropPictures(naming: entry)
            }
            try await Task.sleep(for: .seconds(5))
        }
    }
}
