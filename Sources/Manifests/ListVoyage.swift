// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Gazetteer
public import Travel

/// What is known about the voyage of a list: from its title lines, from the layout, from the form.
public struct ListVoyage: Hashable, Sendable {
    /// Who sent the list: a carrier's code or a name.
    public var operatorCode: String?
    public var mode: TravelMode?
    public var number: String?
    /// The ship's name.
    public var conveyance: String?
    public var imo: String?
    public var plate: String?
    /// Port codes.
    public var from: String?
    public var to: String?
    public var departure: CivilDateTime?
    public var arrival: CivilDateTime?

    public init() {}

    /// The operator's word as it is kept: upper case, one blank between words, at most thirty characters.
    public static func operatorCode(_ text: String) -> String? {
        let words = text.uppercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "&" || $0 == ".") }
        let joined = String(words.joined(separator: " ").prefix(30))
        return joined.isEmpty ? nil : joined
    }
}

/// Reads what stands above a table: `Nama Kapal : MV OCEANNA`, `Route: Batam Centre - HarbourFront`.
struct TitleReader {
    let ports: PortWords
    let gazetteer: GazetteerIndex
    let today: CivilDate
    /// The order that the table's own dates were found to have.
    let order: DateOrder?

    func voyage(_ rows: some Sequence<Sheet.Row>) -> ListVoyage {
        var voyage = ListVoyage()
        var times: [ManifestField: ClockText] = [:]
        for row in rows {
            let cells = row.cells.filter { !$0.isEmpty }
            for (index, cell) in cells.enumerated() {
                guard let pair = TitleReader.pair(cell, next: index + 1 < cells.count ? cells[index + 1] : nil) else {
                    voyage.conveyance = voyage.conveyance ?? TitleReader.ship(cell)
                    continue
                }
                take(pair.name, pair.value, &voyage, &times)
            }
        }
        if let time = times[.departureTime], let date = voyage.departure?.date {
            voyage.departure = CivilDateTime(date: date, hour: time.hour, minute: time.minute)
        }
        if let time = times[.arrivalTime], let date = voyage.arrival?.date ?? voyage.departure?.date {
            voyage.arrival = CivilDateTime(date: date, hour: time.hour, minute: time.minute)
        }
        return voyage
    }

    /// A ship named by its kind in a title: `MANIFEST KM. BINTAN SEJAHTERA`.
    static func ship(_ cell: String) -> String? {
        let words = cell.uppercased().split(separator: " ")
        let kinds: Set<String> = ["KM", "KMP", "MV", "MT", "FERRY", "SPB", "KLM"]
        guard let start = words.firstIndex(where: { kinds.contains($0.filter { $0 != "." }) }) else { return nil }
        let name = words[(start + 1)...].prefix { word in
            word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "'" } && DateText.month(String(word)) == nil
        }.prefix(4)
        guard let first = name.first, first.count >= 3, !first.contains(where: \.isNumber) else { return nil }
        return String(([words[start].filter { $0 != "." }] + name.map(String.init)).joined(separator: " ").prefix(40))
    }

    private static func pair(_ cell: String, next: String?) -> (name: String, value: String)? {
        if let mark = cell.firstIndex(where: { $0 == ":" || $0 == "=" }) {
            let name = String(cell[..<mark])
            let value = CellText.clean(String(cell[cell.index(after: mark)...]))
            if !value.isEmpty { return (name, value) }
            return next.map { (name, CellText.clean($0.drop { $0 == ":" }.description)) }
        }
        guard let next, next.hasPrefix(":") || HeaderWords.read(cell)?.isExact == true else { return nil }
        return (cell, CellText.clean(next.drop { $0 == ":" }.description))
    }

    private func take(
        _ name: String, _ value: String, _ voyage: inout ListVoyage, _ times: inout [ManifestField: ClockText]
    ) {
        let word = CellText.folded(name)
        if ["operator", "carrier", "perusahaan", "agen", "agent", "company", "shipping line", "operator kapal"]
            .contains(word)
        {
            voyage.operatorCode = operatorCode(value)
            return
        }
        if ["route", "rute", "trayek", "sector", "lintasan"].contains(word) {
            let ends = route(value)
            voyage.from = voyage.from ?? ends?.from
            voyage.to = voyage.to ?? ends?.to
            return
        }
        guard let reading = HeaderWords.read(name) else { return }
        for case .field(let field) in reading.meanings {
            switch field {
            case .conveyance: voyage.conveyance = String(value.uppercased().prefix(40))
            case .imo: voyage.imo = CellText.digits(value)
            case .plate: voyage.plate = String(value.uppercased().prefix(15))
            case .voyageNumber: voyage.number = String(value.uppercased().prefix(12))
            case .from: voyage.from = ports.code(value)
            case .to: voyage.to = ports.code(value)
            case .departure, .arrival:
                guard let text = DateText(value) else { continue }
                let resolver = DateResolver(today: today, isBirth: false)
                guard let date = (try? resolver.date(text, order: order))?.date else { continue }
                let time = CivilDateTime(date: date, hour: text.time?.hour ?? 0, minute: text.time?.minute ?? 0)
                if field == .departure { voyage.departure = time } else { voyage.arrival = time }
            case .departureTime, .arrivalTime:
                if DateText(value) == nil || value.utf8.count <= 5, let clock = ClockText(value) {
                    times[field] = clock
                }
            default: break
            }
        }
    }

    private func operatorCode(_ value: String) -> String? {
        let word = CellText.folded(value)
        let known = gazetteer.carriers.first { word.contains(CellText.folded($0.name)) || word == $0.code.lowercased() }
        return known?.code ?? ListVoyage.operatorCode(value)
    }

    private func route(_ value: String) -> (from: String, to: String)? {
        for mark in [" - ", "–", "→", "->", ">", " to ", " TO ", " ke ", " KE ", "-", "/"] {
            let parts = value.split(separator: mark, maxSplits: 1)
            if parts.count == 2, let from = ports.code(CellText.clean(String(parts[0]))),
                let to = ports.code(CellText.clean(String(parts[1])))
            {
                return (from, to)
            }
        }
        return nil
    }
}
