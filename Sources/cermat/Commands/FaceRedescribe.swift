// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Faces
internal import SQLiteStore
internal import Wording

/// `cermat face redescribe`: after a change of models, the kept portraits are described by those in use.
struct FaceRedescribe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redescribe",
        abstract: "Describe enrolled pictures of other models again, by those in use, so that they are searched again.",
        discussion: """
            Works on the portraits that are kept, sixteen at a time, each lot on disk before the next: a run that was ended \
            goes on. A picture in which these models find no face is told by its identifier and stays as it is; forget it \
            and enrol a better one. Exit 1 when there were such. Handing in the same files again does it too.
            """)

    @OptionGroup var data: DataOption

    @Option(help: "Engines that work at once.")
    var workers = 2

    @OptionGroup var engine: FaceEngineOption

    private struct Refusal: Encodable {
        let picture, entry, id, en: String
    }

    private struct Summary: Encodable {
        let described, refused: Int
        let engine: String
    }

    func run() async throws {
        guard (1...64).contains(workers) else { throw ValidationError("workers must be 1 to 64") }
        let folder = try data.open()
        let models = try engine.open()
        let redescription = FaceRedescription(store: folder.store, models: models, workers: workers)
        let total = try await folder.store.faceTotals().elsewhere(than: models.identity)
        var described = 0
        var refused = 0
        var cursor: Int64 = 0
        while let lot = try await redescription.lot(after: cursor, atMilliseconds: WallClock.nowMilliseconds) {
            cursor = lot.last
            described += lot.described
            refused += lot.refused.count
            for one in lot.refused {
                print(
                    try SortedJSON.line(
                        Refusal(
                            picture: "\(one.id)", entry: "\(one.entry)", id: Words(.indonesian)(.faceIntake, "no-face"),
                            en: Words(.english)(.faceIntake, "no-face"))))
            }
            CommandFailure.say("\(described + refused) of \(total): \(described) described, \(refused) refused")
        }
        print(try SortedJSON.line(Summary(described: described, refused: refused, engine: models.identity)))
        if refused > 0 { throw CommandFailure.partial }
    }
}
