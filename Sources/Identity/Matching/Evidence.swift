// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Population

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

extension PopulationIndex {
    /// What speaks for and against a candidate, the prior first; the weights sum to the candidate's log2 odds before
    /// rivals are counted.
    public func evidence(for candidate: Candidate, of claim: TravellerClaim, prior: Double) -> [Evidence] {
        guard let resident = resident(row: candidate.row) else { return [] }
        var steps = [
            Evidence(comparison: .prior, level: .population, weight: prior, traveller: "", resident: ""),
            Evidence(
                comparison: .name, level: .agreement(candidate.name > 0), weight: candidate.name,
                traveller: [claim.given, claim.surname].compactMap(\.self).joined(separator: " "),
                resident: resident.name),
        ]
        func add(_ comparison: Evidence.Comparison, _ weight: Double, _ traveller: String?, _ resident: String) {
            guard let traveller, weight != 0 else { return }
            steps.append(
                Evidence(
                    comparison: comparison,
                    level: comparison == .birthDate ? .date(candidate.birthLevel) : .agreement(weight > 0),
                    weight: weight, traveller: traveller, resident: resident))
        }
        add(.birthDate, candidate.birth, claim.birth?.description, resident.birthDate.description)
        add(.sex, candidate.sex, claim.sex?.rawValue, resident.sex.rawValue)
        add(.birthPlace, candidate.place, claim.birthPlace, resident.birthPlace)
        add(.nik, candidate.nik, claim.nik?.description, resident.nik.description)
        add(.residence, candidate.home, claim.residence, resident.region.description)
        add(.family, candidate.party, "", resident.familyCard.description)
        return steps
    }
}
