// SPDX-License-Identifier: Apache-2.0

/// Works out from changes who was on which family card from when to when.
enum CardHistory {
    /// The memberships that are known with a date, sorted by number and time.
    ///
    /// - Parameters:
    ///   - carried: what was known when the index was made.
    ///   - base: the index that the changes follow.
    static func memberships(
        _ journal: ChangeJournal, carried: [MembershipRecord], base: PopulationFile
    ) -> [MembershipRecord] {
        var all: [MembershipRecord] = []
        var open: [UInt64: MembershipRecord] = [:]
        for record in carried {
            if record.until == MembershipRecord.current, journal.byNIK[record.nik] != nil {
                open[record.nik] = record
            } else {
                all.append(record)
            }
        }
        for (nik, changes) in journal.byNIK {
            var state = base.row(nik: nik).flatMap { base.membership(row: $0) }
            if state != nil, let known = open[nik] { state?.from = known.from }
            for change in changes {
                let (card, relation) = (change.resident?.card, change.resident?.relation)
                if let current = state, current.card == card, current.relation == relation { continue }
                if var ended = state {
                    ended.until = change.date
                    // Who changed twice on one day was on the first card for no day.
                    if ended.from < ended.until { all.append(ended) }
                }
                state = card.flatMap { card in
                    relation.map { relation in
                        MembershipRecord(
                            nik: nik, card: card, relation: relation, from: change.date,
                            until: MembershipRecord.current)
                    }
                }
            }
            if let state, state.from != MembershipRecord.unknown { all.append(state) }
        }
        return all.sorted { ($0.nik, $0.from, $0.until) < ($1.nik, $1.from, $1.until) }
    }
}

extension PopulationFile {
    /// The family card of a row, from when is not known.
    func membership(row: Int) -> MembershipRecord? {
        guard let card = cardNumber(household: household(row: row)) else { return nil }
        return MembershipRecord(
            nik: nik(row: row), card: card, relation: UInt8(relationCode(row: row)), from: MembershipRecord.unknown,
            until: MembershipRecord.current)
    }
}
