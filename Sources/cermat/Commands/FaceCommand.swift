// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Faces
internal import Foundation

/// `cermat face`: finding, comparing and measuring faces, and the two galleries.
struct Face: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find and compare faces in pictures, and measure how well that works.",
        discussion: "Needs the face engine (scripts/setup.sh faces); everything else of Cermat works without it.",
        subcommands: [
            FaceDetect.self, FaceCompare.self, FaceBench.self, FaceEvaluate.self, FaceEngineCheck.self, FaceEnrol.self,
            FaceImport.self, FaceList.self, FaceForget.self, FaceMerge.self, FaceSearch.self, FaceWatch.self,
            FaceFiguresCommand.self, FaceRedescribe.self,
        ])
}

struct FaceDetect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect",
        abstract: "Print the faces of pictures with their quality, one JSON object a picture.",
        discussion: "Reads JPEG and PNG. Exit 1 when a picture could not be read.")

    @Argument(help: "Pictures, or - for standard input.")
    var files: [String]

    @OptionGroup var engine: FaceEngineOption

    func run() throws {
        let faces = try FaceEngine(try engine.open())
        var failed = false
        for path in files {
            let input = try InputFile(path)
            do {
                let picture = try PictureReader().read(input.bytes)
                let line = FaceLine(file: input.name, picture: picture, faces: try faces.faces(in: picture))
                print(try SortedJSON.line(line))
            } catch let error as PictureError {
                failed = true
                print(try SortedJSON.line(FaceLine(file: input.name, error: error)))
            }
        }
        if failed { throw CommandFailure.partial }
    }
}

struct FaceCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the faces of two pictures: same, different or inconclusive, with the error rates behind it.",
        discussion: """
            The face nearest to the centre of each picture counts. Without a calibration of this kind of picture the
            thresholds are those measured on photographs of celebrities (docs/faces.md), for the models that setup installs.
            """)

    @Argument(help: "A picture.")
    var first: String

    @Argument(help: "Another.")
    var second: String

    @Option(help: "A calibration that cermat face evaluate made on pictures of this kind.")
    var calibration: String?

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    @OptionGroup var engine: FaceEngineOption

    func run() throws {
        let models = try engine.open()
        let rule = try calibration.map { path in
            let rule = try VerificationRule(try FaceJSON.calibration(path))
            guard rule.engine == models.identity else { throw CommandFailure.exit("\(GalleryError.otherEngine)") }
            return rule
        }
        let line = try FaceComparison(engine: try FaceEngine(models), rule: rule).line(first, second)
        print(try SortedJSON.line(line))
    }
}

struct FaceBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure the way from picture to template: detect, align, embed once (not with all care).",
        discussion: "One JSON object for one thread and one for several. cermat bench faces measures the search.")

    @Argument(help: "Pictures.")
    var pictures: [String]

    @Option(help: "Threads of the second run.")
    var threads = 2

    @OptionGroup var engine: FaceEngineOption

    func run() throws {
        guard (1...256).contains(threads) else { throw ValidationError("threads must be 1 to 256") }
        let models = try engine.open()
        for threads in [1, threads] {
            print(try SortedJSON.line(try PipelineBench.run(pictures, models: models, threads: threads)))
        }
    }
}
