// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Identity

/// The file of a learned model: JSON with sorted keys, which people can read and compare.
struct ModelFile {
    let path: String

    /// The model of the file.
    func read() throws -> LearnedModel {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure.exit("\(path) cannot be read")
        }
        guard let learned = try? JSONDecoder().decode(LearnedModel.self, from: data), learned.isUsable else {
            throw CommandFailure.exit(
                "\(path) is no model of version \(LearnedModel.currentVersion); make one with cermat registry learn")
        }
        return learned
    }

    /// The model of a file, or the one that ships where no file is named.
    static func model(_ path: String?) throws -> MatchModel {
        try path.map { try ModelFile(path: $0).read().model } ?? .standard
    }

    /// Writes the file in one step; one that exists stays as it is.
    func write(_ learned: LearnedModel) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        var data = try encoder.encode(learned)
        data.append(contentsOf: [10])
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure.exit("\(path) is there already; a model is never overwritten")
        }
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure.exit("\(path) cannot be written")
        }
    }
}
