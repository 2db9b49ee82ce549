// SPDX-License-Identifier: Apache-2.0

/// Why a hit was known only after landing.
public enum LateCause: String, Hashable, Sendable, Codable, CaseIterable {
    /// The carrier wrote the message that shows it after landing.
    case messageLate = "message-late"
    /// The carrier wrote it in time, and it was long on its way.
    case messageDelayed = "message-delayed"
    /// Only a close-out, which names nobody, had come before.
    case onlyCloseOut = "only-close-out"
    /// The traveller stood in a part of a divided list of which other parts had come in time.
    case partMissing = "part-missing"
    /// The message lay in quarantine until after landing.
    case messageQuarantined = "message-quarantined"
    /// The entry was written, or changed so that it matches, after landing.
    case entryAdded = "entry-added"
    /// Everything was there in time; the screening came after landing.
    case screeningDelayed = "screening-delayed"

    /// Whether the carrier could have done better; the others are for ourselves.
    public var isCarriers: Bool {
        switch self {
        case .messageLate, .messageDelayed, .onlyCloseOut, .partMissing, .messageQuarantined: true
        case .entryAdded, .screeningDelayed: false
        }
    }
}
