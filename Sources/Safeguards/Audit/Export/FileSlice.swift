// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// Some bytes of a file: a whole file, or one that lies in an archive. Read in pieces, so that memory is bounded.
public struct FileSlice: Hashable, Sendable {
    public let path: String
    /// Where it begins, and how long it is; bytes.
    public let offset: UInt64
    public let count: UInt64

    private static let piece = 1 << 20

    /// A whole file as long as it is now; the error is Foundation's.
    public init(path: String) throws {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        self.init(path: path, offset: 0, count: try handle.seekToEnd())
    }

    init(path: String, offset: UInt64, count: UInt64) {
        self.path = path
        self.offset = offset
        self.count = count
    }

    /// A part of it.
    func part(_ from: UInt64, _ length: UInt64) -> FileSlice {
        FileSlice(path: path, offset: offset + from, count: length)
    }

    /// Calls `body` with one piece after another.
    func pieces(_ body: (Data) throws -> Void) throws {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        try handle.seek(toOffset: offset)
        var left = count
        while left > 0 {
            guard let piece = try handle.read(upToCount: Int(min(left, UInt64(Self.piece)))), !piece.isEmpty else {
                return
            }
            left -= UInt64(piece.count)
            try body(piece)
        }
    }

    /// All of it, where it is at most so long; nil otherwise.
    public func bytes(limitBytes: UInt64) throws -> [UInt8]? {
        guard count <= limitBytes else { return nil }
        var bytes: [UInt8] = []
        try pieces { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// SHA-256 of it.
    public func hash() throws -> AuditHash? {
        var hash = SHA256()
        try pieces { hash.update(data: $0) }
        return AuditHash(bytes: Array(hash.finalize()))
    }

    /// Calls `body` with every line that ends in a line feed, without it.
    ///
    /// A line longer than `limitBytes` is given as its first bytes, so that whoever reads it refuses it.
    /// - Returns: whether bytes without a line feed follow the last line.
    public func lines(limitBytes: Int = 32 << 20, _ body: (ArraySlice<UInt8>) throws -> Void) throws -> Bool {
        var rest: [UInt8] = []
        var isSkipping = false
        try pieces { piece in
            var start = piece.startIndex
            while let end = piece[start...].firstIndex(of: 10) {
                if isSkipping {
                    isSkipping = false
                } else if rest.isEmpty {
                    try body(Array(piece[start..<end])[...])
                } else {
                    rest.append(contentsOf: piece[start..<end])
                    try body(rest[...])
                }
                rest.removeAll(keepingCapacity: true)
                start = end + 1
            }
            if !isSkipping { rest.append(contentsOf: piece[start...]) }
            if rest.count > limitBytes {
                try body(rest.prefix(limitBytes))
                rest.removeAll()
                isSkipping = true
            }
        }
        return isSkipping || !rest.isEmpty
    }
}
