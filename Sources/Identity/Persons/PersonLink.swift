// SPDX-License-Identifier: Apache-2.0

/// How two appearances compare, each comparison in bits; a function of these two and of the model only.
public struct PersonLink: Hashable, Sendable {
    /// How the documents of two appearances stand to each other; the closest pair of documents counts.
    public enum DocumentLevel: String, Hashable, Sendable, Codable, CaseIterable {
        /// One side has no usable document.
        case missing
        case same
        /// One number, with the issuer missing on one side.
        case sameWithoutIssuer = "same, issuer missing"
        /// One number of two states.
        case sameOfOtherIssuer = "same number, other issuer"
        /// A slip of reading or typing away.
        case slip
        /// Another document of the same state, years newer or older.
        case renewed
        /// Another document.
        case other
        /// Two of one state and kind that expire together, hence valid side by side.
        case sideBySide = "side by side"
    }

    public internal(set) var name = 0.0
    public internal(set) var birth = 0.0
    public internal(set) var birthLevel = DateLevel.missing
    public internal(set) var sex = 0.0
    public internal(set) var nationality = 0.0
    public internal(set) var document = 0.0
    public internal(set) var documentLevel = DocumentLevel.missing
    /// Both have given names and none of one resembles one of the other.
    public internal(set) var hasOtherGiven = false

    init() {}

    /// The sum of all comparisons, without the prior.
    public var weight: Double { name + birth + sex + nationality + document }

    /// Whether sex, birth date, document or given name speak against one person.
    var disagrees: Bool {
        if sex < 0 || hasOtherGiven || documentLevel == .sideBySide { return true }
        return switch birthLevel {
        case .other, .sameDayAndMonth, .sameYear, .partialOther: true
        default: false
        }
    }
}
