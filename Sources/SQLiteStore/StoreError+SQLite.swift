// SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Mandate
internal import Screening

extension StoreError {
    /// Names a failure without repeating values or statements, which might hold personal data.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self = StoreError(code: error)
        case let error as KeyVaultError:
            switch error {
            case .notAuthentic: self = .damaged(reason: "a sealed record does not open with its key")
            case .keysUnavailable(let reason): self = .failed(reason: reason)
            }
        case is CancellationError: self = .cancelled
        default: self = .failed(reason: "\(type(of: error))")
        }
    }

    private init(code error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = .damaged(reason: "SQLite error \(error.extendedResultCode.rawValue)")
        case .SQLITE_IOERR:
            switch error.extendedResultCode {
            // What a full disk looks like where SQLite grows a file without writing to it.
            case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP: self = .full
            default: self = .failed(reason: "SQLite input/output error \(error.extendedResultCode.rawValue)")
            }
        default: self = .failed(reason: "SQLite error \(error.extendedResultCode.rawValue)")
        }
    }
}
