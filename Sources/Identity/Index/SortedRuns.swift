// SPDX-License-Identifier: Apache-2.0

/// A record sorted by a number; records of one number stay in the order in which they came.
protocol SortedRecord: BitwiseCopyable {
    var key: UInt64 { get }
}

/// Sorts in memory as far as memory is granted, beyond that through runs on the disk.
struct SortedRuns<Record: SortedRecord> {
    private var records: [Record] = []
    private let limit: Int
    private let folder: String
    private var file: RunFile?

    /// - Parameters:
    ///   - bytes: the memory that may be used.
    ///   - folder: where runs are written.
    init(bytes: Int, in folder: String) {
        // Sorting needs as much again.
        limit = max(64, bytes / MemoryLayout<Record>.stride / 2)
        self.folder = folder
    }

    mutating func add(_ record: Record) throws(PopulationIndexError) {
        records.append(record)
        if records.count >= limit { try spill() }
    }

    private mutating func spill() throws(PopulationIndexError) {
        RadixSort.sort(&records)
        let file = if let file { file } else { try RunFile(in: folder) }
        self.file = file
        var failure: PopulationIndexError?
        records.withUnsafeBytes { bytes in
            do throws(PopulationIndexError) { try file.write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        file.endRun()
        records.removeAll(keepingCapacity: true)
    }

    /// Gives all records in their order and forgets them.
    mutating func forEach(
        _ body: (Record) throws(PopulationIndexError) -> Void
    ) throws(PopulationIndexError) {
        guard file != nil else {
            RadixSort.sort(&records)
            for record in records { try body(record) }
            records = []
            return
        }
        if !records.isEmpty { try spill() }
        records = []
        guard let file else { return }
        let size = MemoryLayout<Record>.stride
        let share = min(max(limit * size / file.runs.count, 1 << 16), 1 << 22)
        let readers = file.runs.indices.map { RunReader(file, run: $0, bytes: share / size * size) }
        var heap = RunHeap()
        for (run, reader) in readers.enumerated() {
            if let bytes = try reader.peek(size) { heap.add(key: bytes.load(as: Record.self).key, run: run) }
        }
        while let run = heap.top {
            guard let bytes = try readers[run].peek(size) else { break }
            try body(bytes.load(as: Record.self))
            readers[run].skip(size)
            heap.replaceTop(key: try readers[run].peek(size)?.load(as: Record.self).key)
        }
        self.file = nil
    }
}

/// Sorts by eleven bits at a time, the least first, which keeps records of one key in their order.
enum RadixSort {
    static func sort<Record: SortedRecord>(_ records: inout [Record]) {
        guard records.count > 1 else { return }
        var all: UInt64 = 0
        let first = records[0].key
        for record in records { all |= record.key ^ first }
        var from: [Record] = []
        swap(&from, &records)
        var to = from
        var shift: UInt64 = 0
        while shift < 64 {
            defer { shift += 11 }
            // Digits that all keys have in common need no pass.
            guard (all &>> shift) & 0x7FF != 0 else { continue }
            var places = [Int](repeating: 0, count: 2049)
            for record in from { places[Int((record.key &>> shift) & 0x7FF) + 1] += 1 }
            for digit in 0..<2048 { places[digit + 1] += places[digit] }
            to.withUnsafeMutableBufferPointer { to in
                for record in from {
                    let digit = Int((record.key &>> shift) & 0x7FF)
                    to[places[digit]] = record
                    places[digit] += 1
                }
            }
            swap(&from, &to)
        }
        swap(&records, &from)
    }
}
