// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Writes a synthetic world into a folder, which is made if need be; tables are buffered.
public struct FolderSink: WorldSink {
    private let folder: URL
    private let messages: URL
    private var handles: [WorldTable: FileHandle] = [:]
    private var buffers: [WorldTable: [UInt8]] = [:]

    private static let bufferBytes = 1 << 20

    /// Prepares the folder with messages/ and truth/.
    public init(folder: URL) throws {
        self.folder = folder
        messages = folder.appendingPathComponent("messages", isDirectory: true)
        for path in [messages, folder.appendingPathComponent("truth", isDirectory: true)] {
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        }
    }

    public mutating func append(_ bytes: [UInt8], to table: WorldTable) throws {
        buffers[table, default: []] += bytes
        if buffers[table, default: []].count >= Self.bufferBytes { try flush(table) }
    }

    public mutating func write(_ message: SentMessage) throws {
        try Data(message.bytes).write(to: messages.appendingPathComponent(message.fileName, isDirectory: false))
    }

    public mutating func finish() throws {
        for table in WorldTable.allCases where buffers[table] != nil { try flush(table) }
        for handle in handles.values { try handle.close() }
        handles = [:]
    }

    private mutating func flush(_ table: WorldTable) throws {
        let handle = try handles[table] ?? open(table)
        handles[table] = handle
        try handle.write(contentsOf: buffers[table] ?? [])
        buffers[table] = []
    }

    private func open(_ table: WorldTable) throws -> FileHandle {
        let file = folder.appendingPathComponent(table.path, isDirectory: false)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}
