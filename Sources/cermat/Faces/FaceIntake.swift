// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Faces
internal import Foundation

/// Takes pictures into a gallery: reads many at once, writes a few at a time. What was written before is passed over
/// without being looked at, so a run that was killed goes on where it ended.
struct FaceIntake<Item: Sendable, ID: Hashable & Sendable>: Sendable {
    /// A picture that may be written.
    struct Read: Sendable {
        let id: ID
        let item: Item
        let face: EnrolmentFace
    }

    let models: FaceModels
    let workers: Int
    let identify: @Sendable ([UInt8], Item) -> ID
    /// Those that are settled without reading the picture.
    let settled: @Sendable ([ID]) async throws -> [ID: EnrolmentVerdict]
    /// Writes what was read; it is on disk when the call returns. The second argument counts refused pictures.
    let write: @Sendable ([Read], Int) async throws -> [EnrolmentVerdict]

    /// Pictures of one transaction.
    private static var batch: Int { 16 }

    func run(_ inputs: [FaceInput<Item>], tally: FaceIntakeTally) async throws {
        let queue = InputQueue(count: inputs.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<workers {
                group.addTask {
                    let engine = try FaceEngine(models)
                    while let part = await queue.next(FaceIntake.batch) {
                        try await take(Array(inputs[part]), engine, tally)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func take(_ inputs: [FaceInput<Item>], _ engine: FaceEngine, _ tally: FaceIntakeTally) async throws {
        var files: [(input: FaceInput<Item>, id: ID, bytes: [UInt8])] = []
        var refused = 0
        for input in inputs {
            guard let data = FileManager.default.contents(atPath: input.path) else {
                refused += 1
                try await tally.refuse(input.path, ["unreadable"])
                continue
            }
            let bytes = Array(data)
            files.append((input, identify(bytes, input.item), bytes))
        }
        let known = try await settled(files.map(\.id))
        var read: [Read] = []
        var paths: [String] = []
        for file in files {
            if let verdict = known[file.id] {
                try await tally.count(verdict, file.input.path)
                continue
            }
            do {
                let face = try engine.enrolmentFace(of: file.bytes)
                read.append(Read(id: file.id, item: file.input.item, face: face))
                paths.append(file.input.path)
            } catch let error as PictureError {
                refused += 1
                try await tally.refuse(file.input.path, [error.code])
            } catch let error as EnrolmentRefusal {
                refused += 1
                try await tally.refuse(file.input.path, error.codes)
            }
        }
        guard !read.isEmpty else { return }
        let verdicts = try await write(read, refused)
        for (verdict, path) in zip(verdicts, paths) { try await tally.count(verdict, path) }
    }
}

/// Gives each worker the next pictures.
private actor InputQueue {
    private var next = 0
    private let count: Int

    init(count: Int) { self.count = count }

    func next(_ size: Int) -> Range<Int>? {
        guard next < count else { return nil }
        let part = next..<min(count, next + size)
        next = part.upperBound
        return part
    }
}
