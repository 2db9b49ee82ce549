// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate

/// A camera from its first frame to its last, as the audit log tells it. Frames are counted, people are not.
struct CameraRun: Hashable, Sendable {
    /// Whose camera: one of a station.
    struct Source: Hashable, Sendable {
        let station: StationName
        /// Whose browser gives it; nil for a fixed camera.
        let officer: RecordID<Officer>?
    }

    /// Of whoever began it; nil for a fixed camera.
    let mandate: Mandated?
    var lastMilliseconds: Int64
    var frames = 0

    /// A camera that sent nothing for so long has ended.
    static let quietMilliseconds: Int64 = 15_000
    /// A camera that goes on sending outside of the hours is recorded so often.
    static let refusalMilliseconds: Int64 = 3_600_000

    init(mandate: Mandated?, atMilliseconds now: Int64) {
        self.mandate = mandate
        lastMilliseconds = now
    }

    /// Whether nothing has come of it for too long.
    func isQuiet(atMilliseconds now: Int64) -> Bool { now - lastMilliseconds >= Self.quietMilliseconds }
}
