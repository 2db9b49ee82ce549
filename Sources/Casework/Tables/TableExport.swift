// SPDX-License-Identifier: Apache-2.0

internal import Delimited
public import Gazetteer

/// A table of codes as a CSV file that can be imported again.
public enum TableExport {
    /// The header's name of the column that says where a row comes from; an import passes it over.
    private static let originColumn = "ROW"

    /// The rows in force, or also those withdrawn; each begins with its origin's word in the last column.
    public static func csv(_ listings: [GazetteerListing], of table: GazetteerTable) -> String {
        let columns = table.columns
        var text = columns.map(\.rawValue).joined(separator: ",") + "," + originColumn + "\n"
        for listing in listings where listing.origin != .withdrawn {
            text += columns.map { DelimitedText.quoted(listing.row[$0]) }.joined(separator: ",")
            text += "," + listing.origin.rawValue + "\n"
        }
        return text
    }
}
