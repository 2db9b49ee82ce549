// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Safeguards

/// A folder of backups: their names, what a killed run left, how many stay.
struct BackupFolder {
    let path: String
    private static let ending = ".backup"

    /// Makes the folder where it is missing.
    init(_ path: String) throws {
        self.path = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        try FileManager.default.createDirectory(
            atPath: self.path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: NSNumber(value: 0o700)])
    }

    /// A free name for a backup taken at a moment: `cermat-20260115T093000Z.backup`, and `cermat-20260115T093000Z_02.backup`
    /// for the next of the same second, so that names are in the order of time. The caller holds the folder's lock.
    ///
    /// - Throws: ``BackupError/exists(path:)`` where a hundred of one second are there.
    func file(takenAtMilliseconds: Int64) throws -> String {
        let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
        let time = Date(timeIntervalSince1970: Double(takenAtMilliseconds) / 1000).formatted(style)
        let first = "\(path)/cermat-\(time)"
        for number in 1...99 {
            let name = first + (number == 1 ? "" : number < 10 ? "_0\(number)" : "_\(number)") + BackupFolder.ending
            if !FileManager.default.fileExists(atPath: name) { return name }
        }
        throw BackupError.exists(path: first + BackupFolder.ending)
    }

    /// Removes drafts that a killed run left; the caller holds the folder's lock.
    func removeDrafts() throws {
        for name in try names() where name.hasSuffix(BackupFolder.ending + BackupFile.draftEnding) {
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    /// Removes all but the newest finished backups under one key.
    ///
    /// - Returns: how many were removed.
    func keep(_ count: Int, keyMark: String) throws -> Int {
        var ours: [(file: String, at: Int64)] = []
        for name in try names() where name.hasSuffix(BackupFolder.ending) {
            let file = "\(path)/\(name)"
            // What cannot be read, or is another folder's, is left alone.
            guard let head = try? BackupFile.manifest(of: file), head.keyMark == keyMark else { continue }
            ours.append((file, head.manifest.takenAtMilliseconds))
        }
        // Those of one moment are in the order of their names.
        let old = ours.sorted { ($0.at, $0.file) > ($1.at, $1.file) }.dropFirst(max(1, count))
        for backup in old { try FileManager.default.removeItem(atPath: backup.file) }
        return old.count
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix("cermat-") }
    }
}
