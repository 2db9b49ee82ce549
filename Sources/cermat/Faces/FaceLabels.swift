// SPDX-License-Identifier: Apache-2.0

internal import Faces

/// The labels of a folder of pictures.
struct FaceLabels {
    private let labels: GroupLabels

    init(_ path: String) throws {
        guard let labels = GroupLabels(csv: String(decoding: try InputFile(path).bytes, as: UTF8.self)) else {
            throw CommandFailure.exit("\(path) needs a line of titles with FILE or PERSON and SEX, AGE or both")
        }
        self.labels = labels
    }

    /// Each group, by name, with the places of its pictures.
    func groups(of entries: [LabelledPictures.Entry]) -> [(name: String, members: [Int])] {
        var members: [String: [Int]] = [:]
        for (place, entry) in entries.enumerated() {
            for group in labels.groups(file: entry.file, person: entry.name) {
                members[group, default: []].append(place)
            }
        }
        return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
