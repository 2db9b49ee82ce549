// SPDX-License-Identifier: Apache-2.0

/// Where a synthetic world is written to: a folder, or memory in tests.
public protocol WorldSink {
    /// Adds whole lines to a table.
    mutating func append(_ bytes: [UInt8], to table: WorldTable) throws
    /// Keeps one sent file, under messages/.
    mutating func write(_ message: SentMessage) throws
    /// Completes all files.
    mutating func finish() throws
}
