// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Standard output, or a file, in large writes; lines that promise something are flushed one by one.
struct LineOutput {
    private var buffer: [UInt8] = []
    private let handle: FileHandle

    init() { handle = .standardOutput }

    /// Writes to a new file, or to standard output for `-`.
    init(path: String) throws {
        guard path != "-" else {
            handle = .standardOutput
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw CommandFailure.exit("cannot write \(path)") }
        handle = file
    }

    /// Adds a line; written when 64 KiB are gathered.
    mutating func add(_ line: some Sequence<UInt8>) {
        buffer.append(contentsOf: line)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= 65_536 { flush() }
    }

    /// Adds a line of text.
    mutating func add(_ line: String) { add(line.utf8) }

    /// Adds bytes that bring their own line ends.
    mutating func addRaw(_ bytes: some Sequence<UInt8>) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 65_536 { flush() }
    }

    /// Writes what is gathered.
    mutating func flush() {
        guard !buffer.isEmpty else { return }
        handle.write(Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
