// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Standard output in large writes; lines that promise something are flushed one by one.
struct LineOutput {
    private var buffer: [UInt8] = []

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
        FileHandle.standardOutput.write(Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
