// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening

/// Seals records and keeps their keys in the table of keys: who deletes the row of a key has forgotten the record.
struct RecordSealer: Sendable {
    /// A sealed record on its way to the table, with its key.
    struct Sealed: Sendable {
        var key: WrappedKey
        var bytes: [UInt8]
    }

    let vault: any KeyVault

    /// Seals under a key of the record's own.
    func seal(_ plain: [UInt8], _ table: String, _ record: [UInt8], _ retention: RetentionClass) throws -> Sealed {
        let key = try vault.makeKey(retention)
        return Sealed(key: key, bytes: try seal(plain, table, record, with: key))
    }

    /// Seals under a key that exists.
    func seal(_ plain: [UInt8], _ table: String, _ record: [UInt8], with key: WrappedKey) throws -> [UInt8] {
        try vault.seal(plain, with: key, context: SealContext(table: table, record: record))
    }

    func open(_ sealed: Data, _ table: String, _ record: [UInt8], with key: WrappedKey) throws -> [UInt8] {
        try vault.open([UInt8](sealed), with: key, context: SealContext(table: table, record: record))
    }

    /// Writes a key's row and returns its number.
    func insert(_ key: WrappedKey, _ db: Database) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO data_key (id, retention, bytes) VALUES (?, ?, ?)")
            .execute(arguments: [key.id.blob, key.retention.rawValue, Data(key.bytes)])
        return db.lastInsertedRowID
    }

    /// Destroys a key.
    func delete(key number: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM data_key WHERE number = ?").execute(arguments: [number])
    }

    /// A key by its number; nil when it was destroyed.
    func key(_ number: Int64, _ db: Database) throws -> WrappedKey? {
        let statement = try db.cachedStatement(sql: "SELECT id, retention, bytes FROM data_key WHERE number = ?")
        return try Row.fetchOne(statement, arguments: [number]).flatMap { try key($0, at: 0) }
    }

    /// The key in three columns (id, retention, bytes) of a row; nil when they are null.
    func key(_ row: Row, at column: Int) throws -> WrappedKey? {
        guard let id: Data = row[column] else { return nil }
        guard let retention = RetentionClass(rawValue: row[column + 1]) else {
            throw StoreError.damaged(reason: "a key of an unknown retention class")
        }
        return WrappedKey(id: try RecordID(blob: id), retention: retention, bytes: [UInt8](row[column + 2] as Data))
    }
}
