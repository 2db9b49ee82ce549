// SPDX-License-Identifier: Apache-2.0

internal import Crypto
public import Foundation

/// What goes into a backup, in the order of the manifest's files.
public enum BackupSource: Sendable {
    case bytes([UInt8])
    case file(path: String)
}

/// Writes, verifies and reads backup files; see ``BackupSeal`` for their form.
public enum BackupFile {
    /// Ends the name of a file that is not finished.
    public static let draftEnding = ".part"

    /// Writes a backup: as a draft, made durable, read back whole from the disk, and only then given its name.
    ///
    /// - Parameter progress: told the bytes of plain text done, while writing and again while reading back.
    /// - Throws: ``BackupError``; then nothing lies under the name, and no draft beside it.
    public static func write(
        to path: String, manifest: BackupManifest, key: BackupKey, sources: [BackupSource],
        progress: (Int64) -> Void = { _ in }
    ) throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw BackupError.exists(path: path) }
        let draft = path + draftEnding
        do {
            let written = try writeDraft(draft, BackupSeal(manifest, key), sources, progress)
            var hash = SHA256()
            let read = try Self.read(draft, key: key) { _, bytes in
                hash.update(data: bytes)
                progress(Int64(bytes.count))
            }
            guard read == manifest, Array(hash.finalize()) == written else { throw BackupError.contentsDiffer }
            try PlainFile.rename(draft, path)
            try PlainFile.synchronise(folder: (path as NSString).deletingLastPathComponent)
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    private static func writeDraft(
        _ draft: String, _ seal: BackupSeal, _ sources: [BackupSource], _ progress: (Int64) -> Void
    ) throws -> [UInt8] {
        let file = try PlainFile(creating: draft)
        try file.write(seal.head)
        var hash = SHA256()
        var chunk = 0
        var waiting: [UInt8] = []
        func put(isLast: Bool) throws {
            let sealed = try seal.seal(waiting, chunk: chunk, isLast: isLast)
            var frame: [UInt8] = [isLast ? 1 : 0]
            withUnsafeBytes(of: UInt32(sealed.count).bigEndian) { frame.append(contentsOf: $0) }
            try file.write(frame + sealed)
            progress(Int64(waiting.count))
            waiting.removeAll(keepingCapacity: true)
            chunk += 1
        }
        func take(_ bytes: [UInt8]) throws {
            hash.update(data: bytes)
            var rest = bytes[...]
            while !rest.isEmpty {
                if waiting.count == BackupSeal.chunkBytes { try put(isLast: false) }
                let part = rest.prefix(BackupSeal.chunkBytes - waiting.count)
                waiting.append(contentsOf: part)
                rest = rest.dropFirst(part.count)
            }
        }
        for (expected, source) in zip(seal.manifest.files, sources) {
            var size: Int64 = 0
            switch source {
            case .bytes(let bytes):
                size = Int64(bytes.count)
                try take(bytes)
            case .file(let path):
                let input = try PlainFile(reading: path)
                while case let bytes = try input.read(BackupSeal.chunkBytes), !bytes.isEmpty {
                    size += Int64(bytes.count)
                    try take(bytes)
                }
            }
            guard size == expected.sizeBytes else { throw BackupError.sourceChanged(name: expected.name) }
        }
        try put(isLast: true)
        try file.synchronise()
        file.forget()
        return Array(hash.finalize())
    }

    /// What a file says of itself, not proved: for lists.
    public static func manifest(of path: String) throws(BackupError) -> (manifest: BackupManifest, keyMark: String) {
        let file = try PlainFile(reading: path)
        return try BackupSeal.unprovedManifest(head: head(file))
    }

    /// Reads a backup whole; every chunk is proved before it is given on, and the end before this returns.
    ///
    /// - Parameter sink: gets each file's bytes in pieces, in order; an empty file gets one empty piece.
    /// - Throws: ``BackupError`` with the place, or what the sink throws.
    @discardableResult
    public static func read(
        _ path: String, key: BackupKey, into sink: (BackupManifest.File, Data) throws -> Void
    ) throws -> BackupManifest {
        let file = try PlainFile(reading: path)
        let headBytes = try head(file)
        let seal = try BackupSeal(head: headBytes, key)
        var files = seal.manifest.files[...]
        var left = files.first?.sizeBytes ?? 0
        func give(_ data: Data) throws {
            var rest = data[...]
            while let current = files.first, !rest.isEmpty || left == 0 {
                let part = rest.prefix(Int(min(left, Int64(rest.count))))
                if !part.isEmpty || current.sizeBytes == 0 { try sink(current, part) }
                rest = rest.dropFirst(part.count)
                left -= Int64(part.count)
                guard left == 0 else { return }
                files.removeFirst()
                left = files.first?.sizeBytes ?? 0
            }
            guard rest.isEmpty else { throw BackupError.contentsDiffer }
        }
        var place = Int64(headBytes.count)
        var chunk = 0
        while true {
            let frame = try file.read(5)
            guard frame.count == 5 else { throw BackupError.cutShort(chunk: chunk, byte: place + Int64(frame.count)) }
            let length = frame.dropFirst().reduce(0) { $0 << 8 | Int($1) }
            guard frame[0] <= 1, (16...(BackupSeal.chunkBytes + 16)).contains(length) else {
                throw BackupError.chunkAltered(chunk: chunk, byte: place)
            }
            let sealed = try file.read(length)
            guard sealed.count == length else {
                throw BackupError.cutShort(chunk: chunk, byte: place + 5 + Int64(sealed.count))
            }
            guard let plain = seal.open(sealed, chunk: chunk, isLast: frame[0] == 1) else {
                throw BackupError.chunkAltered(chunk: chunk, byte: place)
            }
            try give(plain)
            place += 5 + Int64(length)
            chunk += 1
            if frame[0] == 1 { break }
        }
        guard try file.read(1).isEmpty else { throw BackupError.longer(byte: place) }
        guard files.isEmpty else { throw BackupError.contentsDiffer }
        return seal.manifest
    }

    /// The three lines at the file's beginning; the descriptor stands behind them afterwards.
    private static func head(_ file: borrowing PlainFile) throws(BackupError) -> [UInt8] {
        let magic = Array("cermat-backup ".utf8)
        var bytes = try file.read(magic.count)
        guard bytes == magic else { throw .notABackup }
        var ends = 0
        while ends < 3 {
            let byte = try file.read(1)
            guard !byte.isEmpty, bytes.count < BackupSeal.headLimitBytes else { throw .headerAltered }
            bytes += byte
            if byte[0] == UInt8(ascii: "\n") { ends += 1 }
        }
        return bytes
    }
}
