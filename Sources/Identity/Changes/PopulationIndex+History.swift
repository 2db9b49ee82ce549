// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Population

extension PopulationIndex {
    /// The family cards of a resident, former ones first; the last is the present one if there is one.
    public func familyCards(of nik: NIK) -> [Membership] { records(nik: nik.value).compactMap(Membership.init) }

    /// Who was on a family card on a day, by number; as far back as changes are known.
    public func members(of card: FamilyCardNumber, on date: CivilDate) -> [Membership] {
        let day = Int32(clamping: date.daysSinceEpoch)
        return records(card: card.value).filter { $0.from <= day && day < $0.until }
            .sorted { ($0.nik, $0.from) < ($1.nik, $1.from) }.compactMap(Membership.init)
    }

    /// Residents who shared a family card with a row's resident and do so no more, by row.
    public func formerHousehold(of row: Int) -> [FormerRelative] {
        guard let changes, changes.memberships.count > 0, let own = membership(row: row) else { return [] }
        var found: [UInt64: (MembershipRecord, day: Int32)] = [:]
        for mine in records(nik: own.nik) {
            for theirs in records(card: mine.card) where theirs.nik != own.nik && theirs.overlaps(mine) {
                let end = min(mine.until, theirs.until)
                // Who lives together again is no former relative.
                guard (found[theirs.nik]?.day ?? .min) < end else { continue }
                found[theirs.nik] = (theirs, end)
            }
        }
        return found.compactMap { nik, last in
            guard last.day != MembershipRecord.current, let row = self.row(nik: nik),
                let relation = Relation(rawValue: Int(last.0.relation)),
                let until = CivilDate(daysSinceEpoch: Int(last.day))
            else { return nil }
            return FormerRelative(row: row, relation: relation, until: until)
        }.sorted { $0.row < $1.row }
    }

    /// What is known with a date, and where the resident is now.
    func records(nik: UInt64) -> [MembershipRecord] {
        let known = changes?.memberships.records(nik: nik) ?? []
        guard known.last?.until != MembershipRecord.current, let row = row(nik: nik),
            let current = membership(row: row)
        else { return known }
        return known + [current]
    }

    /// Who is on a card, and who was since changes are known.
    func records(card: UInt64) -> [MembershipRecord] {
        let known = changes?.memberships.records(card: card) ?? []
        let dated = Set(known.filter { $0.until == MembershipRecord.current }.map(\.nik))
        let household =
            base.household(card: card)
            ?? changes?.residents?.household(card: card).map { base.cardCount + $0 }
        let rows = household.map { memberRows(household: $0) } ?? []
        return known + rows.compactMap { membership(row: $0) }.filter { !dated.contains($0.nik) }
    }

    private func membership(row: Int) -> MembershipRecord? {
        guard row >= base.count else {
            return changes?.superseded.contains(row) == true ? nil : base.membership(row: row)
        }
        return changes?.residents?.membership(row: row - base.count)
    }
}
