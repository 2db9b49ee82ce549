// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Travellers of a table (DESIGN section 6, `cermat resolve`), grouped by booking.
public struct TravellerTable: Sendable {
    /// A booking's travellers, as places in ``ids`` and ``claims``.
    public private(set) var parties: [[Int]] = []
    public private(set) var ids: [String] = []
    public private(set) var claims: [TravellerClaim] = []
    /// Number of each traveller's document, and the day of the flight.
    private var documents: [(number: String, day: CivilDate?)?] = []

    /// Reads a table with a header line; columns in any order, all but `TRAVELLER_ID` may be absent or empty.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(PopulationIndexError) {
        var walker = RowWalker(bytes)
        guard walker.next() else { throw .missingColumn("TRAVELLER_ID") }
        let titles = walker.fields.indices.map { walker.text($0).trimmed.uppercased() }
        guard let id = titles.firstIndex(of: "TRAVELLER_ID") else { throw .missingColumn("TRAVELLER_ID") }
        func column(_ title: String) -> Int? { titles.firstIndex(of: title) }
        let surname = column("SURNAME")
        let given = column("GIVEN")
        let birth = column("DOB")
        let sex = column("SEX")
        let place = column("BIRTH_PLACE")
        let nik = column("NIK")
        let residence = column("RESIDENCE")
        let document = column("DOC_NO")
        let flightDay = column("FLIGHT_DATE")
        let partyColumns = [column("PNR"), column("FLIGHT"), column("FLIGHT_DATE")]
        var known: [[String]: Int] = [:]
        while walker.next() {
            func text(_ column: Int?) -> String? {
                guard let column else { return nil }
                let text = walker.text(column).trimmed
                return text.isEmpty ? nil : text
            }
            let number = ids.count
            ids.append(text(id) ?? "")
            claims.append(
                TravellerClaim(
                    surname: text(surname), given: text(given), birth: text(birth).flatMap { PartialDate(iso: $0) },
                    sex: text(sex).flatMap { Sex(rawValue: $0.uppercased()) }, birthPlace: text(place),
                    nik: text(nik).flatMap { try? NIK(parsing: $0) }, residence: text(residence)))
            documents.append(
                text(document).map { ($0, text(flightDay).flatMap { PartialDate(iso: $0)?.date }) })
            let key = partyColumns.map { text($0) ?? "" }
            if key[0].isEmpty {
                parties.append([number])
            } else if let party = known[key] {
                parties[party].append(number)
            } else {
                known[key] = parties.count
                parties.append([number])
            }
        }
    }

    /// Takes the numbers of those to whom documents were issued, where a traveller quotes none.
    ///
    /// - Returns: how many.
    @discardableResult
    public mutating func complete(from history: DocumentHistory) throws(PopulationIndexError) -> Int {
        var count = 0
        for place in claims.indices where claims[place].nik == nil {
            guard let document = documents[place],
                let holder = try history.holder(of: [document.number], on: document.day)
            else { continue }
            claims[place].nik = holder
            count += 1
        }
        return count
    }
}
