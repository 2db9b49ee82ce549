// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// What a backup holds, written in the clear at its head and authenticated: no personal data, only counts and hashes.
public struct BackupManifest: Hashable, Sendable, Codable {
    /// One file of the data folder; the sealed stream holds them one after the other.
    public struct File: Hashable, Sendable, Codable {
        public var name: String
        public var sizeBytes: Int64

        public init(name: String, sizeBytes: Int64) {
            self.name = name
            self.sizeBytes = sizeBytes
        }

        /// Whether the name may be written into a folder: no path, nothing hidden.
        var isPlain: Bool {
            !name.isEmpty && name.utf8.count <= 128 && !name.hasPrefix(".")
                && name.utf8.allSatisfy {
                    (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
                        || $0 == 95
                }
        }
    }

    /// When the snapshot was taken, milliseconds since 1970 UTC.
    public var takenAtMilliseconds: Int64
    /// The version of the database's tables.
    public var schema: Int
    /// The audit chain's name and its last record.
    public var node: String
    public var auditSequence: Int64
    public var auditHash: String
    public var messages: Int64
    public var decisions: Int64
    public var dataKeys: Int64
    /// `cermat state --digest` of the snapshot; nil where the tables are of an older version than the program.
    public var digest: String?
    public var files: [File]

    public init(
        takenAtMilliseconds: Int64, schema: Int, node: String, auditSequence: Int64, auditHash: String, messages: Int64,
        decisions: Int64, dataKeys: Int64, digest: String?, files: [File]
    ) {
        self.takenAtMilliseconds = takenAtMilliseconds
        self.schema = schema
        self.node = node
        self.auditSequence = auditSequence
        self.auditHash = auditHash
        self.messages = messages
        self.decisions = decisions
        self.dataKeys = dataKeys
        self.digest = digest
        self.files = files
    }

    /// The bytes of all files together.
    public var contentBytes: Int64 { files.reduce(0) { $0 + $1.sizeBytes } }

    /// One line of JSON, keys in alphabetical order.
    public var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Numbers, texts and lists of them always encode.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
