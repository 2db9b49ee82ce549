// SPDX-License-Identifier: Apache-2.0

/// A row of a table with where it comes from.
public struct GazetteerListing: Hashable, Sendable {
    public enum Origin: String, Hashable, Sendable, CaseIterable {
        case shipped, added, corrected, withdrawn
    }

    public let code: String
    public let origin: Origin
    /// The row in force; the last one that was, where the code is withdrawn.
    public let row: GazetteerRow
    /// The shipped row, where there is one.
    public let shipped: GazetteerRow?
}

extension GazetteerIndex {
    /// The rows of a table as they are in this index.
    public func rows(_ table: GazetteerTable) -> [GazetteerRow] {
        switch table {
        case .ports: ports.map { GazetteerRow($0) }
        case .carriers: carriers.map { GazetteerRow($0) }
        case .countries: countries.map { GazetteerRow($0) }
        case .regions: regions.map { GazetteerRow($0) }
        }
    }

    /// The shipped rows of this index in their order with an overlay over them, then the rows that are only its own.
    public func listings(_ table: GazetteerTable, under overlay: GazetteerOverlay) -> [GazetteerListing] {
        var stances = overlay.stances(table)
        var found: [GazetteerListing] = []
        for shipped in rows(table) {
            let code = shipped[table.key]
            switch stances.removeValue(forKey: code) ?? .asShipped {
            case .asShipped:
                found.append(GazetteerListing(code: code, origin: .shipped, row: shipped, shipped: shipped))
            case .row(let row):
                found.append(GazetteerListing(code: code, origin: .corrected, row: row, shipped: shipped))
            case .withdrawn:
                found.append(GazetteerListing(code: code, origin: .withdrawn, row: shipped, shipped: shipped))
            }
        }
        for (code, stance) in stances.sorted(by: { $0.key < $1.key }) {
            guard case .row(let row) = stance else { continue }
            found.append(GazetteerListing(code: code, origin: .added, row: row, shipped: nil))
        }
        return found
    }

    /// This index, the shipped one, with an overlay over it. A row that cannot be read stays as shipped.
    public func applying(_ overlay: GazetteerOverlay) -> GazetteerIndex {
        func rows(_ table: GazetteerTable) -> [GazetteerRow] {
            listings(table, under: overlay).filter { $0.origin != .withdrawn }.map(\.row)
        }
        return GazetteerIndex(
            ports: rows(.ports).compactMap(\.port), carriers: rows(.carriers).compactMap(\.carrier),
            countries: rows(.countries).map(\.countryRecord), regions: rows(.regions).map(\.region))
    }
}
