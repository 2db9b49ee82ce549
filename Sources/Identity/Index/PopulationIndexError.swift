// SPDX-License-Identifier: Apache-2.0

/// Why a population index cannot be built or used.
public enum PopulationIndexError: Error, Equatable {
    case cannotOpen(reason: String)
    case notAnIndex
    case otherVersion(found: UInt32)
    case truncated(expectedBytes: Int, foundBytes: Int)
    /// The checksum of a part does not hold.
    case damaged(part: String)
    case missingColumn(String)
    case noResidents
    case tooMany(what: String, limit: Int)
    case cannotWrite(reason: String)
    case cannotRead(reason: String)
    /// A folder's file system has too little space for what is to be written.
    case needsSpace(folder: String, bytes: Int, free: Int)
    /// The changes beside an index, or its details, are of no known shape or their checksum does not hold.
    case damagedCompanion(Companion, part: String)
    /// They belong to another index.
    case foreignCompanion(Companion)

    /// A file beside the index.
    public enum Companion: String, Sendable {
        case changes, details, documents
    }
}

extension PopulationIndexError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let reason): "the index cannot be opened: \(reason)"
        case .notAnIndex: "this file is no population index; make one with cermat registry build"
        case .otherVersion(let found):
            "the index has format \(found), this program reads \(IndexLayout.version); build it anew"
        case .truncated(let expected, let found):
            "the index should have \(expected) bytes and has \(found); copy it again or build it anew"
        case .damaged(let part): "the index is damaged in its part \(part); copy it again or build it anew"
        case .missingColumn(let name): "the extract has no column \(name); its first line must name the columns"
        case .noResidents: "no resident could be read; the rows that were skipped say why"
        case .tooMany(let what, let limit): "more than \(limit) \(what); this format holds no more"
        case .cannotWrite(let reason): "the index cannot be written: \(reason)"
        case .cannotRead(let reason): "the extract cannot be read: \(reason)"
        case .damagedCompanion(let file, let part):
            "the file of \(file) is damaged or no such file (\(part)); copy it again or make it anew"
        case .foreignCompanion(let file):
            "the file of \(file) belongs to another index; bring the index that it was made for, or take it away"
        case .needsSpace(let folder, let bytes, let free):
            "\(folder) needs \(bytes) bytes of free space and has \(free)"
        }
    }
}
