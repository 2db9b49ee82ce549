// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// A folder of pictures of known persons: one folder a person, as Labeled Faces in the Wild has it.
struct LabelledPictures: Sendable {
    struct Entry: Sendable {
        let path: String
        let file: String
        let person: Int
    }

    let entries: [Entry]

    init(_ folder: String) throws {
        let files = FileManager.default
        guard let persons = try? files.contentsOfDirectory(atPath: folder).sorted() else {
            throw CommandFailure.exit("cannot read the folder \(folder)")
        }
        var entries: [Entry] = []
        for (number, person) in persons.enumerated() {
            let inside = (try? files.contentsOfDirectory(atPath: "\(folder)/\(person)").sorted()) ?? []
            for file in inside where [".jpg", ".jpeg", ".png"].contains(where: { file.lowercased().hasSuffix($0) }) {
                entries.append(Entry(path: "\(folder)/\(person)/\(file)", file: file, person: number))
            }
        }
        guard !entries.isEmpty else { throw CommandFailure.exit("\(folder) holds no folder with pictures in it") }
        self.entries = entries
    }
}

/// Pairs to compare, in the form of LFW: `name i j` of one person, `name1 i name2 j` of two.
struct LabelledPairs: Sendable {
    struct Pair: Sendable {
        let first: String
        let second: String
        let same: Bool
    }

    let pairs: [Pair]

    init(_ path: String) throws {
        let text = String(decoding: try InputFile(path).bytes, as: UTF8.self)
        pairs = text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace)
            func file(_ name: Substring, _ number: Substring) -> String? {
                Int(number).map { name + String(format: "_%04d.jpg", $0) }
            }
            switch words.count {
            case 3:
                guard let first = file(words[0], words[1]), let second = file(words[0], words[2]) else { return nil }
                return Pair(first: first, second: second, same: true)
            case 4:
                guard let first = file(words[0], words[1]), let second = file(words[2], words[3]) else { return nil }
                return Pair(first: first, second: second, same: false)
            default: return nil
            }
        }
        guard !pairs.isEmpty else { throw CommandFailure.exit("\(path) holds no pairs") }
    }
}
