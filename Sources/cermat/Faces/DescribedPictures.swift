// SPDX-License-Identifier: Apache-2.0

internal import CDispatch
internal import Faces
internal import Foundation
internal import Glibc

/// The processor time of the thread that asks.
enum ThreadTime {
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// The embeddings of labelled pictures, made by several engines at once.
struct DescribedPictures: Sendable {
    /// One picture's face: as the model gives it, and as this program uses it.
    struct Described: Sendable {
        let number: Int
        let plain: FaceEmbedding
        let processorSeconds: Double
        let full: FaceEmbedding
        let reasons: [QualityReason]
    }

    let found: [Described]
    /// Pictures that could not be read, or without a face.
    let missed: Int
    /// Processor time of a face: found, judged and described with all care.
    let processorMilliseconds: Double

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
        processorMilliseconds = all.reduce(0) { $0 + $1.processorSeconds } * 1000 / Double(max(1, all.count))
        missed = entries.count - found.count
    }

    private static func describe(_ path: String, _ number: Int, _ engine: FaceEngine) throws -> Described? {
        let begun = ThreadTime.seconds
        guard let bytes = FileManager.default.contents(atPath: path),
            let picture = try? PictureReader().read(Array(bytes)),
            let face = try engine.faces(in: picture).central(in: picture)
        else { return nil }
        let full = try engine.embedding(of: face, in: picture)
        let spent = ThreadTime.seconds - begun
        return Described(
            number: number, plain: try engine.embedding(of: face.aligned, mirrored: false), processorSeconds: spent,
            full: full, reasons: EnrolmentStandard().reasons(against: face.quality))
    }
}
