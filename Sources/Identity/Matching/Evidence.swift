// SPDX-License-Identifier: Apache-2.0

/// One step from the prior to a candidate's total, in bits.
public struct Evidence: Hashable, Sendable {
    public enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
        case prior
        case name
        case birthDate = "birth date"
        case sex
        case birthPlace = "birth place"
        case nik = "NIK"
        case residence
        case family = "family card of companions"
    }

    public enum Level: Hashable, Sendable {
        case population
        case date(DateLevel)
        /// Whether it speaks for the resident.
        case agreement(Bool)
    }

    public let comparison: Comparison
    public let level: Level
    /// log2 of the ratio of probabilities.
    public let weight: Double
    public let traveller: String
    public let resident: String
    /// Of a name, how its words were compared: their weights add up to ``weight``. Empty elsewhere.
    public var words: [WordEvidence] = []
}

extension DateLevel {
    /// Plain English.
    public var label: String {
        switch self {
        case .missing: "missing"
        case .same: "same"
        case .swapped: "day and month swapped"
        case .day: "day off by a slip"
        case .month: "month off by a slip"
        case .year: "year off by 1, 10 or 100"
        case .digits: "year with digits wrong"
        case .heaped: "same year, day unknown to the traveller"
        case .sameYear: "same year"
        case .sameDayAndMonth: "same day and month"
        case .other: "another date"
        case .partialSame: "agrees as far as known"
        case .partialNear: "a year off"
        case .partialOther: "another year"
        }
    }
}

extension Evidence.Level {
    /// Plain English.
    public var label: String {
        switch self {
        case .population: "any resident"
        case .date(let level): level.label
        case .agreement(let agrees): agrees ? "agrees" : "differs"
        }
    }
}
