// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Why a backup file was not written or not believed. Texts name files and places, never what a file holds.
public enum BackupError: Error, Hashable {
    /// The file does not begin as a backup does.
    case notABackup
    /// The file was written by a program of another format.
    case otherVersion
    /// The file is sealed under another backup key; the two keys' marks.
    case otherKey(file: String, given: String)
    /// The header was changed.
    case headerAltered
    /// A chunk was changed, moved or replaced: its number from 0, and the byte of the file at which it begins.
    case chunkAltered(chunk: Int, byte: Int64)
    /// The file ends before its last chunk does.
    case cutShort(chunk: Int, byte: Int64)
    /// Something follows the last chunk.
    case longer(byte: Int64)
    /// The chunks are whole, but hold less or more than the header says.
    case contentsDiffer
    /// A file changed its length while it was read.
    case sourceChanged(name: String)
    /// The name is taken.
    case exists(path: String)
    /// Too little room: what is needed and what is there, in bytes.
    case noRoom(path: String, neededBytes: Int64, freeBytes: Int64)
    /// The operating system refused; its error number.
    case file(operation: String, path: String, code: Int32)
}

extension BackupError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notABackup: "the file is no backup of cermat"
        case .otherVersion: "the backup is of a later format; use the newer program"
        case .otherKey(let file, let given):
            "the backup is sealed under the backup key \(file), the keys given hold \(given); give the keys of its folder"
        case .headerAltered: "the backup's header was changed; use another backup"
        case .chunkAltered(let chunk, let byte):
            "chunk \(chunk), from byte \(byte), was changed or moved; use another backup"
        case .cutShort(let chunk, let byte):
            "the backup ends in chunk \(chunk), at byte \(byte), before its end; use another backup or copy it anew"
        case .longer(let byte): "something follows the backup's end at byte \(byte); copy it anew"
        case .contentsDiffer: "the backup holds less or more than its header says; use another backup"
        case .sourceChanged(let name): "\(name) changed while it was read; run the backup again"
        case .exists(let path): "\(path) exists already"
        case .noRoom(let path, let needed, let free):
            "too little room at \(path): \(needed) bytes needed, \(free) free; make room or name another place"
        case .file(let operation, let path, ENOSPC), .file(let operation, let path, EDQUOT):
            "cannot \(operation) \(path): the disk is full; make room or name another place, then do it again"
        case .file(let operation, let path, let code): "cannot \(operation) \(path): error \(code)"
        }
    }
}
