// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Compares two rows.
struct LinkagePair {
    let table: LinkageTable
    let company: LinkageCompany

    /// Replaces a sight by what is seen between two rows.
    func compare(_ a: Int, _ b: Int, _ sight: inout LinkageSight) {
        sight.removeAll()
        for (place, vocabulary) in table.vocabularies.enumerated() {
            let first = table.rows[a].values[place]
            let second = table.rows[b].values[place]
            guard let one = first.first, let other = second.first else { continue }
            let share = max(vocabulary.shares[Int(one)], vocabulary.shares[Int(other)])
            switch vocabulary.comparison {
            case .name, .words: LinkageWords(vocabulary: vocabulary, place: place).compare(first, second, &sight)
            case .date:
                guard let level = dateLevel(vocabulary, one, other) else { continue }
                let isSame = level == .same || level == .partialSame
                sight.add(level, of: place, share: isSame ? share : 0, number: one == other ? one : nil)
            case .code: addCode(vocabulary, place, first, second, &sight)
            case .category:
                sight.add(
                    one == other ? .same : .other, of: place, share: one == other ? share : 0,
                    number: one == other ? one : nil)
            }
        }
        company.weigh(&sight)
    }

    private func addCode(
        _ vocabulary: LinkageVocabulary, _ place: Int, _ a: [Int32], _ b: [Int32], _ sight: inout LinkageSight
    ) {
        if a[0] == b[0] {
            sight.add(.same, of: place, share: vocabulary.shares[Int(a[0])], number: a[0])
        } else if let half = a.dropFirst().first(where: { b.dropFirst().contains($0) }) {
            let isSlip = DocumentComparison.isSlip(vocabulary.texts[Int(a[0])], vocabulary.texts[Int(b[0])])
            sight.add(isSlip ? .slip : .part, of: place, share: vocabulary.shares[Int(half)], number: half)
        } else {
            let isSlip =
                a.count > 1 && DocumentComparison.isSlip(vocabulary.texts[Int(a[0])], vocabulary.texts[Int(b[0])])
            sight.add(isSlip ? .slip : .other, of: place)
        }
    }

    private func dateLevel(_ vocabulary: LinkageVocabulary, _ one: Int32, _ other: Int32) -> LinkageLevel? {
        guard let a = vocabulary.dates[Int(one)], let b = vocabulary.dates[Int(other)] else { return nil }
        guard let first = a.date, let second = b.date else {
            if a.agrees(with: b) { return .partialSame }
            return abs(a.year - b.year) <= 1 ? .partialNear : .partialOther
        }
        // Which of the two is the heaped one must not count.
        let levels = (DateComparison.level(first, second), DateComparison.level(second, first))
        return LinkageLevel(levels.1 == .heaped ? .heaped : levels.0)
    }
}
