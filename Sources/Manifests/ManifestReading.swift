// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// A whole list as read: travellers, rows that are none, odd cells, and what is still missing.
public struct ManifestReading: Sendable {
    /// Every row below the header, in order.
    public let rows: [ManifestRow]
    /// The travellers of one voyage, in order.
    public let groups: [Group]
    public let problems: [ListProblem]

    /// Rows of one voyage.
    public struct Group: Sendable {
        public let voyage: ListVoyage
        public let travellers: [ListedTraveller]
    }

    public var travellers: Int { groups.reduce(0) { $0 + $1.travellers.count } }
    /// Rows that make no traveller, with the reason.
    public var refused: [ManifestRow] { rows.filter { $0.refusal != nil } }
    /// Rows of travellers with a cell that was not taken.
    public var flawed: [ManifestRow] { rows.filter { $0.refusal == nil && $0.marks.contains { $0.problem.isError } } }
    /// Whether the list may be handed in.
    public var isReady: Bool { problems.isEmpty }

    init(_ draft: ManifestDraft) {
        let reader = RowReader(draft)
        var sorter = RowSorter(draft)
        var rows: [ManifestRow] = []
        var groups: [(voyage: ListVoyage, travellers: [ListedTraveller])] = []
        var placeOf: [RowVoyage: Int] = [:]
        for row in draft.body {
            var read = reader.read(row)
            read.refusal = sorter.refusal(of: row, read)
            if read.refusal == nil, let traveller = read.traveller {
                if let place = placeOf[read.voyage] {
                    groups[place].travellers.append(traveller)
                } else {
                    placeOf[read.voyage] = groups.count
                    var voyage = draft.voyage.filled(by: read.voyage)
                    voyage.mode = voyage.mode ?? draft.ports.mode(from: voyage.from, to: voyage.to)
                    groups.append((voyage, [traveller]))
                }
            } else {
                read.traveller = nil
                read.marks = []
            }
            rows.append(read)
        }
        self.rows = rows
        self.groups = groups.map { Group(voyage: $0.voyage, travellers: $0.travellers) }
        problems = ManifestReading.problems(draft, self.groups)
    }

    private static func problems(_ draft: ManifestDraft, _ groups: [Group]) -> [ListProblem] {
        var problems: Set<ListProblem> = []
        let fields = Set(draft.columns.compactMap(\.field))
        if fields.isDisjoint(with: [.fullName, .surname, .given, .documentNumber]) { problems.insert(.noNames) }
        if groups.isEmpty { problems.insert(.noTravellers) }
        if draft.voyage.operatorCode == nil { problems.insert(.operatorMissing) }
        if draft.columns.contains(where: { $0.dates?.mustAsk ?? false }) { problems.insert(.datesUndecided) }
        for voyage in groups.isEmpty ? [draft.voyage] : groups.map(\.voyage) {
            if voyage.mode == nil { problems.insert(.modeMissing) }
            if voyage.from == nil { problems.insert(.fromMissing) }
            if voyage.to == nil { problems.insert(.toMissing) }
            if let from = voyage.from, from == voyage.to { problems.insert(.samePort) }
            if voyage.departure == nil, voyage.arrival == nil { problems.insert(.timeMissing) }
        }
        return ListProblem.allCases.filter(problems.contains)
    }
}

extension ManifestDraft {
    /// Reads the list as the columns now stand.
    public func read() -> ManifestReading { ManifestReading(self) }
}

extension ListVoyage {
    /// The voyage of a row: what its own columns say, then what is known of the list.
    func filled(by row: RowVoyage) -> ListVoyage {
        var voyage = self
        voyage.number = row.number ?? number
        voyage.conveyance = row.conveyance ?? conveyance
        voyage.imo = row.imo ?? imo
        voyage.plate = row.plate ?? plate
        voyage.from = row.from ?? from
        voyage.to = row.to ?? to
        voyage.departure = row.departure ?? departure
        voyage.arrival = row.arrival ?? arrival
        if voyage.mode == nil {
            if voyage.imo != nil || voyage.conveyance != nil { voyage.mode = .sea }
            if voyage.plate != nil { voyage.mode = .land }
        }
        return voyage
    }
}

/// Tells travellers from what else stands in and below a table.
private struct RowSorter {
    private let header: [String]
    private let width: Int
    private let nameColumns: [Int]
    private var isBelowTotal = false
    private var seen: [String: Int] = [:]

    init(_ draft: ManifestDraft) {
        header = draft.layout.names.map { CellText.folded($0) }
        width = draft.sheet.width
        nameColumns = draft.columns.compactMap { column in
            switch column.field {
            case .fullName, .surname, .given: column.index
            default: nil
            }
        }
    }

    mutating func refusal(of row: Sheet.Row, _ read: ManifestRow) -> RowRefusal? {
        guard let traveller = read.traveller else { return .note }
        let folded = row.cells.map { CellText.folded($0) }
        if isHeaderAgain(folded) { return .repeatedHeader }
        let hasName = !traveller.surname.isEmpty || !traveller.given.isEmpty
        let isIdentified =
            traveller.documentNumber.utf8.count >= 5 || traveller.nik != nil || traveller.birthDate != nil
            || (hasName && read.marks.contains { $0.problem.isError })
        if !isIdentified || row.filled <= 3, row.filled <= 4, isTotal(folded), traveller.nik == nil,
            traveller.birthDate == nil
        {
            isBelowTotal = true
            return .total
        }
        if !hasName, traveller.documentNumber.isEmpty, traveller.nik == nil { return .note }
        if !isIdentified, width >= 3, row.filled <= 2, isBelowTotal || isRemark(row, folded) { return .note }
        // The same person twice: equal name, birth and document.
        guard !traveller.documentNumber.isEmpty, hasName else { return nil }
        let key = [
            traveller.surname, traveller.given, traveller.birthDate.map { "\($0)" } ?? "", traveller.documentNumber,
            "\(read.voyage.hashValue)",
        ].joined(separator: "\u{1F}")
        if let line = seen[key] { return .repeated(line: line) }
        seen[key] = row.line
        return nil
    }

    private func isHeaderAgain(_ folded: [String]) -> Bool {
        let named = header.indices.filter { !header[$0].isEmpty }
        guard named.count >= 2 else { return false }
        let same = named.count { $0 < folded.count && folded[$0] == header[$0] }
        return same * 10 >= named.count * 8
    }

    private static let totals: Set<String> = [
        "total", "jumlah", "grand", "subtotal", "sub", "totals", "banyaknya", "jml", "rekapitulasi", "rekap",
    ]

    private func isTotal(_ folded: [String]) -> Bool {
        guard let first = folded.first(where: { !$0.isEmpty && Int($0) == nil })?.split(separator: " ").first else {
            return false
        }
        return RowSorter.totals.contains(String(first))
    }

    private static let remarks: [String] = [
        "prepared by", "dibuat oleh", "disiapkan oleh", "mengetahui", "catatan", "note", "notes", "keterangan",
        "signed",
        "tanda tangan", "page", "halaman", "hal", "nakhoda", "master of", "end of", "akhir", "printed", "dicetak",
        "hormat kami", "petugas", "approved by", "disetujui", "checked by", "diperiksa", "male", "female", "crew list",
        "passenger list", "daftar",
    ]

    /// A line with nothing that tells one person from another, and with the words or marks of a remark.
    private func isRemark(_ row: Sheet.Row, _ folded: [String]) -> Bool {
        let text = folded.filter { !$0.isEmpty }.joined(separator: " ")
        if RowSorter.remarks.contains(where: { text == $0 || ($0.contains(" ") && text.hasPrefix($0 + " ")) }) {
            return true
        }
        if row.cells.contains(where: { $0.contains(":") }) { return true }
        return row.filled == 1 && text.contains { $0.isNumber }
    }
}
