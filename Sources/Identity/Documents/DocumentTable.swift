// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Glibc

/// Makes the history of documents beside an index from a table of the registry or the passport office: NIK, DOC_NO (or
/// NO_PASPOR), and FROM and UNTIL (YYYY-MM-DD) if there are such columns; an empty one is open.
public struct DocumentTable {
    /// What came of a table.
    public struct Report: Sendable {
        /// Documents with their holders, each once.
        public let count: Int
        /// Documents of more holders than anybody can have meant, which say nothing and were left out.
        public let ambiguous: Int
        /// Rows that are none, with their lines, and how many more there are.
        public let skipped: [SkippedRow]
        public let unlisted: Int
    }

    /// More holders of one number are no history but a placeholder.
    public static let mostHolders = 8
    private let path: String
    private let memoryBytes: Int
    private let temporaryFolder: String

    /// - Parameters:
    ///   - path: the index; the history lies beside it.
    ///   - memoryBytes: the memory that documents may take while they are sorted.
    ///   - temporaryFolder: where sorted runs are written when they take more.
    public init(beside path: String, memoryBytes: Int = 1 << 30, temporaryFolder: String) {
        self.path = path
        self.memoryBytes = memoryBytes
        self.temporaryFolder = temporaryFolder
    }

    /// Writes the file; an older one is replaced in one step.
    public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(PopulationIndexError) -> Report {
        // A row has 28 bytes at the least: room for all that may come, and for its runs.
        let record = MemoryLayout<IssuedDocument>.stride
        let most = bytes.count / 28 * record
        try FreeSpace.require(
            index: most, at: path, runs: most > memoryBytes / 2 ? most : 0, in: temporaryFolder)
        var records = SortedRuns<IssuedDocument>(bytes: memoryBytes, in: temporaryFolder)
        var skipped: [SkippedRow] = []
        var unlisted = 0
        var walker = RowWalker(bytes)
        let columns = try Columns(&walker)
        while walker.next() {
            let record: IssuedDocument
            do throws(SkippedRow.Reason) { record = try columns.document(walker, bytes) } catch {
                if skipped.count < PopulationIndexBuilder.mostSkipped {
                    skipped.append(SkippedRow(line: walker.line, reason: error))
                } else {
                    unlisted += 1
                }
                continue
            }
            try records.add(record)
        }
        let written = try write(&records)
        return Report(count: written.count, ambiguous: written.ambiguous, skipped: skipped, unlisted: unlisted)
    }

    private func write(
        _ records: inout SortedRuns<IssuedDocument>
    ) throws(PopulationIndexError) -> (count: Int, ambiguous: Int) {
        let file = NamelessFile.Handle(try NamelessFile.open(in: NamelessFile.folder(of: path)))
        var body = IndexStream<IssuedDocument>(part: 0, start: DocumentLayout.headerBytes, descriptor: file.descriptor)
        var ambiguous = 0
        var group = DocumentGroup()
        func close() throws(PopulationIndexError) {
            if group.isAmbiguous { ambiguous += 1 } else { for record in group.sorted { try body.append(record) } }
        }
        try records.forEach { record throws(PopulationIndexError) in
            if group.key != record.key {
                try close()
                group = DocumentGroup()
            }
            group.add(record)
        }
        try close()
        let count = body.count
        let sum = try body.close()
        var header = [UInt64](repeating: 0, count: DocumentLayout.headerBytes / 8)
        header[0] = DocumentLayout.magic
        header[1] = DocumentLayout.version
        header[2] = UInt64(count)
        header[3] = sum.checksum
        header[DocumentLayout.headerChecksum] = header.dropLast().withUnsafeBytes { IndexChecksum.of($0) }
        let isWritten = header.withUnsafeBytes { WholeFile.write($0, to: file.descriptor, at: 0) }
        guard isWritten, fsync(file.descriptor) == 0, fchmod(file.descriptor, 0o644) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        try NamelessFile.name(file.descriptor, DocumentLayout.path(beside: path))
        return (count, ambiguous)
    }
}

/// The records of one document while they are gathered, no more than are needed to know that they say nothing.
private struct DocumentGroup {
    private(set) var key: UInt64?
    private var records: Set<IssuedDocument> = []
    private var holders: Set<UInt64> = []
    private(set) var isAmbiguous = false

    /// Of one holder's document so many periods are kept.
    private static let mostPeriods = 64

    mutating func add(_ record: IssuedDocument) {
        key = record.key
        guard !isAmbiguous, let nik = record.nik else { return }
        holders.insert(nik)
        records.insert(record)
        isAmbiguous = holders.count > DocumentTable.mostHolders || records.count > Self.mostPeriods
        if isAmbiguous { records = [] }
    }

    var sorted: [IssuedDocument] { records.sorted(by: IssuedDocument.precedes) }
}

/// The columns of a table of documents.
private struct Columns {
    private let nik: Int
    private let number: Int
    private let from: Int?
    private let until: Int?

    init(_ walker: inout RowWalker) throws(PopulationIndexError) {
        guard walker.next() else { throw .missingColumn("NIK") }
        let titles = walker.fields.indices.map { walker.text($0).trimmed.uppercased() }
        guard let nik = titles.firstIndex(of: "NIK") else { throw .missingColumn("NIK") }
        guard let number = titles.firstIndex(of: "DOC_NO") ?? titles.firstIndex(of: "NO_PASPOR") else {
            throw .missingColumn("DOC_NO")
        }
        self.nik = nik
        self.number = number
        from = titles.firstIndex(of: "FROM")
        until = titles.firstIndex(of: "UNTIL")
    }

    func document(
        _ walker: RowWalker, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(SkippedRow.Reason) -> IssuedDocument {
        guard !walker.isBroken else { throw .quotes }
        guard walker.fields.count > max(nik, number, from ?? 0, until ?? 0) else { throw .fields }
        func field(_ column: Int) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[walker.fields[column]])
        }
        guard let nik = Digits.number(field(nik), count: 16), Digits.isNIK(nik) else { throw .nik }
        guard let plain = IssuedDocument.plain(field(number)) else { throw .document }
        func day(_ column: Int?, open: Int32) throws(SkippedRow.Reason) -> Int32 {
            guard let column, !field(column).isEmpty else { return open }
            guard let date = Digits.date(field(column)) else { throw .validity }
            return Int32(clamping: date.daysSinceEpoch)
        }
        let first = try day(from, open: IssuedDocument.always.lowerBound)
        let last = try day(until, open: IssuedDocument.always.upperBound)
        guard first < last else { throw .validity }
        return IssuedDocument(plain, nik: nik, from: first, until: last)
    }
}
