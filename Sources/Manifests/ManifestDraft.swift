// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Gazetteer

/// A list on its way in: the table, what its columns are taken for, and what is known of its voyage.
///
/// All of it is a pure function of the bytes, the day, the ports and what the officer chose.
public struct ManifestDraft: Sendable {
    public let sheet: Sheet
    public let today: CivilDate
    let ports: PortWords
    private let gazetteer: GazetteerIndex
    private(set) var layout: TableLayout
    /// What each column is taken for, and why.
    public private(set) var columns: [ColumnProposal] = []
    /// The orders that the officer chose, by column.
    public private(set) var chosenOrders: [Int: DateOrder] = [:]
    /// What is known of the voyage.
    public var voyage = ListVoyage()
    /// The version of the operator's layout that was used.
    public private(set) var layoutVersion: Int?

    public init(
        _ bytes: [UInt8], today: CivilDate, gazetteer: GazetteerIndex, limits: SheetLimits = SheetLimits()
    ) throws(SheetRefusal) {
        self.limits = limits
        sheet = try Sheet(bytes, limits: limits)
        self.today = today
        self.gazetteer = gazetteer
        ports = PortWords(gazetteer)
        layout = TableLayout(sheet)
        propose()
        let order = columns.lazy.compactMap { $0.dates?.evidence == .notNeeded ? nil : $0.dates?.order }.first
        voyage = TitleReader(ports: ports, gazetteer: gazetteer, today: today, order: order)
            .voyage(sheet.rows[layout.titles])
    }

    let limits: SheetLimits

    /// The rows that may be travellers.
    var body: ArraySlice<Sheet.Row> { sheet.rows[layout.firstRow...] }
    /// The lines above the table.
    public var titleLines: [Int] { sheet.rows[layout.titles].map(\.line) }
    /// The lines of the header.
    public var headerLines: [Int] { sheet.rows[layout.header].map(\.line) }
    /// What tells one operator's table from another.
    public var fingerprint: String { layout.fingerprint }

    /// Says that a line is the header, or that there is none (nil).
    public mutating func setHeader(line: Int?) {
        let row = line.flatMap { line in sheet.rows.firstIndex { $0.line == line } }
        layout = TableLayout(sheet, headerRow: row)
        chosenOrders = [:]
        layoutVersion = nil
        propose()
    }

    /// Takes a column for a field, or for nothing; another column of the same field gives way.
    public mutating func set(column: Int, to field: ManifestField?) {
        guard columns.indices.contains(column), columns[column].field != field else { return }
        if let field {
            for index in columns.indices where columns[index].field == field {
                columns[index].field = nil
                columns[index].ground = .otherIsBetter
            }
        }
        columns[column].field = field
        columns[column].ground = .chosen
        columns[column].confidence = 1
        readDates()
    }

    /// Says in which order a column writes its dates.
    public mutating func set(column: Int, order: DateOrder?) {
        guard columns.indices.contains(column) else { return }
        chosenOrders[column] = order
        readDates()
    }

    /// Reads the table as an operator's layout says, where it fits; what the officer chose afterwards goes before.
    public mutating func apply(_ remembered: ManifestLayout) {
        guard remembered.fingerprint == fingerprint, remembered.columns.count == columns.count else { return }
        layoutVersion = remembered.version
        rememberedOrders = [:]
        for index in columns.indices {
            if columns[index].field != remembered.columns[index] {
                columns[index].field = remembered.columns[index]
                columns[index].confidence = 0.99
            }
            columns[index].ground = .remembered
            if index < remembered.dateOrders.count { rememberedOrders[index] = remembered.dateOrders[index] }
        }
        voyage.operatorCode = voyage.operatorCode ?? remembered.operatorCode
        voyage.mode = voyage.mode ?? remembered.mode
        if voyage.conveyance == nil {
            voyage.conveyance = remembered.conveyance
            voyage.imo = voyage.imo ?? remembered.imo
        }
        if voyage.from == nil, voyage.to == nil { (voyage.from, voyage.to) = (remembered.from, remembered.to) }
        readDates()
    }

    /// What is to be remembered of this table for its operator, as the version after another.
    public func remembering(after last: ManifestLayout?) -> ManifestLayout? {
        guard let operatorCode = voyage.operatorCode else { return nil }
        var layout = ManifestLayout(
            operatorCode: operatorCode, fingerprint: fingerprint, version: (last?.version ?? 0) + 1,
            columns: columns.map(\.field),
            dateOrders: columns.map { $0.dates?.evidence == .notNeeded ? nil : $0.dates?.order },
            hasHeader: !self.layout.header.isEmpty)
        layout.mode = voyage.mode
        layout.conveyance = voyage.conveyance
        layout.imo = voyage.imo
        layout.from = voyage.from
        layout.to = voyage.to
        // A table whose dates need no order says nothing against the order known before.
        if let last, last.dateOrders.count == layout.dateOrders.count {
            for index in layout.dateOrders.indices where layout.dateOrders[index] == nil {
                layout.dateOrders[index] = last.dateOrders[index]
            }
        }
        return layout
    }

    private var rememberedOrders: [Int: DateOrder] = [:]

    private mutating func propose() {
        let contents = (0..<sheet.width).map { column in
            ColumnContent(body.map { $0[column] }, today: today, ports: ports)
        }
        columns = ColumnProposer(layout: layout, contents: contents).proposals()
        readDates()
    }

    private mutating func readDates() {
        let votes = DateColumns(
            columns: columns, names: layout.names, rows: body, chosen: chosenOrders, remembered: rememberedOrders,
            today: today)
        for index in columns.indices { columns[index].dates = votes.readings[index] }
    }
}
