// SPDX-License-Identifier: Apache-2.0

public import Casework
internal import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Quality
public import Screening

/// The store of one machine: one SQLite file in WAL mode, every personal record in it sealed.
///
/// Two processes may have one file open. Whatever a writing call answers is on disk (`synchronous=FULL`); writing calls
/// that wait at the same time share one transaction. The inbox and the decision log are primary; all else follows.
public struct SQLiteStore: CaseworkStore {
    let pool: DatabasePool
    let queue: CommitQueue
    let sealer: RecordSealer
    let vault: any KeyVault
    /// By when carriers' messages are due.
    public let qualityRules: QualityRules
    let entryCache = EntryCache(limit: 100_000)

    /// The name of the chain of audit records that this store writes.
    public let node: String

    /// The database's name inside a data folder.
    public static let fileName = "cermat.sqlite"

    /// Opens the database of a data folder, makes or completes its tables, and checks that it is durable.
    ///
    /// - Parameters:
    ///   - folder: the data folder; it must exist.
    ///   - vault: the keys that its records are sealed under.
    ///   - node: the name of the audit chain, as in ``AuditChain``.
    ///   - mode: whether a missing database is made.
    public static func open(
        at folder: String, vault: any KeyVault, node: String, mode: SQLiteStoreMode = .create,
        configuration: SQLiteStoreConfiguration = SQLiteStoreConfiguration()
    ) throws(StoreError) -> SQLiteStore {
        let path = folder + "/" + fileName
        do {
            try mode.prepare(path)
            let pool = try DatabasePool(path: path, configuration: SQLiteStore.connection(configuration))
            try SQLiteStore.makeDurable(pool, configuration)
            try SQLiteSchema.prepare(pool)
            return SQLiteStore(
                pool: pool, queue: CommitQueue(pool: pool, limit: configuration.waitingWritesLimit),
                sealer: RecordSealer(vault: vault), vault: vault, qualityRules: configuration.qualityRules, node: node)
        } catch {
            throw StoreError(error)
        }
    }

    /// Closes the file; calls after this fail.
    public func close() throws(StoreError) {
        do { try pool.close() } catch { throw StoreError(error) }
    }

    /// Runs a read on a snapshot.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await pool.read(body) } catch { throw StoreError(error) }
    }

    /// Runs a change in a transaction that is on disk afterwards, perhaps together with others that wait.
    func writing<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try await queue.perform(body)
    }
}

extension SQLiteStore {
    private static func connection(_ configuration: SQLiteStoreConfiguration) -> Configuration {
        var connection = Configuration()
        connection.busyMode = .timeout(configuration.busyTimeoutSeconds)
        connection.maximumReaderCount = configuration.readers
        connection.foreignKeysEnabled = true
        connection.label = "cermat"
        let cacheKibibytes = configuration.cacheKibibytes
        let onStatement = configuration.onStatement
        connection.prepareDatabase { db in
            if let onStatement { db.trace(options: .statement) { _ in onStatement() } }
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return connection
    }

    /// Sets the writer to wait for the disk at each commit, and reads it back: GRDB's pool sets NORMAL when it opens.
    private static func makeDurable(_ pool: DatabasePool, _ configuration: SQLiteStoreConfiguration) throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(configuration.checkpointPages)")
            try db.execute(sql: "PRAGMA journal_size_limit = \(configuration.journalLimitBytes)")
            if let pages = configuration.pageLimit { try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
            let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
            let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode")
            let overwrites = try Int.fetchOne(db, sql: "PRAGMA secure_delete")
            guard synchronous == 2, journal == "wal", overwrites == 1 else {
                throw StoreError.failed(
                    reason:
                        "the database cannot be made durable: synchronous \(synchronous ?? -1), journal \(journal ?? "?")"
                )
            }
        }
    }
}
