// SPDX-License-Identifier: Apache-2.0

internal import Foundation
public import Quality
internal import Screening

/// How a store uses its file.
public struct SQLiteStoreConfiguration: Sendable {
    /// How long a write waits for another process.
    public var busyTimeoutSeconds: Double
    /// Connections that read at the same time.
    public var readers: Int
    /// Memory for pages, per connection.
    public var cacheKibibytes: Int
    /// Writing calls that may wait; further ones are answered ``StoreError/full``.
    public var waitingWritesLimit: Int
    /// Pages in the write-ahead log after which they are copied to the database.
    public var checkpointPages: Int
    /// The size to which the write-ahead log is cut back.
    public var journalLimitBytes: Int
    /// The most pages (4,096 bytes) that the database may have; nil for no limit but the disk's.
    public var pageLimit: Int?
    /// By when carriers' messages are due: facts of quality are made by these.
    public var qualityRules: QualityRules
    /// Called for every statement, on any thread; for tests that count them. It is not told the statement.
    public var onStatement: (@Sendable () -> Void)?

    public init(
        busyTimeoutSeconds: Double = 10, readers: Int = 6, cacheKibibytes: Int = 16 * 1024,
        waitingWritesLimit: Int = 512,
        checkpointPages: Int = 4_000, journalLimitBytes: Int = 64 * 1024 * 1024, pageLimit: Int? = nil,
        qualityRules: QualityRules = QualityRules(),
        onStatement: (@Sendable () -> Void)? = nil
    ) {
        self.busyTimeoutSeconds = busyTimeoutSeconds
        self.readers = readers
        self.cacheKibibytes = cacheKibibytes
        self.waitingWritesLimit = waitingWritesLimit
        self.checkpointPages = checkpointPages
        self.journalLimitBytes = journalLimitBytes
        self.pageLimit = pageLimit
        self.qualityRules = qualityRules
        self.onStatement = onStatement
    }
}

/// Whether opening may make a database.
public enum SQLiteStoreMode: String, Hashable, Sendable, CaseIterable {
    /// Makes the database where there is none.
    case create
    /// Fails where there is none.
    case existing

    /// Makes an empty file that only its owner may read (SQLite gives its side files the same mode).
    func prepare(_ path: String) throws {
        if FileManager.default.fileExists(atPath: path) { return }
        guard self == .create else { throw StoreError.failed(reason: "no database at \(path); run `cermat init`") }
        let made = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: NSNumber(value: 0o600)])
        guard made else { throw StoreError.failed(reason: "cannot create \(path)") }
    }
}
