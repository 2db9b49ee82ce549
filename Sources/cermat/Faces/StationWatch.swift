// SPDX-License-Identifier: Apache-2.0

internal import CameraHost
internal import Foundation

/// Where a fixed camera's pictures come from.
enum FrameSource {
    /// Pictures in the order of their names.
    case pictures([String])
    /// A stream of JPEG pictures.
    case stream(FileHandle)

    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        if path == "-" {
            self = .stream(.standardInput)
        } else if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
                [".jpg", ".jpeg", ".png"].contains { name.lowercased().hasSuffix($0) }
            }
            self = .pictures(names.sorted().map { path + "/" + $0 })
        } else if let handle = FileHandle(forReadingAtPath: path) {
            self = .stream(handle)
        } else {
            throw CommandFailure.exit("\(path) is no folder and no file that can be read")
        }
    }
}

/// Hands frames to a station at a pace, and counts what became of them.
struct StationWatch {
    let link: CameraLink
    let interval: Duration
    /// Pictures after which the camera rests for ``rest``; nil where it never does.
    let pauseEvery: Int?
    private var sent = 0
    private(set) var figures = WatchFigures()
    private var last = ContinuousClock.now

    /// How many times in a row a frame may find the desk away before it is given up.
    private static let patience = 5

    /// Longer than a station remembers whoever has gone out of sight.
    private static let rest = Duration.seconds(10)

    init(link: CameraLink, interval: Duration, pauseEvery: Int? = nil) {
        self.pauseEvery = pauseEvery
        self.link = link
        self.interval = interval
    }

    /// For people, on standard error.
    var sentence: String {
        "\(figures.frames) frames, \(figures.faces) faces in them, \(figures.searched) people searched, "
            + "\(figures.passedOver) frames passed over, \(figures.unreadable) unreadable"
    }

    /// Sends all frames; the code of what stopped it, nil at the end of the source.
    mutating func run(_ source: FrameSource) async throws -> String? {
        switch source {
        case .pictures(let paths):
            for path in paths {
                if let code = try await send(try InputFile(path).bytes) { return code }
            }
        case .stream(let handle):
            var cutter = MotionJPEG()
            while let bytes = try handle.read(upToCount: 256 * 1024), !bytes.isEmpty {
                for frame in cutter.take(bytes) { if let code = try await send(frame) { return code } }
            }
            figures.unreadable += cutter.dropped
        }
        return nil
    }

    private mutating func send(_ frame: [UInt8]) async throws -> String? {
        if let pauseEvery, sent > 0, sent % pauseEvery == 0 { try await Task.sleep(for: Self.rest) }
        sent += 1
        let next = last.advanced(by: interval)
        if ContinuousClock.now < next { try await Task.sleep(until: next) }
        for attempt in 1...Self.patience {
            last = .now
            guard let code = figures.note(await link.send(frame)) else { break }
            guard code == "away", attempt < Self.patience else { return code }
            try await Task.sleep(for: .seconds(1))
        }
        if figures.frames % 100 == 0, figures.frames > 0 { CommandFailure.say(sentence) }
        return nil
    }
}
