// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Faces
internal import Foundation

/// `cermat face engine`: which engine is used, or what to install.
struct FaceEngineCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine",
        abstract:
            "Say which face engine is used and what it runs on, or what to install; exit 1 when it cannot be used.")

    struct Line: Encodable {
        struct Model: Encodable {
            let name, file, sha256, licence: String
        }

        let folder: String
        let usable: Bool
        /// The form of the search on this processor.
        let search: String
        var engine: String?
        var detector: Model?
        var embedder: Model?
        var problem: String?
        var text: String?
    }

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    @OptionGroup var engine: FaceEngineOption

    func run() throws {
        func model(_ manifest: ModelManifest) -> Line.Model {
            Line.Model(
                name: manifest.name, file: manifest.file, sha256: manifest.sha256, licence: manifest.licence)
        }
        let form = "\(SearchLevel.best)"
        do {
            let models = try FaceModels(folder: engine.folder)
            // Compiling shows that the runtime takes both models.
            _ = try FaceEngine(models)
            print(
                try SortedJSON.line(
                    Line(
                        folder: engine.folder, usable: true, search: form, engine: models.identity,
                        detector: model(models.detector), embedder: model(models.embedder))))
        } catch let error as FaceEngineError {
            print(
                try SortedJSON.line(
                    Line(folder: engine.folder, usable: false, search: form, problem: error.code, text: "\(error)")))
            throw CommandFailure.partial
        }
    }
}
