// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation

/// A file mapped into memory, or standard input read to its end.
struct InputFile {
    let name: String
    private let data: Data

    /// Opens a file, or `-`; the error says which file cannot be read.
    init(_ path: String) throws {
        if path == "-" {
            name = "-"
            data = FileHandle.standardInput.readDataToEndOfFile()
            return
        }
        name = (path as NSString).lastPathComponent
        do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) } catch {
            throw CommandFailure.exit("cannot read \(path): \(error.localizedDescription)")
        }
    }

    /// The number of bytes.
    var count: Int { data.count }

    /// Calls `body` with the bytes.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try data.withUnsafeBytes { try body($0) }
    }

    /// A copy of the bytes.
    var bytes: [UInt8] { Array(data) }
}
