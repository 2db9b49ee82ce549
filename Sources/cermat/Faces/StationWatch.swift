// SPDX-License-Identifier: Apache-2.0

internal import CameraHost

/// Hands frames to a station at a pace, and counts what became of them.
struct StationWatch {
    let link: CameraLink
    let interval: Duration
    /// Pictures after which the camera rests; nil where it never does.
    let pauseEvery: Int?
    /// How long it rests.
    let pause: Duration
    private var sent = 0
    private(set) var figures = WatchFigures()

    /// How many times in a row the desk may be away before the camera gives up, a second between.
    private static let patience = 5

    init(link: CameraLink, interval: Duration, pauseEvery: Int?, pause: Duration) {
        self.pauseEvery = pauseEvery
        self.pause = pause
        self.link = link
        self.interval = interval
    }

    /// For people, on standard error.
    var sentence: String {
        "\(figures.frames) frames, \(figures.faces) faces in them, \(figures.searched) people searched, "
            + "\(figures.passedOver) frames passed over, \(figures.unreadable) unreadable"
    }

    /// Sends frames to the end of the source; the code of what stopped it, nil at the end.
    mutating func run(_ source: FrameSource) async throws -> String? {
        var source = source
        let stopped = try await send(&source)
        figures.unreadable += source.unreadable
        figures.passedOver += source.passedOver
        return stopped
    }

    private mutating func send(_ source: inout FrameSource) async throws -> String? {
        var misses = 0
        var frame = try await source.next()
        while let bytes = frame {
            let began = ContinuousClock.now
            if let code = figures.note(await link.send(bytes)) {
                misses += 1
                guard code == "away", misses < Self.patience else { return code }
                try await Task.sleep(for: .seconds(1))
                // A camera has gone on meanwhile, a file has not.
                if !source.isLive { continue }
            } else {
                misses = 0
                sent += 1
                if let pauseEvery, sent % pauseEvery == 0 { try await Task.sleep(for: pause) }
                if figures.frames % 100 == 0, figures.frames > 0 { CommandFailure.say(sentence) }
            }
            // The wait comes first, so that the frame is the newest when it is sent.
            let next = began.advanced(by: interval)
            if ContinuousClock.now < next { try await Task.sleep(until: next) }
            frame = try await source.next()
        }
        return nil
    }
}
