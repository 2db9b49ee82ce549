// SPDX-License-Identifier: Apache-2.0

/// A picture of some values, as SVG, with the table that says the same in words.
///
/// The SVG carries no inline style and no script, so it stands under `style-src 'self'`; looks come from the classes of
/// ``FigureStyle`` and, without a style sheet, from presentation attributes. Every text of the caller is escaped.
public protocol Figure: Hashable, Sendable {
    /// The name of the picture, unique on its page: letters, digits, hyphens. Others are dropped.
    var id: String { get }
    /// What it shows, as its accessible name.
    var title: String { get }
    /// What can be read from it, in a sentence.
    var summary: String { get }
    /// The same values as a table.
    var table: FigureTable { get }
    /// The picture: one `svg` element with `role="img"`.
    var svg: String { get }
}

/// The table behind a picture: plain texts, which the page escapes.
public struct FigureTable: Hashable, Sendable {
    public var caption: String
    public var columns: [String]
    public var rows: [[String]]

    public init(caption: String, columns: [String], rows: [[String]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

/// A mark on an axis.
public struct FigureTick: Hashable, Sendable {
    /// In the axis' unit, such as minutes since 1970 UTC.
    public var position: Int
    public var label: String

    public init(_ position: Int, _ label: String) {
        self.position = position
        self.label = label
    }
}
