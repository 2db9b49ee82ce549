// SPDX-License-Identifier: Apache-2.0

/// What a retention run counts.
public enum RetentionMeasure: String, Hashable, Sendable, Codable, CaseIterable {
    case voyagesDepersonalised = "voyages-depersonalised"
    case travellersDepersonalised = "travellers-depersonalised"
    case hitsDepersonalised = "hits-depersonalised"
    case messagesForgotten = "messages-forgotten"
    case quarantineForgotten = "quarantine-forgotten"
    case decisionsDepersonalised = "decisions-depersonalised"
    case decisionsDestroyed = "decisions-destroyed"
    case voyagesDestroyed = "voyages-destroyed"
    /// Watchlist entries that were withdrawn or expired, with all their versions.
    case entriesDestroyed = "entries-destroyed"
    case filesDestroyed = "files-destroyed"
    case keysDestroyed = "keys-destroyed"
    /// Voyages that are due by their age and stay under a legal hold, and the messages that stay with them.
    case voyagesHeld = "voyages-held"
    case messagesHeld = "messages-held"
    /// Versions of accounts that were replaced.
    case accountVersionsDestroyed = "account-versions-destroyed"
    /// Faces: enrolled pictures, photographs of holders, pictures that two reviewers confirmed.
    case facesDestroyed = "faces-destroyed"
    /// Pictures of confirmed faces that are over and stay under a legal hold.
    case facesHeld = "faces-held"

    /// Those of a report of the first form, of the second, and of the third.
    static let firstForm = secondForm.filter { $0 != .voyagesHeld && $0 != .messagesHeld }
    static let secondForm = thirdForm.filter { $0 != .accountVersionsDestroyed }
    static let thirdForm = allCases.filter { $0 != .facesDestroyed && $0 != .facesHeld }
}

/// How much of each; what is missing is nought.
public struct RetentionTally: Hashable, Sendable {
    private var counts: [RetentionMeasure: Int] = [:]

    public init() {}

    public subscript(measure: RetentionMeasure) -> Int {
        get { counts[measure] ?? 0 }
        set { counts[measure] = newValue == 0 ? nil : newValue }
    }

    public var isEmpty: Bool { counts.values.allSatisfy { $0 == 0 } }

    public static func += (tally: inout RetentionTally, more: RetentionTally) {
        tally.counts.merge(more.counts, uniquingKeysWith: +)
    }
}
