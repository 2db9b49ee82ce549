// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Gazetteer

/// How a table of codes was changed.
public enum TableAct: String, Hashable, Sendable, Codable, CaseIterable {
    case added, corrected, withdrawn
    /// Own rows given up, so that the shipped ones hold again.
    case returned
    case imported
    /// A change taken back.
    case undone
}

/// One change of a table of codes: a row by hand, the rows of a file, or a change taken back.
public struct TableChange: Hashable, Sendable, Codable {
    public var table: GazetteerTable
    public var act: TableAct
    public var rows: [Row]
    public var reason: String
    /// The change that is taken back.
    public var undoes: RecordID<DecisionRecord>?

    /// What was said of a code before, and what is said now.
    public struct Row: Hashable, Sendable, Codable {
        public var code: String
        public var before: GazetteerStance
        public var after: GazetteerStance

        public init(code: String, before: GazetteerStance, after: GazetteerStance) {
            (self.code, self.before, self.after) = (code, before, after)
        }
    }

    public init(
        table: GazetteerTable, act: TableAct, rows: [Row], reason: String, undoes: RecordID<DecisionRecord>? = nil
    ) {
        self.table = table
        self.act = act
        self.rows = rows
        self.reason = reason
        self.undoes = undoes
    }

    /// The overlay that changes make together, oldest first.
    public static func overlay(_ changes: some Sequence<TableChange>) -> GazetteerOverlay {
        var overlay = GazetteerOverlay()
        for change in changes { for row in change.rows { overlay[change.table, row.code] = row.after } }
        return overlay
    }
}
