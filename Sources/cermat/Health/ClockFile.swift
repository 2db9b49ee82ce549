// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Glibc
internal import Safeguards

/// The anchor of the machine's clock in a data folder: written by a server, read by whoever forgets or looks at the state.
struct ClockFile {
    static let name = "clock.json"

    private let path: String

    init(in folder: String) { path = folder + "/" + ClockFile.name }

    /// What was written; nil where there is none or it cannot be read.
    var anchor: ClockAnchor? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try? JSONDecoder().decode(ClockAnchor.self, from: data)
    }

    func write(_ anchor: ClockAnchor) throws {
        try JSONEncoder().encode(anchor).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    /// Believes the clock as it is from now on.
    func confirm() throws { try write(ClockAnchor(.now)) }
}

extension ClockReading {
    /// Both clocks as they are, read within a few milliseconds of each other unless the machine is very busy.
    static var now: ClockReading {
        let boot = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? "?"
        var before = steady
        var wall = WallClock.nowMilliseconds
        var after = steady
        for _ in 0..<9 where after - before > 5 {
            before = after
            wall = WallClock.nowMilliseconds
            after = steady
        }
        return ClockReading(
            boot: boot.trimmingCharacters(in: .whitespacesAndNewlines), wallMilliseconds: wall,
            steadyMilliseconds: after)
    }

    /// Milliseconds since the machine began, sleep included.
    private static var steady: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
