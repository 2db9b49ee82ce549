// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Population

extension PopulationIndex {
    /// What speaks for and against a candidate, the prior first; the weights sum to the candidate's log2 odds before
    /// rivals are counted, each as far as comparisons are trusted that are not independent.
    ///
    /// - Parameter prior: that of the resolver, ``PopulationResolver`` or ``PartyResolver``.
    public func evidence(
        for candidate: Candidate, of claim: TravellerClaim, prior: Double, model: MatchModel = .standard
    ) -> [Evidence] {
        guard let resident = resident(row: candidate.row) else { return [] }
        let trust = Resolution.trust
        var search = TravellerSearch(claim, index: self, model: model)
        let words = search.words(row: candidate.row).map {
            WordEvidence(
                claimed: $0.claimed, registered: $0.registered, relation: $0.relation, weight: trust * $0.weight)
        }
        var steps = [
            Evidence(comparison: .prior, level: .population, weight: trust * prior, traveller: "", resident: ""),
            Evidence(
                comparison: .name, level: .agreement(candidate.name > 0), weight: trust * candidate.name,
                traveller: [claim.given, claim.surname].compactMap(\.self).joined(separator: " "),
                resident: resident.name, words: words),
        ]
        func add(_ comparison: Evidence.Comparison, _ weight: Double, _ traveller: String?, _ resident: String) {
            guard let traveller, weight != 0 else { return }
            steps.append(
                Evidence(
                    comparison: comparison,
                    level: comparison == .birthDate ? .date(candidate.birthLevel) : .agreement(weight > 0),
                    weight: trust * weight, traveller: traveller, resident: resident))
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
