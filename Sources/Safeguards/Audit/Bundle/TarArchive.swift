// SPDX-License-Identifier: Apache-2.0

/// A tar archive of plain files, written in one go and read without unpacking.
public struct TarArchive: Sendable {
    /// The files by name; no name stands twice.
    public let files: [String: FileSlice]

    /// Reads the headers; nil where anything but plain files with zeros between them is found, or the end is missing.
    /// The error is that of reading.
    public init?(_ archive: FileSlice) throws {
        var files: [String: FileSlice] = [:]
        var at: UInt64 = 0
        let block = UInt64(TarHeader.blockBytes)
        while true {
            guard at + block <= archive.count, files.count < 1_000,
                let bytes = try archive.part(at, block).bytes(limitBytes: block)
            else { return nil }
            if bytes.allSatisfy({ $0 == 0 }) { break }
            guard let header = TarHeader(bytes), files[header.name] == nil,
                at + block + header.count + UInt64(header.padding) <= archive.count
            else { return nil }
            files[header.name] = archive.part(at + block, header.count)
            let end = at + block + header.count
            let padding = try archive.part(end, UInt64(header.padding)).bytes(limitBytes: block) ?? []
            guard padding.allSatisfy({ $0 == 0 }) else { return nil }
            at = end + UInt64(header.padding)
        }
        guard archive.count == at + 2 * block,
            let end = try archive.part(at, 2 * block).bytes(limitBytes: 2 * block), end.allSatisfy({ $0 == 0 })
        else { return nil }
        self.files = files
    }

    /// Adds a file to an archive that is being written.
    ///
    /// - Throws: ``SafeguardsError/fileNotWritten(reason:)``, also for 8 GiB and more.
    static func add(
        _ name: String, _ contents: FileSlice, modified: UInt64, to draft: DraftFile
    ) throws(SafeguardsError) {
        guard let header = TarHeader(name: name, count: contents.count, modified: modified) else {
            throw .fileNotWritten(reason: "\(name) is 8 GiB or more; name fewer days")
        }
        try draft.write(header.bytes)
        let before = draft.count
        do { try contents.pieces { try draft.write($0) } } catch {
            throw error as? SafeguardsError ?? .fileNotWritten(reason: "cannot read \(name) again")
        }
        guard draft.count - before == header.count else { throw .fileNotWritten(reason: "\(name) changed meanwhile") }
        try draft.write([UInt8](repeating: 0, count: header.padding))
    }

    /// Adds a small file.
    static func add(
        _ name: String, _ bytes: [UInt8], modified: UInt64, to draft: DraftFile
    ) throws(SafeguardsError) {
        guard let header = TarHeader(name: name, count: UInt64(bytes.count), modified: modified) else {
            throw .fileNotWritten(reason: "\(name) is 8 GiB or more; name fewer days")
        }
        try draft.write(header.bytes)
        try draft.write(bytes)
        try draft.write([UInt8](repeating: 0, count: header.padding))
    }

    /// Ends an archive: two blocks of zeros.
    static func end(_ draft: DraftFile) throws(SafeguardsError) {
        try draft.write([UInt8](repeating: 0, count: 2 * TarHeader.blockBytes))
    }
}
