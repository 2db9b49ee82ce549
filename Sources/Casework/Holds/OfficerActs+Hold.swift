// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
internal import Screening
internal import Travel

extension OfficerActs {
    /// Keeps what is known of a voyage beyond its time.
    public func placeHold(
        _ wanted: LegalHold, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> RecordID<LegalHold> {
        var hold = wanted
        hold.reason = try checkedReason(hold.reason)
        hold.caseNumber = try checkedCase(hold.caseNumber)
        if let day = hold.reviewOn, Int64(day.daysSinceEpoch) * 86_400_000 <= now {
            throw .invalid(field: "review date", why: "a day to come")
        }
        let voyage = hold.voyage
        let known = try await stored { () async throws(StoreError) in try await store.voyages([voyage]) }
        guard !known.isEmpty else { throw .unknown }
        if let traveller = hold.traveller {
            let place = try await stored { () async throws(StoreError) in try await store.locate(traveller) }
            guard let place, place.facts.id == voyage else { throw .unknown }
            hold.traveller = place.traveller
        }
        let record = record(.holdPlaced(hold), by: mandate, now)
        try await write(
            CaseworkChange(decisions: [record]), .manageHolds, by: mandate, now,
            subjects: ["hold:\(record.id)", "voyage:\(voyage)"] + (hold.traveller.map { ["traveller:\($0)"] } ?? []),
            detail: "placed")
        return RecordID(of: record.id)
    }

    /// Ends a hold. What it kept may be destroyed for ever that night, so whoever placed it cannot lift it alone.
    ///
    /// - Throws: ``CaseworkError/samePerson`` for the officer who placed it, ``CaseworkError/unknown`` where it does not
    ///   stand.
    public func liftHold(
        _ id: RecordID<LegalHold>, reason: String, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        let reason = try checkedReason(reason)
        let standing = try await stored { () async throws(StoreError) in try await LegalHolds(store: store).standing() }
        guard let found = standing.first(where: { $0.id == id }) else { throw .unknown }
        guard found.officer != mandate.officer else { throw .samePerson }
        let lift = HoldLift(hold: id, voyage: found.hold.voyage, reason: reason)
        try await write(
            CaseworkChange(decisions: [record(.holdLifted(lift), by: mandate, now)]), .manageHolds, by: mandate, now,
            subjects: ["hold:\(id)", "voyage:\(lift.voyage)"], detail: "lifted")
    }

    /// The number of a case as it is kept: 3 to 64 characters, none of control.
    func checkedCase(_ text: String) throws(CaseworkError) -> String {
        let words = text.split(separator: " ").joined(separator: " ")
        guard (3...64).contains(words.count), text.utf8.count <= 512,
            words.unicodeScalars.allSatisfy({ $0.value >= 32 && !(127...159).contains($0.value) })
        else { throw .invalid(field: "case number", why: "3 to 64 characters") }
        return words
    }
}
