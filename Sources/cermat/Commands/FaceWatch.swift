// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import CameraHost
internal import Casework
internal import Foundation

/// `cermat face watch`: a fixed camera of a station.
struct FaceWatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Hand the pictures of a fixed camera to a station of the desk.",
        discussion: """
            SOURCE is a folder of JPEG and PNG pictures, taken in the order of their names, an MJPEG file, or - for MJPEG on
            standard input. Of a pipe or a device the newest frame is taken, so that nobody is looked at late. The token is DATA/cameras/STATION.token of the server. Prints counts alone: nothing is said about
            anybody here. Exit 1 when the station stopped taking frames.
            """)

    @Option(help: "The station, such as CGK-gerbang1.")
    var station: String

    @Option(help: "The desk, https://NAME; http:// on loopback only.")
    var desk: String

    @Option(help: "A file that holds the camera's token alone.")
    var tokenFile: String

    @Option(help: "The most pictures a second.")
    var rate = 5.0

    @Option(help: "Waits after each so many pictures, as when nobody stands there; never where none is given.")
    var pauseEvery: Int?

    @Option(help: "How long it then waits; a station remembers whoever has gone out of sight for eight seconds.")
    var pauseSeconds = 10.0

    @Flag(name: .customLong("repeat"), help: "Begin again at the end of the source, until the command is stopped.")
    var again = false

    @Flag(help: "Print one JSON object at the end.")
    var json = false

    @Argument(help: "A folder of pictures, an MJPEG file, or -.")
    var source: String

    func validate() throws {
        guard StationName(station) != nil else { throw ValidationError("--station is such as CGK-gerbang1") }
        guard rate > 0, rate <= 100 else { throw ValidationError("--rate is above 0 and at most 100") }
        guard !again || source != "-" else { throw ValidationError("--repeat needs a folder or a file") }
        guard pauseEvery ?? 1 > 0 else { throw ValidationError("--pause-every is 1 or more") }
        guard pauseSeconds > 0, pauseSeconds <= 3600 else {
            throw ValidationError("--pause-seconds is above 0 and at most 3600")
        }
    }

    func run() async throws {
        let token = String(decoding: try InputFile(tokenFile).bytes, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        let link: CameraLink
        do { link = try CameraLink(desk: desk, token: token, station: station) } catch {
            throw ValidationError("\(error)")
        }
        var watch = StationWatch(
            link: link, interval: .seconds(1 / rate), pauseEvery: pauseEvery, pause: .seconds(pauseSeconds))
        let stopped: String?
        do { stopped = try await play(&watch) } catch {
            // A link that is let go of while it is open ends the program.
            try? await link.close()
            throw error
        }
        try? await link.close()
        CommandFailure.say(watch.sentence)
        if json { print(try SortedJSON.line(watch.figures)) }
        if let stopped { throw CommandFailure.exit("the station takes no more frames: \(stopped)") }
    }

    /// Plays the source, once or until the station stops taking frames; the code of what stopped it.
    private func play(_ watch: inout StationWatch) async throws -> String? {
        var stopped: String?
        repeat {
            let before = watch.figures.frames + watch.figures.passedOver
            stopped = try await watch.run(FrameSource(source))
            // A source without a picture would be read for ever.
            guard watch.figures.frames + watch.figures.passedOver > before else { break }
        } while again && stopped == nil
        return stopped
    }
}
