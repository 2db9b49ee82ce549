// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Compares a claim with a record that the registry gave, in the words of its own verification: in data mode nobody
/// else does.
public enum RecordComparison {
    /// The answers for the fields that both sides have.
    public static func answers(_ claim: TravellerClaim, _ record: RegistryRecord) -> [RegistryField: FieldAnswer] {
        var answers: [RegistryField: FieldAnswer] = [:]
        let alike = NameAlikeness.percent(
            NameWords(surname: claim.surname, given: claim.given), NameWords(full: record.name))
        if let alike { answers[.name] = .alike(alike) }
        if let claimed = claim.birth, let date = record.birthDate {
            let agrees =
                claimed.year == date.year && (claimed.month ?? date.month) == date.month
                && (claimed.day ?? date.day) == date.day
            answers[.birthDate] = agrees ? .agrees : .differs
        }
        if let claimed = claim.sex, claimed != .unspecified, let sex = record.sex {
            answers[.sex] = claimed == sex ? .agrees : .differs
        }
        if let claimed = claim.birthPlace.flatMap({ PlaceName.comparable($0.utf8) }),
            let place = record.birthPlace.flatMap({ PlaceName.comparable($0.utf8) })
        {
            answers[.birthPlace] = WordRelation.between(claimed, place) >= .slip ? .agrees : .differs
        }
        return answers
    }
}
