// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mandate
import Safeguards
import Testing

@Suite struct BackupFileTests {
    private let folder: ScratchFolder
    private let key: BackupKey
    private static let chunk = 1 << 20

    init() throws {
        folder = try ScratchFolder()
        key = try BackupKey.ofFolder(folder.path, makingIfMissing: true)
    }

    private func manifest(_ sizes: [Int]) -> BackupManifest {
        BackupManifest(
            takenAtMilliseconds: 1_768_000_000_000, schema: 2, node: "node-1", auditSequence: 7, auditHash: "00",
            messages: 3, decisions: 2, dataKeys: 5, digest: nil,
            files: sizes.enumerated().map { .init(name: "f\($0.offset)", sizeBytes: Int64($0.element)) })
    }

    /// Writes a backup of files of given sizes, with contents by the seed.
    private func write(_ sizes: [Int], seed: UInt64 = 1, name: String = "a.backup") throws -> (String, [[UInt8]]) {
        var rng = SeededBits(seed: seed)
        let contents = sizes.map { size in (0..<(size + 7) / 8).flatMap { _ in bytes(rng.next()) }.prefix(size) }.map(
            Array.init)
        let path = folder.path + "/" + name
        try BackupFile.write(
            to: path, manifest: manifest(sizes), key: key, sources: contents.map { .bytes($0) })
        return (path, contents)
    }

    private func bytes(_ word: UInt64) -> [UInt8] { withUnsafeBytes(of: word) { Array($0) } }

    private func read(_ path: String) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        try BackupFile.read(path, key: key) { file, bytes in found[file.name, default: []] += bytes }
        return found
    }

    /// What reading a changed copy throws.
    private func fault(_ path: String, _ change: (inout Data) -> Void) throws -> BackupError? {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        change(&data)
        let copy = folder.path + "/changed"
        try data.write(to: URL(fileURLWithPath: copy))
        do {
            _ = try read(copy)
            return nil
        } catch let error as BackupError { return error }
    }

    @Test(arguments: [
        [], [0], [1], [0, 0, 5], [chunk], [chunk - 1, 1], [chunk, 1, 0], [2 * chunk, 3], [3, chunk + 9, 0, chunk],
    ])
    func `what was written is read`(_ sizes: [Int]) throws {
        let (path, contents) = try write(sizes)
        let found = try read(path)
        #expect(found.count == sizes.count)
        for (index, content) in contents.enumerated() { #expect(found["f\(index)"] == content) }
        #expect(try BackupFile.manifest(of: path).manifest == manifest(sizes))
        #expect(try folder.mode("a.backup") == 0o600)
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }

    @Test func `nothing of the contents lies in the clear`() throws {
        let (path, contents) = try write([4_000])
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(data.range(of: Data(contents[0].prefix(16))) == nil)
        #expect(data.range(of: Data("f0".utf8)) != nil, "the search itself works")
    }

    @Test func `a flipped bit is found, and its chunk named`() throws {
        let (path, _) = try write([2 * Self.chunk + 500])
        let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
        let body = size - (2 * Self.chunk + 500) - 3 * (5 + 16)
        for (offset, chunk) in [(5, 0), (Self.chunk / 2, 0), (Self.chunk + 21 + 5, 1), (2 * (Self.chunk + 21) + 9, 2)] {
            let found = try fault(path) { $0[body + offset] ^= 0x10 }
            #expect(found == .chunkAltered(chunk: chunk, byte: Int64(body + chunk * (Self.chunk + 21))))
        }
        for offset in stride(from: 14, to: body, by: 7) {
            let found = try fault(path) { $0[offset] ^= 0x01 }
            #expect(found != nil, "byte \(offset) of the head")
        }
        let last = try fault(path) { $0[$0.count - 1] ^= 0x80 }
        #expect(last == .chunkAltered(chunk: 2, byte: Int64(body + 2 * (Self.chunk + 21))))
    }

    @Test func `a cut is found wherever it is`() throws {
        let (path, _) = try write([Self.chunk + 500])
        let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
        let body = size - (Self.chunk + 500) - 2 * 21
        for end in [body, body + 3, body + 900, body + Self.chunk + 21, body + Self.chunk + 24, size - 1] {
            let found = try fault(path) { $0 = $0.prefix(end) }
            let chunk = end < body + Self.chunk + 21 ? 0 : 1
            #expect(found == .cutShort(chunk: chunk, byte: Int64(end)))
        }
        let none = try fault(path) { $0 = Data() }
        #expect(none == .notABackup)
        let longer = try fault(path) { $0.append(0) }
        #expect(longer == .longer(byte: Int64(size)))
    }

    @Test func `chunks that change places, repeat or go are found`() throws {
        let (path, _) = try write([3 * Self.chunk + 1])
        let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
        let frame = Self.chunk + 21
        let body = size - 3 * frame - 22
        func piece(_ data: Data, _ index: Int) -> Data {
            data.subdata(in: (body + index * frame)..<(body + (index + 1) * frame))
        }
        let swapped = try fault(path) { data in
            data = data.prefix(body) + piece(data, 1) + piece(data, 0) + data.suffix(from: body + 2 * frame)
        }
        #expect(swapped == .chunkAltered(chunk: 0, byte: Int64(body)))
        let gone = try fault(path) { data in
            data = data.prefix(body + frame) + data.suffix(from: body + 2 * frame)
        }
        #expect(gone == .chunkAltered(chunk: 1, byte: Int64(body + frame)))
        let early = try fault(path) { $0[body + frame] = 1 }
        #expect(early == .chunkAltered(chunk: 1, byte: Int64(body + frame)), "a chunk that says it is the last")
    }

    @Test func `a chunk of another backup is found`() throws {
        let (path, _) = try write([10])
        let (other, _) = try write([10], seed: 2, name: "b.backup")
        let foreign = try Data(contentsOf: URL(fileURLWithPath: other)).suffix(26)
        let found = try fault(path) { $0 = $0.dropLast(26) + foreign }
        if case .chunkAltered(chunk: 0, _) = found {} else { Issue.record("\(String(describing: found))") }
    }

    @Test func `another folder's key is told apart`() throws {
        let (path, _) = try write([10])
        let elsewhere = try ScratchFolder()
        let other = try BackupKey.ofFolder(elsewhere.path, makingIfMissing: true)
        #expect(throws: BackupError.otherKey(file: key.mark, given: other.mark)) {
            try BackupFile.read(path, key: other) { _, _ in }
        }
        #expect(try BackupKey.ofFolder(folder.path, makingIfMissing: true).mark == key.mark, "made once")
    }

    @Test func `what fails leaves nothing behind`() throws {
        let path = folder.path + "/x.backup"
        #expect(throws: BackupError.sourceChanged(name: "f0")) {
            try BackupFile.write(to: path, manifest: manifest([5]), key: key, sources: [.bytes([1, 2])])
        }
        #expect(throws: BackupError.self) {
            try BackupFile.write(to: path, manifest: manifest([5]), key: key, sources: [.file(path: "/no/such")])
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("x") }
        #expect(left.isEmpty)
        _ = try write([1], name: "x.backup")
        #expect(throws: BackupError.exists(path: path)) { _ = try write([2], name: "x.backup") }
    }

    @Test func `room is asked for before`() throws {
        #expect(throws: BackupError.self) { try DiskRoom.check(.max / 2, at: folder.path) }
        try DiskRoom.check(1, at: folder.path)
    }
}
