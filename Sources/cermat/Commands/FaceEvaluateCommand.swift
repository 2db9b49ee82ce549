// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Drawing
internal import Faces
internal import Foundation

/// `cermat face evaluate`: the errors on pictures of known persons.
struct FaceEvaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure errors on pictures of known persons, one folder a person; one JSON object.",
        discussion: """
            Prints FNMR at FMR over the listed pairs and over all pairs, and FNIR at FPIR by size of gallery, for the model
            alone and as Cermat uses it, with 95 % intervals (Wilson's, and by drawing persons). A picture without a face
            counts as no match. The first members are of the way that Cermat uses it. The pictures are read and not kept.
            """)

    @Argument(help: "The folder of persons' folders.")
    var folder: String?

    @Option(help: "The same, by name.")
    var images: String?

    @Option(help: "A list of pairs in the form of LFW.")
    var pairs: String?

    @Flag(help: "Reads only the pictures of the listed pairs.")
    var listedOnly = false

    @Option(help: "A CSV with FILE or PERSON and SEX, AGE (years) or both: the errors of each group besides.")
    var labels: String?

    @Option(help: "Writes the curve of misses by false matches as SVG.")
    var det: String?

    @Option(help: "Writes a calibration, which thresholds follow from.")
    var calibration: String?

    @Option(help: "The kind of picture that the calibration is of, such as gate-camera.")
    var kind = "photograph"

    @Option(help: "Engines that work at once.")
    var workers = 2

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    @OptionGroup var engine: FaceEngineOption

    func run() async throws {
        guard let folder = folder ?? images, folder.isEmpty == false, images == nil || self.folder == nil else {
            throw ValidationError("name one folder of pictures")
        }
        guard let kind = PictureKind(kind) else {
            throw ValidationError("kind is 1 to 40 lower-case letters, digits and hyphens")
        }
        let models = try engine.open()
        let list = try pairs.map { try LabelledPairs($0) }
        let pictures = try LabelledPictures(folder, only: listedOnly ? list?.files : nil)
        let evaluation = FaceEvaluation(
            pictures: pictures, pairs: list,
            described: try await DescribedPictures(pictures, models: models, workers: workers),
            labels: try labels.map { try FaceLabels($0) })
        print(try SortedJSON.line(evaluation.report(engine: models.identity)))
        if let det { try Data(evaluation.curve().svg.utf8).write(to: URL(fileURLWithPath: det)) }
        if let calibration {
            let table = Calibration(engine: models.identity, kind: kind, scores: evaluation.scores())
            try Data(try SortedJSON.line(table).utf8).write(to: URL(fileURLWithPath: calibration))
        }
    }
}
