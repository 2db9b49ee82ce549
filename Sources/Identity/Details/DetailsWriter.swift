// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Where the record of a number begins, and which of several records of that number counts.
struct DetailsEntry: SortedRecord {
    var key: UInt64
    /// The preference of the row in the highest bits, below it the place.
    private let value: UInt64

    private static var placeBits: UInt64 { 45 }

    init(nik: UInt64, preference: UInt64, place: Int) {
        key = nik
        value = preference << Self.placeBits | UInt64(place)
    }

    var preference: UInt64 { value >> Self.placeBits }
    /// The first byte in the payload.
    var place: UInt64 { value & (1 << Self.placeBits - 1) }
}

/// Writes a file of details as rows come: records at once, the directory of numbers at the end, sorted through runs on the
/// disk where it takes more than the memory granted.
struct DetailsWriter {
    /// Closed with the last copy of the writer, which gives the room of a file without a name back.
    private let file: NamelessFile.Handle
    private var payload: IndexStream<UInt8>
    private var entries: SortedRuns<DetailsEntry>
    private var words: DetailWords
    private var record: [UInt8] = []
    /// Records written so far; those of one number count each.
    private(set) var count = 0
    private var parts = [(start: Int, length: Int, checksum: UInt64)](
        repeating: (0, 0, 0), count: DetailsSection.allCases.count)
    private var end = DetailsLayout.headerBytes
    private var residents = 0

    /// - Parameters:
    ///   - folder: where the file is to be; it has no name until ``name(_:)``, and vanishes with the program before that.
    ///   - memoryBytes: the memory that the directory may take while it is sorted.
    ///   - temporaryFolder: where sorted runs are written when it takes more.
    init(
        in folder: String, memoryBytes: Int, temporaryFolder: String, mostWords: Int = DetailWords.mostWords
    ) throws(PopulationIndexError) {
        file = NamelessFile.Handle(try NamelessFile.open(in: folder))
        payload = IndexStream(
            part: DetailsSection.payload.rawValue, start: DetailsLayout.headerBytes, descriptor: file.descriptor)
        entries = SortedRuns(bytes: memoryBytes, in: temporaryFolder)
        words = DetailWords(most: mostWords)
    }

    /// Takes the details of a row of an extract.
    ///
    /// - Parameters:
    ///   - preference: of several rows of one number the one with the least counts, the first of equal ones.
    ///   - place: where the fields of ``ResidentColumns/Column`` lie.
    /// - Returns: false where a text is too long, and nothing is kept.
    mutating func add(
        nik: UInt64, preference: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ place: [Range<Int>], hasQuotes: Bool
    ) throws(PopulationIndexError) -> Bool {
        guard !hasQuotes else {
            return try add(
                nik: nik, preference: preference, ExtractedDetails(bytes, place, hasQuotes: hasQuotes))
        }
        for field in DetailField.allCases where place[field.column.rawValue].count > DetailField.mostTextBytes {
            return false
        }
        begin { !place[$0.column.rawValue].isEmpty }
        for field in DetailField.allCases {
            let text = UnsafeBufferPointer(rebasing: bytes[place[field.column.rawValue]])
            if !text.isEmpty { DetailsRecord.append(text, &words, to: &record) }
        }
        try close(nik: nik, preference: preference)
        return true
    }

    /// Takes details that were read elsewhere.
    mutating func add(
        nik: UInt64, preference: UInt64, _ details: ExtractedDetails
    ) throws(PopulationIndexError) -> Bool {
        guard details.areKept else { return false }
        begin { !details[$0].isEmpty }
        for field in DetailField.allCases where !details[field].isEmpty {
            details[field].withUnsafeBufferPointer { DetailsRecord.append($0, &words, to: &record) }
        }
        try close(nik: nik, preference: preference)
        return true
    }

    private mutating func begin(_ isThere: (DetailField) -> Bool) {
        record.removeAll(keepingCapacity: true)
        record.append(DetailField.allCases.reduce(0) { $0 | (isThere($1) ? 1 << UInt8($1.rawValue) : 0) })
    }

    private mutating func close(nik: UInt64, preference: UInt64) throws(PopulationIndexError) {
        DetailsRecord.seal(&record, nik: nik)
        while payload.count % DetailsLayout.unit != 0 { try payload.append(0) }
        guard payload.count / DetailsLayout.unit <= Int(UInt32.max) else {
            throw .tooMany(what: "bytes of details", limit: Int(UInt32.max) * DetailsLayout.unit)
        }
        try entries.add(DetailsEntry(nik: nik, preference: preference, place: payload.count))
        for byte in record { try payload.append(byte) }
        count += 1
    }

    /// Bytes that are still to be written, and bytes of runs that may be.
    var bytesToCome: (file: Int, runs: Int) {
        (count * 12 + words.bytes.count + words.starts.count * 4 + 1 << 16, count * DetailsLayout.runBytes)
    }

    /// Writes directory and words; what is left is the header.
    mutating func close() throws(PopulationIndexError) {
        var records = payload
        try close(&records)
        var niks: IndexStream<UInt64> = stream(.niks)
        // The places are written beside the numbers, behind the room that those may need.
        end += (count * 8 + 63) / 64 * 64
        var places: IndexStream<UInt32> = stream(.places)
        var held: DetailsEntry?
        func write(_ entry: DetailsEntry?) throws(PopulationIndexError) {
            guard let entry else { return }
            try niks.append(entry.key)
            try places.append(UInt32(entry.place / UInt64(DetailsLayout.unit)))
        }
        try entries.forEach { entry throws(PopulationIndexError) in
            if let known = held, known.key == entry.key {
                if entry.preference < known.preference { held = entry }
                return
            }
            try write(held)
            held = entry
        }
        try write(held)
        residents = niks.count
        try close(&places)
        try close(&niks)
        try add(.wordStarts, words.starts)
        try add(.words, words.bytes)
        words = DetailWords(most: 0)
    }

    private func stream<Element>(_ section: DetailsSection) -> IndexStream<Element> {
        IndexStream(part: section.rawValue, start: end, descriptor: file.descriptor)
    }

    private mutating func close<Element>(_ stream: inout IndexStream<Element>) throws(PopulationIndexError) {
        let (length, checksum) = try stream.close()
        parts[stream.part] = (stream.start, length, checksum)
        end = max(end, stream.start + (length + 63) / 64 * 64)
    }

    private mutating func add<Element: BitwiseCopyable>(
        _ section: DetailsSection, _ values: [Element]
    ) throws(PopulationIndexError) {
        var stream: IndexStream<Element> = stream(section)
        for value in values { try stream.append(value) }
        try close(&stream)
    }

    /// Writes the header, makes the file durable and names it; an older one of that name is replaced in one step.
    ///
    /// - Parameter index: the header checksum of the index that the details belong to.
    func finish(index: UInt64, at path: String) throws(PopulationIndexError) {
        try seal(index: index)
        guard fsync(file.descriptor) == 0, fchmod(file.descriptor, 0o644) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        try NamelessFile.name(file.descriptor, path)
    }

    /// Writes the header and gives the bytes of the whole file, of which nothing stays on the disk.
    func finishInMemory(index: UInt64) throws(PopulationIndexError) -> [UInt8] {
        try seal(index: index)
        guard let bytes = WholeFile.read(end, from: file.descriptor) else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        return bytes
    }

    private func seal(index: UInt64) throws(PopulationIndexError) {
        var header = [UInt64](repeating: 0, count: DetailsLayout.headerBytes / 8)
        header[0] = DetailsLayout.magic
        header[1] = DetailsLayout.version
        header[2] = UInt64(residents)
        header[3] = UInt64(end)
        header[4] = index
        for (section, part) in parts.enumerated() {
            header[8 + section * 3] = UInt64(part.start)
            header[9 + section * 3] = UInt64(part.length)
            header[10 + section * 3] = part.checksum
        }
        header[DetailsLayout.headerChecksum] = header.dropLast().withUnsafeBytes { IndexChecksum.of($0) }
        let isWritten = header.withUnsafeBytes { WholeFile.write($0, to: file.descriptor, at: 0) }
        guard isWritten, ftruncate(file.descriptor, off_t(end)) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
    }
}
