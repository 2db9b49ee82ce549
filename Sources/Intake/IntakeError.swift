// SPDX-License-Identifier: Apache-2.0

public import Screening

/// Why an input was not taken. What was acknowledged before stays stored; sending all of it again changes nothing.
public enum IntakeError: Error, Hashable {
    /// The input has more bytes than are allowed.
    case tooLarge(limitBytes: Int)
    /// The input holds more messages than are allowed.
    case tooManyMessages(limit: Int)
    /// Disk or queue are full, or the database is held by another process; nothing half-done; try again.
    case full(retryAfterSeconds: Int)
    /// A file or folder cannot be read, written or moved; the system's error number.
    case file(operation: String, code: Int32)
    /// The caller went away.
    case cancelled
    case store(StoreError)
}

extension IntakeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let limit): "the input is larger than \(limit) bytes; send it in parts"
        case .tooManyMessages(let limit): "the input holds more than \(limit) messages; send it in parts"
        case .full(let seconds): "no room for messages now; nothing was lost, send again in \(seconds) s"
        case .file(let operation, let code): "cannot \(operation): system error \(code)"
        case .cancelled: "cancelled; send again"
        case .store(let error): "the message store failed: \(error)"
        }
    }

    /// A stable word of a bounded set, for metrics and problem documents.
    public var code: String {
        switch self {
        case .tooLarge: "too-large"
        case .tooManyMessages: "too-many-messages"
        case .full: "full"
        case .file: "file"
        case .cancelled: "cancelled"
        case .store: "store-failed"
        }
    }
}
