// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// The embeddings of labelled pictures, made by several engines at once.
struct DescribedPictures: Sendable {
    /// One picture's face: as the model gives it, and as this program uses it.
    struct Described: Sendable {
        let number: Int
        let plain: FaceEmbedding
        let full: FaceEmbedding
        let reasons: [QualityReason]
    }

    let found: [Described]
    /// Pictures that could not be read, or without a face.
    let missed: Int

    /// Takes the central face of each picture.
    init(_ pictures: LabelledPictures, models: FaceModels, workers: Int) async throws {
        let entries = pictures.entries
        var all: [Described] = []
        try await withThrowingTaskGroup(of: [Described].self) { group in
            for worker in 0..<max(1, workers) {
                group.addTask {
                    let engine = try FaceEngine(models)
                    var mine: [Described] = []
                    for number in stride(from: worker, to: entries.count, by: max(1, workers)) {
                        try Task.checkCancellation()
                        if let one = try Self.describe(entries[number].path, number, engine) { mine.append(one) }
                    }
                    return mine
                }
            }
            for try await part in group { all += part }
        }
        found = all.sorted { $0.number < $1.number }
        missed = entries.count - found.count
    }

    private static func describe(_ path: String, _ number: Int, _ engine: FaceEngine) throws -> Described? {
        guard let bytes = FileManager.default.contents(atPath: path),
            let picture = try? PictureReader().read(Array(bytes)),
            let face = try engine.faces(in: picture).central(in: picture)
        else { return nil }
        return Described(
            number: number, plain: try engine.embedding(of: face.aligned, mirrored: false),
            full: try engine.embedding(of: face, in: picture),
            reasons: EnrolmentStandard().reasons(against: face.quality))
    }
}
