// SPDX-License-Identifier: Apache-2.0

/// What one column is proposed to be, how sure that is, and why.
public struct ColumnProposal: Hashable, Sendable {
    /// Why, as values; Wording has the sentences.
    public enum Ground: String, Hashable, Sendable, CaseIterable {
        /// Header and cells agree.
        case headerAndContent = "header-and-content"
        /// The header is known; the cells are empty or say nothing.
        case header
        /// The header is known, yet most cells do not fit.
        case headerAgainstContent = "header-against-content"
        /// No header that is known; the cells fit.
        case content
        /// Known and not needed.
        case notNeeded = "not-needed"
        /// Row numbers.
        case rowNumbers = "row-numbers"
        /// Another column fits the same field better.
        case otherIsBetter = "other-is-better"
        case empty
        case unknown
        /// The operator's layout says it.
        case remembered
        /// The officer chose it.
        case chosen
    }

    /// From 0.
    public var index: Int
    public var header: String
    /// Nil for a column that is not taken.
    public var field: ManifestField?
    /// 0...1.
    public var confidence: Double
    public var ground: Ground
    /// The header's word that was known.
    public var word: String?
    /// How many of the cells that hold something fit the field.
    public var matching: Int
    public var filled: Int
    /// The order of day and month, for dates.
    public var dates: DateReading?
}

/// Proposes a mapping by headers and by contents.
struct ColumnProposer {
    let layout: TableLayout
    let contents: [ColumnContent]

    private struct Candidate {
        var column: Int
        var field: ManifestField
        var points: Double
        var ground: ColumnProposal.Ground
        var word: String?
    }

    /// Below this nothing is proposed.
    private static let threshold = 0.4

    func proposals() -> [ColumnProposal] {
        var candidates: [Candidate] = []
        var fallbacks: [ColumnProposal] = []
        for column in contents.indices {
            let own = fitting(column)
            candidates += own
            fallbacks.append(fallback(column, hadCandidates: !own.isEmpty))
        }
        candidates.sort { ($1.points, $0.column) < ($0.points, $1.column) }
        var byColumn: [Int: Candidate] = [:]
        var taken: Set<ManifestField> = []
        for candidate in candidates where byColumn[candidate.column] == nil && !taken.contains(candidate.field) {
            byColumn[candidate.column] = candidate
            taken.insert(candidate.field)
        }
        settleNames(&byColumn)
        return fallbacks.map { fallback in
            guard let found = byColumn[fallback.index] else { return fallback }
            let content = contents[fallback.index]
            return ColumnProposal(
                index: fallback.index, header: fallback.header, field: found.field,
                confidence: min(0.99, max(0.05, found.points)), ground: found.ground, word: found.word,
                matching: content.matching(found.field), filled: content.filled)
        }
    }

    private func fitting(_ column: Int) -> [Candidate] {
        let content = contents[column]
        let header = HeaderWords.read(layout.names[column])
        let isNotNeeded = header?.meanings.contains(.notNeeded) ?? false
        if content.isCounting, header == nil || isNotNeeded { return [] }
        var found: [Candidate] = []
        for field in ManifestField.allCases {
            let share = content.share(field)
            if let header, header.meanings.contains(.field(field)) {
                let points = header.isExact ? 1.0 : 0.8
                guard let share else {
                    found.append(
                        Candidate(
                            column: column, field: field, points: 0.7 * points, ground: .header, word: header.word))
                    continue
                }
                let agrees = Double(content.matching(field)) >= 0.5 * Double(content.filled)
                found.append(
                    Candidate(
                        column: column, field: field,
                        points: agrees ? 0.6 * points + 0.4 * share : 0.45 * points + 0.2 * share,
                        ground: agrees ? .headerAndContent : .headerAgainstContent, word: header.word))
            } else if !isNotNeeded, let share, let strength = ColumnProposer.strength[field] {
                let points = share * strength * (layout.header.isEmpty ? 0.85 : 0.6)
                if points >= ColumnProposer.threshold {
                    found.append(Candidate(column: column, field: field, points: points, ground: .content, word: nil))
                }
            }
        }
        return found
    }

    private func fallback(_ column: Int, hadCandidates: Bool) -> ColumnProposal {
        let header = HeaderWords.read(layout.names[column])
        let ground: ColumnProposal.Ground =
            if contents[column].isCounting, !hadCandidates {
                .rowNumbers
            } else if header?.meanings.contains(.notNeeded) ?? false {
                .notNeeded
            } else if hadCandidates {
                .otherIsBetter
            } else {
                contents[column].filled == 0 ? .empty : .unknown
            }
        return ColumnProposal(
            index: column, header: layout.names[column], field: nil, confidence: ground == .unknown ? 0.5 : 0.9,
            ground: ground, word: header?.word, matching: 0, filled: contents[column].filled)
    }

    /// How far contents alone tell a field, where no header names it.
    private static let strength: [ManifestField: Double] = [
        .nik: 1, .sex: 0.95, .birthDate: 0.95, .documentExpiry: 0.9, .nationality: 0.95, .documentNumber: 0.92,
        .fullName: 0.8, .surname: 0.7, .given: 0.7, .documentIssuer: 0.85, .documentType: 0.9, .role: 0.85, .seat: 0.8,
        .imo: 0.9, .from: 0.85, .to: 0.85, .title: 0.85, .departure: 0.85, .departureTime: 0.75, .plate: 0.55,
        .birthPlaceAndDate: 0.97,
    ]

    /// One column of names is a whole name; beside a surname `Name` is the given one.
    private func settleNames(_ byColumn: inout [Int: Candidate]) {
        func column(_ field: ManifestField) -> Int? { byColumn.first { $0.value.field == field }?.key }
        let (full, surname, given) = (column(.fullName), column(.surname), column(.given))
        switch (full, surname, given) {
        case (let full?, let surname?, nil):
            if byColumn[surname]?.ground == .content, byColumn[full]?.ground != .content {
                byColumn[surname] = nil
            } else if byColumn[surname]?.ground == .content {
                // Two columns of names without a header: the first is the surname.
                byColumn[min(full, surname)]?.field = .surname
                byColumn[max(full, surname)]?.field = .given
            } else {
                byColumn[full]?.field = .given
            }
        case (let full?, nil, let given?):
            if byColumn[given]?.ground == .content, byColumn[full]?.ground != .content {
                byColumn[given] = nil
            } else {
                byColumn[full]?.field = .surname
            }
        case (let full?, let surname?, let given?):
            if byColumn[surname]?.ground == .content || byColumn[given]?.ground == .content {
                byColumn[surname] = nil
                byColumn[given] = nil
            } else {
                byColumn[full] = nil
            }
        case (nil, let alone?, nil) where byColumn[alone]?.ground == .content: byColumn[alone]?.field = .fullName
        case (nil, nil, let alone?) where byColumn[alone]?.ground == .content: byColumn[alone]?.field = .fullName
        default: break
        }
    }
}
