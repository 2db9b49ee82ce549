// SPDX-License-Identifier: Apache-2.0

/// The form of a sent file.
public enum SentMessageKind: String, Hashable, Sendable, CaseIterable {
    case paxlst, pnrgov, manifest, cusres
    /// Bookings as a document.
    case document = "pnrgov-xml"
    /// Bytes that are no message.
    case unreadable

    /// The file's extension.
    public var fileExtension: String {
        switch self {
        case .manifest: "csv"
        case .document: "xml"
        case .paxlst, .pnrgov, .cusres, .unreadable: "edi"
        }
    }
}

/// What is wrong or unusual with a sent file, for truth/.
public enum SentMessageDamage: String, Hashable, Sendable, CaseIterable {
    case segmentCount = "segment-count"
    case terminatorMissing = "terminator-missing"
    case lowerCase = "lower-case"
    case ownSeparators = "own-separators"
    case typeB = "type-b"
    case twoMessages = "two-messages"
    case parts
    /// A divided message of which one part was never sent.
    case partMissing = "part-missing"
    /// One traveller more declared than listed.
    case wrongTotal = "wrong-total"
    case duplicate
    case late
    case newReference = "new-reference"
    case unreadable

    /// Whether only interchanges can have it.
    var isOfInterchanges: Bool {
        switch self {
        case .segmentCount, .terminatorMissing, .lowerCase, .ownSeparators, .typeB, .twoMessages: true
        case .parts, .partMissing, .wrongTotal, .duplicate, .late, .newReference, .unreadable: false
        }
    }
}

/// One file as a carrier sends it.
public struct SentMessage: Hashable, Sendable {
    /// Minutes since 1970-01-01T00:00 UTC.
    public let sentAt: Int
    /// Time, number in the order of sending, and kind; names sort as the files were sent.
    public let fileName: String
    public let kind: SentMessageKind
    public let bytes: [UInt8]
    /// The voyage as truth/ names it; empty for unreadable files.
    public let voyage: String
    public let damages: [SentMessageDamage]
}
