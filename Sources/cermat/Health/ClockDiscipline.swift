// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Whether somebody keeps the machine's clock right.
enum ClockDiscipline {
    /// What the usual services leave behind while they do: systemd-timesyncd, chrony, ntpsec, OpenNTPD.
    private static let traces = [
        "/run/systemd/timesync/synchronized", "/run/chrony/chronyd.pid", "/run/chronyd.pid", "/run/ntpd.pid",
        "/run/ntpd.sock",
    ]

    static var isSet: Bool { traces.contains { FileManager.default.fileExists(atPath: $0) } }
}
