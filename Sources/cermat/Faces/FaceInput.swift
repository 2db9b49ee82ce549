// SPDX-License-Identifier: Apache-2.0

internal import Delimited
internal import Foundation

/// A picture that is to be taken in, and for what.
struct FaceInput<Item: Sendable>: Sendable {
    let path: String
    let item: Item
}

/// Pictures in folders and CSV files.
enum FaceInputs {
    private static let endings = [".jpg", ".jpeg", ".png"]

    /// The pictures of a folder, in the order of their names.
    static func pictures(in folder: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw CommandFailure.exit("cannot read the folder \(folder)")
        }
        return names.sorted().filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
            .map { folder + "/" + $0 }
    }

    /// Folders of a folder, in the order of their names.
    static func folders(in folder: String) throws -> [(name: String, path: String)] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw CommandFailure.exit("cannot read the folder \(folder)")
        }
        return names.sorted().map { ($0, folder + "/" + $0) }.filter { isFolder($0.1) }
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The rows of a CSV file by column; the command ends where one is missing.
    static func rows(of file: String, columns: [String]) throws -> [[String: String]] {
        let bytes = try InputFile(file).bytes
        return try bytes.withUnsafeBufferPointer { buffer in
            var scanner = TableScanner(buffer, separator: UInt8(ascii: ","))
            let header = scanner.next()?.fields.map { scanner.text($0).uppercased() } ?? []
            for column in columns where !header.contains(column) {
                throw CommandFailure.exit("\(file) lacks the column \(column)")
            }
            var rows: [[String: String]] = []
            while let row = scanner.next() {
                rows.append(
                    Dictionary(
                        zip(header, row.fields.map { scanner.text($0) }), uniquingKeysWith: { first, _ in first }))
            }
            return rows
        }
    }

    /// A path of a CSV file, which is meant from where the file lies.
    static func path(_ text: String, of file: String) -> String {
        if text.hasPrefix("/") || file == "-" { return text }
        return URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(text).path
    }
}
