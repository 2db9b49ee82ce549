// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The checkpoints of one node in a folder that lies off the machine: `<node>.checkpoints`, only ever lengthened.
public struct CheckpointFile: Hashable, Sendable {
    public let folder: String
    public let node: String

    /// The folder must be there: it is a mount, and one that is absent must not be made up for.
    public init(folder: String, node: String) {
        self.folder = folder
        self.node = node
    }

    /// The file.
    public var path: String { "\(folder)/\(node).checkpoints" }

    /// Adds a line and makes it durable before it returns.
    ///
    /// A line that a power cut left unfinished is ended first.
    /// - Throws: ``SafeguardsError/checkpointNotWritten(reason:)``.
    public func append(_ checkpoint: AuditCheckpoint) throws(SafeguardsError) {
        let isNew = access(path, F_OK) != 0
        let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw failure("cannot open") }
        defer { close(descriptor) }
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else { throw failure("cannot read") }
        var last = UInt8(ascii: "\n")
        if end > 0, pread(descriptor, &last, 1, end - 1) != 1 { throw failure("cannot read") }
        let bytes = Array(((last == UInt8(ascii: "\n") ? "" : "\n") + checkpoint.description + "\n").utf8)
        guard DurableBytes.write(bytes, to: descriptor) else { throw failure("cannot write") }
        guard fsync(descriptor) == 0 else { throw failure("cannot make durable") }
        if isNew { try synchroniseFolder() }
    }

    private func synchroniseFolder() throws(SafeguardsError) {
        switch DurableBytes.synchronise(folder: folder) {
        case nil: return
        case .open: throw failure("cannot open the folder of")
        case .synchronise: throw failure("cannot make durable the folder of")
        }
    }

    private func failure(_ what: String) -> SafeguardsError {
        .checkpointNotWritten(reason: "\(what) \(path): \(String(cString: strerror(errno)))")
    }
}

extension CheckpointLines {
    /// The bytes of what was kept: a file, or the node's file in a folder. The error is Foundation's.
    public static func bytes(at path: String, node: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let file = isFolder.boolValue ? CheckpointFile(folder: path, node: node).path : path
        var bytes: [UInt8] = []
        try FileSlice(path: file).pieces { bytes.append(contentsOf: $0) }
        return bytes
    }
}
