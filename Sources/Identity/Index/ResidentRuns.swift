// SPDX-License-Identifier: Apache-2.0

/// Residents sorted by their keys: in memory as far as memory is granted, beyond that through runs on the disk.
struct ResidentRuns {
    private struct Entry: SortedRecord {
        var key: UInt64
        /// Where the record begins in ``payload``.
        var at: Int
    }

    private var entries: [Entry] = []
    private var payload: [UInt8] = []
    private let limit: Int
    private let folder: String
    private var file: RunFile?
    private(set) var count = 0

    init(bytes: Int, in folder: String) {
        limit = max(4096, bytes)
        self.folder = folder
    }

    /// Whether residents were written to the disk.
    var isSpilled: Bool { file != nil }

    /// Takes a resident, whose record `body` appends.
    mutating func add(_ key: ResidentKey, _ body: (inout [UInt8]) -> Void) throws(PopulationIndexError) {
        entries.append(Entry(key: key.value, at: payload.count))
        body(&payload)
        count += 1
        // Sorting needs the entries twice.
        if entries.count * 32 + payload.count >= limit { try spill() }
    }

    private mutating func spill() throws(PopulationIndexError) {
        RadixSort.sort(&entries)
        let file = if let file { file } else { try RunFile(in: folder) }
        self.file = file
        var piece: [UInt8] = []
        var tokens: [UInt32] = []
        for entry in entries {
            withUnsafeBytes(of: entry.key) { piece.append(contentsOf: $0) }
            payload.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                let length = ResidentRecord(bytes: base + entry.at).readTokens(&tokens)
                piece.append(contentsOf: bytes[entry.at..<entry.at + length])
            }
            if piece.count >= 1 << 22 { try Self.write(&piece, to: file) }
        }
        try Self.write(&piece, to: file)
        file.endRun()
        entries.removeAll(keepingCapacity: true)
        payload.removeAll(keepingCapacity: true)
    }

    private static func write(_ piece: inout [UInt8], to file: RunFile) throws(PopulationIndexError) {
        var failure: PopulationIndexError?
        piece.withUnsafeBytes { bytes in
            do throws(PopulationIndexError) { try file.write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        piece.removeAll(keepingCapacity: true)
    }

    /// Gives all residents in their order, the tokens of their names read, and forgets them.
    mutating func forEach(
        _ body: (ResidentKey, ResidentRecord, [UInt32]) throws(PopulationIndexError) -> Void
    ) throws(PopulationIndexError) {
        var tokens: [UInt32] = []
        guard file != nil else {
            RadixSort.sort(&entries)
            let payload = payload
            var failure: PopulationIndexError?
            payload.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                do throws(PopulationIndexError) {
                    for entry in entries {
                        let record = ResidentRecord(bytes: base + entry.at)
                        record.readTokens(&tokens)
                        try body(ResidentKey(entry.key), record, tokens)
                    }
                } catch { failure = error }
            }
            (entries, self.payload) = ([], [])
            if let failure { throw failure }
            return
        }
        if !entries.isEmpty { try spill() }
        (entries, payload) = ([], [])
        try merge(&tokens, body)
        file = nil
    }

    private func merge(
        _ tokens: inout [UInt32],
        _ body: (ResidentKey, ResidentRecord, [UInt32]) throws(PopulationIndexError) -> Void
    ) throws(PopulationIndexError) {
        guard let file else { return }
        let most = 8 + ResidentRecord.mostBytes
        let share = min(max(limit / file.runs.count, 1 << 16), 1 << 22)
        let readers = file.runs.indices.map { RunReader(file, run: $0, bytes: share) }
        var heap = RunHeap()
        for (run, reader) in readers.enumerated() {
            if let bytes = try reader.peek(most) { heap.add(key: bytes.loadUnaligned(as: UInt64.self), run: run) }
        }
        while let run = heap.top {
            guard let bytes = try readers[run].peek(most) else { break }
            let record = ResidentRecord(bytes: bytes + 8)
            let length = record.readTokens(&tokens)
            try body(ResidentKey(bytes.loadUnaligned(as: UInt64.self)), record, tokens)
            readers[run].skip(8 + length)
            heap.replaceTop(key: try readers[run].peek(most)?.loadUnaligned(as: UInt64.self))
        }
    }
}
