// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Compares the travel documents of two appearances.
enum DocumentComparison {
    typealias Document = PersonFacts.Document

    /// The weight of evidence of the closest pair of documents, in bits.
    static func weigh(
        _ a: [Document], _ b: [Document], birth: DateLevel, model: PersonModel.Documents
    ) -> (level: PersonLink.DocumentLevel, weight: Double) {
        var best: (level: PersonLink.DocumentLevel, weight: Double)?
        var isSideBySide = false
        for a in a {
            for b in b {
                let pair = weigh(a, b, isBornSame: birth == .same, model)
                if pair.level == .sideBySide { isSideBySide = true }
                if pair.weight > best?.weight ?? -.infinity { best = pair }
            }
        }
        guard let best else { return (.missing, 0) }
        // A document in common outweighs others; without one the worst pair tells.
        return isSideBySide && (best.level == .other || best.level == .renewed) ? (.sideBySide, model.sideBySide) : best
    }

    private static func weigh(
        _ a: Document, _ b: Document, isBornSame: Bool, _ model: PersonModel.Documents
    ) -> (level: PersonLink.DocumentLevel, weight: Double) {
        let isIssuerMissing = a.issuer == 0 || b.issuer == 0
        if a.number == b.number {
            if !isIssuerMissing, a.issuer != b.issuer { return (.sameOfOtherIssuer, model.sameOfOtherIssuer) }
            let weight = isIssuerMissing ? model.sameWithoutIssuer : model.same
            return (
                isIssuerMissing ? .sameWithoutIssuer : .same,
                a.number.count <= 6 ? min(weight, model.sameShort) : weight
            )
        }
        guard isIssuerMissing || a.issuer == b.issuer else { return (.other, 0) }
        if isBornSame, a.number.count >= 6, b.number.count >= 6, isSlip(a.number, b.number) {
            let isAtEnd = a.number.dropLast(2) == b.number.dropLast(2)
            return (.slip, isAtEnd ? model.slipAtEnd : model.slip)
        }
        guard !isIssuerMissing, a.kind == b.kind else { return (.other, 0) }
        guard let first = a.expiry, let second = b.expiry else { return (.other, model.other) }
        let days = abs(first.daysSinceEpoch - second.daysSinceEpoch)
        if days <= model.nearDays { return (.sideBySide, model.sideBySide) }
        return days >= model.renewedDays ? (.renewed, model.renewed) : (.other, model.other)
    }

    /// One character more, less or another, or two neighbours exchanged.
    static func isSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard long.count - short.count <= 1 else { return false }
        var start = 0
        while start < short.count, short[start] == long[start] { start += 1 }
        let shortRest = short[start...]
        let longRest = long[start...]
        if short.count < long.count { return shortRest.elementsEqual(longRest.dropFirst()) }
        if shortRest.dropFirst().elementsEqual(longRest.dropFirst()) { return true }
        guard shortRest.count >= 2, short[start] == long[start + 1], short[start + 1] == long[start] else {
            return false
        }
        return shortRest.dropFirst(2).elementsEqual(longRest.dropFirst(2))
    }

    /// When documents were seen: the first and last day of each.
    typealias Uses = [PersonFacts.DocumentName: ClosedRange<CivilDate>]

    /// Whether two sets of documents without one in common hold two of one state and kind that were used in turn: the
    /// one after the other had come into use, or the newer one expiring before the older.
    static func wereUsedInTurn(
        _ a: [Document], _ b: [Document], uses: Uses, model: PersonModel.Documents
    ) -> Bool {
        for one in a where b.contains(where: { $0.number == one.number }) { return false }
        for one in a where one.issuer != 0 {
            for other in b where other.issuer == one.issuer && other.kind == one.kind {
                guard !isSlip(one.number, other.number), let use = uses[one.name], let otherUse = uses[other.name]
                else {
                    continue
                }
                let isFirst = use.lowerBound <= otherUse.lowerBound
                let (old, oldUse) = isFirst ? (one, use) : (other, otherUse)
                let (new, newUse) = isFirst ? (other, otherUse) : (one, use)
                let days = oldUse.upperBound.daysSinceEpoch - newUse.lowerBound.daysSinceEpoch
                if days > model.handoverDays { return true }
                guard let oldEnd = old.expiry, let newEnd = new.expiry, days < 0 else { continue }
                // A document for one journey, in place of a lost one, does end before it.
                let isShort = newEnd.daysSinceEpoch - newUse.lowerBound.daysSinceEpoch < model.shortDays
                if !isShort, newEnd.daysSinceEpoch < oldEnd.daysSinceEpoch - model.nearDays { return true }
            }
        }
        return false
    }
}
