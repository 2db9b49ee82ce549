// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
internal import Safeguards
public import Screening

extension SQLiteStore {
    /// The version of the tables that this program makes.
    public static var schemaVersion: Int { SQLiteSchema.version }

    /// Writes one moment of a folder's database into a new file, while others go on reading and writing it.
    ///
    /// The copy (`VACUUM INTO`) is a read: it holds no lock that a writer waits for; only the write-ahead log grows
    /// until it ends. What was deleted is not in the copy, free pages neither. The file is read once over to find damage.
    ///
    /// - Throws: ``StoreError/damaged(reason:)`` where the copy is not whole.
    public static func snapshot(of folder: String, to path: String) throws(StoreError) {
        do {
            try opened(folder + "/" + fileName) { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
            try FileManager.default.setAttributes(
                [.posixPermissions: NSNumber(value: 0o600)], ofItemAtPath: path)
            let verdict = try opened(path) { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
            guard verdict == "ok" else { throw StoreError.damaged(reason: "the copy of the database is not whole") }
        } catch {
            throw StoreError(error)
        }
    }

    /// Bytes that a snapshot of a folder's database needs at most.
    public static func snapshotBytes(of folder: String) throws(StoreError) -> Int64 {
        do {
            return try opened(folder + "/" + fileName) { db in
                let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                return try pages * (Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// The version of a folder's tables; nil where there are none yet. Opening the store would migrate it.
    public static func schema(of folder: String) throws(StoreError) -> Int? {
        do {
            return try opened(folder + "/" + fileName) { db in try SQLiteSchema.found(db) }
        } catch {
            throw StoreError(error)
        }
    }

    /// The figures of a database file; nothing of it is changed.
    public static func summary(of path: String) throws(StoreError) -> StoreSummary {
        do {
            return try opened(path) { db in
                guard let schema = try SQLiteSchema.found(db) else {
                    throw StoreError.damaged(reason: "the file has no tables of cermat")
                }
                func count(_ table: String) throws -> Int64 {
                    try Int64.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
                }
                let wrapping = try Data.fetchAll(db, sql: "SELECT DISTINCT substr(bytes, 1, 1) FROM data_key")
                return try StoreSummary(
                    schema: schema, auditHead: AuditWriting.last(db), messages: count("inbox"),
                    decisions: count("decision"),
                    dataKeys: count("data_key"), wrappingKeys: Set(wrapping.compactMap(\.first)))
            }
        } catch {
            throw StoreError(error)
        }
    }

    private static func opened<Value>(_ path: String, _ body: (Database) throws -> Value) throws -> Value {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreError.failed(reason: "no database at \(path)")
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.unsafeRead(body)
    }
}
