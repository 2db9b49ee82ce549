// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Gazetteer
public import Mandate
public import Screening
internal import Travel

/// An installation's own rows over the shipped tables of codes: changes in the decision log, each by a named officer
/// with a reason, in force at once.
public struct TableDesk: Sendable {
    private let store: any CaseworkStore
    private let tail: DecisionTail
    public let live: LiveGazetteer

    /// The most changes that are followed.
    public static let changeLimit = 20_000
    /// How far back a voyage may lie to be screened anew, in minutes.
    private static let minutesBack = 12 * 60

    public init(store: any CaseworkStore, live: LiveGazetteer) {
        self.store = store
        self.live = live
        tail = DecisionTail(store, kinds: [.tableChanged], limit: TableDesk.changeLimit)
    }

    /// A change with who made it, and when.
    public struct Entry: Hashable, Sendable {
        public let record: DecisionRecord
        public let change: TableChange

        init?(_ record: DecisionRecord) {
            guard case .tableChanged(let change) = record.decision else { return nil }
            (self.record, self.change) = (record, change)
        }
    }

    /// Checks rows as this installation does.
    public static func check(_ index: GazetteerIndex) -> GazetteerRowCheck {
        GazetteerRowCheck(index) { StandardOffset.minutes($0) }
    }

    /// All changes, oldest first.
    public func entries(atMilliseconds now: Int64, isExact: Bool = false) async throws(StoreError) -> [Entry] {
        try await tail.decisions(atMilliseconds: now, isExact: isExact).records.compactMap { Entry($0) }
    }

    /// Puts in force what was changed, also by another process; at most a second old.
    public func refresh(atMilliseconds now: Int64, isExact: Bool = false) async throws(StoreError) {
        let known = try await tail.decisions(atMilliseconds: now, isExact: isExact)
        guard known.sequence > live.sequence else { return }
        live.apply(TableChange.overlay(known.records.compactMap { Entry($0)?.change }), asOf: known.sequence)
    }

    /// The rows of a table, shipped and own.
    public func listings(_ table: GazetteerTable) -> [GazetteerListing] {
        live.shipped.listings(table, under: live.overlay)
    }

    /// Adds a row, or corrects the one of its code.
    ///
    /// - Throws: `.invalid` of the first wrong column, the kind of mistake as the reason.
    public func put(
        _ row: GazetteerRow, in table: GazetteerTable, reason: String, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        try await read(now)
        if let problem = TableDesk.check(live.current).problems(row, in: table).first {
            throw .invalid(field: problem.column.rawValue, why: problem.kind.rawValue)
        }
        let code = row[table.key]
        let isKnown = live.current.rows(table).contains { $0[table.key] == code }
        let act: TableAct = isKnown ? .corrected : .added
        try await write(table, act, [code: .row(row)], reason, mandate, now)
    }

    /// Withdraws a code, or gives up what is the installation's own about it.
    public func set(
        _ code: String, in table: GazetteerTable, to stance: GazetteerStance, reason: String, by mandate: Mandated?,
        atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        try await read(now)
        guard listings(table).contains(where: { $0.code == code }) else { throw .unknown }
        let isOwnOnly = !live.shipped.rows(table).contains { $0[table.key] == code }
        // An added row that is withdrawn leaves nothing.
        let after: GazetteerStance = isOwnOnly ? .asShipped : stance
        try await write(table, stance == .withdrawn ? .withdrawn : .returned, [code: after], reason, mandate, now)
    }

    /// What a file would change.
    public func preview(
        _ bytes: [UInt8], of table: GazetteerTable, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> TableImport {
        try await read(now)
        return try TableImport(bytes, table: table, current: live.current, overlay: live.overlay)
    }

    /// Takes over the good rows of a file, as one change; how many.
    public func take(
        _ file: TableImport, reason: String, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> Int {
        let stances = Dictionary(
            file.rows.map { ($0[file.table.key], GazetteerStance.row($0)) }, uniquingKeysWith: { a, _ in a })
        guard !stances.isEmpty else { throw .notAllowed(why: "the file says nothing new") }
        try await write(file.table, .imported, stances, reason, mandate, now)
        return stances.count
    }

    /// Takes a change back; refused where one of its codes was changed since.
    public func undo(
        _ id: RecordID<DecisionRecord>, reason: String, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        try await read(now)
        guard let entry = try await all(now).first(where: { $0.record.id == id }) else { throw .unknown }
        let overlay = live.overlay
        for row in entry.change.rows where overlay[entry.change.table, row.code] != row.after {
            throw .notAllowed(why: "\(row.code) was changed since")
        }
        let stances = Dictionary(entry.change.rows.map { ($0.code, $0.before) }, uniquingKeysWith: { a, _ in a })
        try await write(entry.change.table, .undone, stances, reason, mandate, now, undoes: id)
    }

    private func all(_ now: Int64) async throws(CaseworkError) -> [Entry] {
        do { return try await entries(atMilliseconds: now) } catch { throw .store(error) }
    }

    private func read(_ now: Int64) async throws(CaseworkError) {
        do { try await refresh(atMilliseconds: now, isExact: true) } catch { throw .store(error) }
    }

    private func write(
        _ table: GazetteerTable, _ act: TableAct, _ stances: [String: GazetteerStance], _ reason: String,
        _ mandate: Mandated?, _ now: Int64, undoes: RecordID<DecisionRecord>? = nil
    ) async throws(CaseworkError) {
        let reason = try WrittenReason.checked(reason)
        let overlay = live.overlay
        let rows = stances.sorted { $0.key < $1.key }.map {
            TableChange.Row(code: $0.key, before: overlay[table, $0.key], after: $0.value)
        }
        let change = TableChange(table: table, act: act, rows: rows, reason: reason, undoes: undoes)
        let record = DecisionRecord(.tableChanged(change), by: mandate, atMilliseconds: now)
        // The coming voyages that call at a port, and those of the last hours.
        let calls = PortCalls(ports: Set(rows.map(\.code)), sinceUTC: Int(now / 60_000) - TableDesk.minutesBack)
        let event = AuditEvent(
            .editTable, by: mandate, atMilliseconds: now,
            subjects: ["table:\(table.rawValue)"], detail: "\(act.rawValue) rows=\(rows.count)")
        do throws(StoreError) {
            // One transaction: a process that dies behind it leaves the voyages marked, for the next screener.
            try await store.record(
                CaseworkChange(decisions: [record], calls: table == .ports ? calls : nil), audit: [event])
            try await refresh(atMilliseconds: now, isExact: true)
        } catch { throw .store(error) }
    }
}
