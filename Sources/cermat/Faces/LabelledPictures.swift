// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// A folder of pictures of known persons: one folder a person, as Labeled Faces in the Wild has it.
struct LabelledPictures: Sendable {
    struct Entry: Sendable {
        let path: String
        let file: String
        let person: Int
        /// The person's folder.
        let name: String
    }

    let entries: [Entry]

    /// Every picture of the folder, or those with a name that counts.
    init(_ folder: String, only wanted: Set<String>? = nil) throws {
        let files = FileManager.default
        guard let persons = try? files.contentsOfDirectory(atPath: folder).sorted() else {
            throw CommandFailure.exit("cannot read the folder \(folder)")
        }
        var entries: [Entry] = []
        for (number, person) in persons.enumerated() {
            let inside = (try? files.contentsOfDirectory(atPath: "\(folder)/\(person)").sorted()) ?? []
            for file in inside where [".jpg", ".jpeg", ".png"].contains(where: { file.lowercased().hasSuffix($0) }) {
                guard wanted?.contains(file) ?? true else { continue }
                entries.append(
                    Entry(path: "\(folder)/\(person)/\(file)", file: file, person: number, name: person))
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

    /// The pictures that occur.
    var files: Set<String> { Set(pairs.flatMap { [$0.first, $0.second] }) }

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
