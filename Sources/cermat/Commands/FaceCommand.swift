// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Drawing
internal import Faces
internal import Foundation

/// `cermat face`: finding, comparing and measuring faces; nothing of a picture is stored.
struct Face: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find and compare faces in pictures, and measure how well that works.",
        discussion: "Needs the face engine (scripts/setup.sh faces); everything else of Cermat works without it.",
        subcommands: [FaceDetect.self, FaceCompare.self, FaceBench.self, FaceEvaluate.self, FaceWatch.self])
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
            The face nearest to the centre of each picture counts. Without a calibration of this kind of picture only the
            similarity is printed and the outcome is "uncalibrated".
            """)

    @Argument(help: "A picture.")
    var first: String

    @Argument(help: "Another.")
    var second: String

    @Option(help: "A calibration that cermat face evaluate made on pictures of this kind.")
    var calibration: String?

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

struct FaceBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure search over invented templates and, with pictures, the way from picture to template.",
        discussion: "Search needs no engine. One JSON object a figure.")

    @Option(help: "How many templates.")
    var templates = 1_000_000

    @Option(help: "Threads of the search.")
    var workers = 2

    @Option(help: "Pictures for the way from picture to template.")
    var picture: [String] = []

    @OptionGroup var engine: FaceEngineOption

    func run() async throws {
        guard (1...20_000_000).contains(templates), (1...256).contains(workers) else {
            throw ValidationError("templates must be 1 to 20000000, workers 1 to 256")
        }
        let bench = SearchBench(templates: templates)
        for level in SearchLevel.available.reversed() {
            for batch in [1, 64] {
                print(try SortedJSON.line(await bench.run(level: level, workers: workers, batch: batch)))
            }
        }
        guard !picture.isEmpty else { return }
        let models = try engine.open()
        for threads in [1, workers] {
            print(try SortedJSON.line(try PipelineBench.run(picture, models: models, threads: threads)))
        }
    }
}

struct FaceEvaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure errors on pictures of known persons, one folder a person; one JSON object.",
        discussion: """
            Prints FNMR at FMR over the listed pairs and over all pairs, and FNIR at FPIR by size of gallery, for the model
            alone and as Cermat uses it, with 95 % intervals. The pictures are read and not kept.
            """)

    @Argument(help: "The folder of persons' folders.")
    var folder: String

    @Option(help: "A list of pairs in the form of LFW.")
    var pairs: String?

    @Option(help: "Writes the curve of misses by false matches as SVG.")
    var det: String?

    @Option(help: "Writes a calibration, which thresholds follow from.")
    var calibration: String?

    @Option(help: "The kind of picture that the calibration is of, such as gate-camera.")
    var kind = "photograph"

    @Option(help: "Engines that work at once.")
    var workers = 2

    @OptionGroup var engine: FaceEngineOption

    func run() async throws {
        guard let kind = PictureKind(kind) else {
            throw ValidationError("kind is 1 to 40 lower-case letters, digits and hyphens")
        }
        let models = try engine.open()
        let pictures = try LabelledPictures(folder)
        let evaluation = FaceEvaluation(
            pictures: pictures, pairs: try pairs.map { try LabelledPairs($0) },
            described: try await DescribedPictures(pictures, models: models, workers: workers))
        print(try SortedJSON.line(evaluation.report(engine: models.identity)))
        if let det { try Data(evaluation.curve().svg.utf8).write(to: URL(fileURLWithPath: det)) }
        if let calibration {
            let table = Calibration(engine: models.identity, kind: kind, scores: evaluation.scores())
            try Data(try SortedJSON.line(table).utf8).write(to: URL(fileURLWithPath: calibration))
        }
    }
}
