// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Sorted runs one behind the other in one nameless file, whose space comes back when its last user goes.
final class RunFile {
    private let descriptor: Int32
    private let folder: String
    private(set) var runs: [Range<Int>] = []
    private var end = 0
    private var start = 0

    init(in folder: String) throws(PopulationIndexError) {
        self.folder = folder
        descriptor = try NamelessFile.open(in: folder)
    }

    deinit { close(descriptor) }

    func write(_ bytes: UnsafeRawBufferPointer) throws(PopulationIndexError) {
        let space = try FreeSpace.of(folder)
        guard space.free >= bytes.count else {
            throw .needsSpace(folder: folder, bytes: bytes.count, free: space.free)
        }
        guard WholeFile.write(bytes, to: descriptor, at: end) else {
            throw .cannotWrite(reason: "\(folder): " + String(cString: strerror(errno)))
        }
        end += bytes.count
    }

    func endRun() {
        runs.append(start..<end)
        start = end
    }

    func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(PopulationIndexError) {
        guard WholeFile.read(bytes, from: descriptor, at: offset) else {
            throw .cannotWrite(reason: "\(folder): a run cannot be read back")
        }
    }
}

/// Reads one run in bounded pieces.
final class RunReader {
    private let file: RunFile
    private var range: Range<Int>
    private let buffer: UnsafeMutableRawBufferPointer
    private var at = 0
    private var held = 0

    init(_ file: RunFile, run: Int, bytes: Int) {
        self.file = file
        range = file.runs[run]
        buffer = .allocate(byteCount: max(bytes, 4096), alignment: 64)
    }

    deinit { buffer.deallocate() }

    /// The bytes from the current place, at least `count` of them unless the run ends before; nil at its end.
    func peek(_ count: Int) throws(PopulationIndexError) -> UnsafeRawPointer? {
        if held - at < count, !range.isEmpty {
            let rest = held - at
            if rest > 0, let base = buffer.baseAddress { memmove(base, base + at, rest) }
            let length = min(buffer.count - rest, range.count)
            try file.read(UnsafeMutableRawBufferPointer(rebasing: buffer[rest..<rest + length]), at: range.lowerBound)
            range = range.lowerBound + length..<range.upperBound
            at = 0
            held = rest + length
        }
        return at < held ? buffer.baseAddress.map { UnsafeRawPointer($0 + at) } : nil
    }

    func skip(_ count: Int) { at += count }
}

/// The runs that are being merged, the one with the least key, and of equal ones the oldest, on top.
struct RunHeap {
    private var heads: [(key: UInt64, run: Int)] = []

    var top: Int? { heads.first?.run }

    private func isBefore(_ a: (key: UInt64, run: Int), _ b: (key: UInt64, run: Int)) -> Bool {
        (a.key, a.run) < (b.key, b.run)
    }

    mutating func add(key: UInt64, run: Int) {
        heads.append((key, run))
        var at = heads.count - 1
        while at > 0, isBefore(heads[at], heads[(at - 1) / 2]) {
            heads.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    /// Gives the run on top its next key; nil where it is at its end.
    mutating func replaceTop(key: UInt64?) {
        if let key {
            heads[0].key = key
        } else {
            let last = heads.removeLast()
            guard !heads.isEmpty else { return }
            heads[0] = last
        }
        var at = 0
        while true {
            var least = at
            for child in at * 2 + 1...at * 2 + 2 where child < heads.count && isBefore(heads[child], heads[least]) {
                least = child
            }
            guard least != at else { return }
            heads.swapAt(at, least)
            at = least
        }
    }
}
