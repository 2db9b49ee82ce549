// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Glibc

/// What holds for a file of document history: a header of 4096 bytes, then the records sorted by document. All numbers are
/// little-endian. Numbers of the header: magic, version, records, checksum of the records; the last is its own checksum.
enum DocumentLayout {
    static let magic: UInt64 = 0x4844_5441_4D52_4543  // "CERMATDH"
    static let version: UInt64 = 1
    static let headerBytes = IndexLayout.headerBytes
    static let headerChecksum = 511

    /// The file beside an index. It holds numbers of residents and nothing of the index: it goes with every index of the same
    /// registry, changed, compacted or built anew.
    static func path(beside index: String) -> String { index + ".documents" }
}

/// To whom travel documents were issued, from when until when: a file beside an index, so that a document alone leads to its
/// bearer's number.
public final class DocumentHistory: Sendable {
    private let file: MappedFile
    private nonisolated(unsafe) let records: UnsafeBufferPointer<IssuedDocument>
    /// Tells one file from another.
    public let version: String
    /// How many documents and holders it knows.
    public var count: Int { records.count }

    /// Opens the history beside an index; nil where there is none. Records of up to 64 MiB are summed, and each as it is read.
    ///
    /// - Parameter isVerifying: whether all are summed, which reads the whole file.
    public init?(beside path: String, isVerifying: Bool = false) throws(PopulationIndexError) {
        guard let file = try Self.mapped(beside: path) else { return nil }
        self.file = file
        let header = try Self.header(file.bytes)
        version = header.version
        let body = UnsafeRawBufferPointer(rebasing: file.bytes[DocumentLayout.headerBytes...])
        if isVerifying || body.count <= PopulationFile.mostBytesVerified {
            guard IndexChecksum.of(body) == header.bodyChecksum else {
                throw .damagedCompanion(.documents, part: "checksum")
            }
        }
        records = body.assumingMemoryBound(to: IssuedDocument.self)
    }

    /// The version of the history that lies beside an index now; nil where there is none.
    public static func version(beside path: String) throws(PopulationIndexError) -> String? {
        guard let file = try mapped(beside: path) else { return nil }
        return try withExtendedLifetime(file) { () throws(PopulationIndexError) in try header(file.bytes).version }
    }

    private static func mapped(beside path: String) throws(PopulationIndexError) -> MappedFile? {
        let name = DocumentLayout.path(beside: path)
        guard access(name, F_OK) == 0 else { return nil }
        do throws(PopulationIndexError) { return try MappedFile(name) } catch {
            throw error == .notAnIndex ? .damagedCompanion(.documents, part: "length") : error
        }
    }

    private static func header(
        _ bytes: UnsafeRawBufferPointer
    ) throws(PopulationIndexError) -> (version: String, bodyChecksum: UInt64) {
        func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
        let summed = UnsafeRawBufferPointer(rebasing: bytes[0..<DocumentLayout.headerBytes - 8])
        guard number(0) == DocumentLayout.magic, number(1) == DocumentLayout.version,
            number(DocumentLayout.headerChecksum) == IndexChecksum.of(summed)
        else { throw .damagedCompanion(.documents, part: "header") }
        let size = UInt64(bytes.count - DocumentLayout.headerBytes)
        guard size % UInt64(MemoryLayout<IssuedDocument>.stride) == 0,
            number(2) == size / UInt64(MemoryLayout<IssuedDocument>.stride)
        else { throw .damagedCompanion(.documents, part: "length") }
        return (String(number(DocumentLayout.headerChecksum), radix: 16), number(3))
    }

    /// To whom a document was issued: who held it on a day, or without a day who ever did. Sorted, each once.
    ///
    /// Throws where a record is damaged.
    public func holders(of document: String, on day: CivilDate?) throws(PopulationIndexError) -> [NIK] {
        guard let plain = IssuedDocument.plain(document.utf8) else { return [] }
        let key = IssuedDocument.hash(plain)
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            if records[middle].key < key { low = middle + 1 } else { high = middle }
        }
        let date = day.map { Int32(clamping: $0.daysSinceEpoch) }
        var found: Set<UInt64> = []
        while low < records.count, records[low].key == key {
            guard let nik = records[low].nik else { throw .damagedCompanion(.documents, part: "record") }
            if date.map({ records[low].isValid(on: $0) }) ?? true { found.insert(nik) }
            low += 1
        }
        return found.sorted().compactMap { try? NIK(parsing: PopulationFile.sixteen($0)) }
    }

    /// The one holder of all documents of a traveller on a day; nil where there is none, or they are of several.
    public func holder(of documents: [String], on day: CivilDate?) throws(PopulationIndexError) -> NIK? {
        var all: Set<NIK> = []
        for document in documents { all.formUnion(try holders(of: document, on: day)) }
        return all.count == 1 ? all.first : nil
    }
}
