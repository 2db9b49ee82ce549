// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Identity

/// Rows of registry tables that were left out.
struct SkippedRows {
    let rows: [SkippedRow]
    var unlisted = 0
    /// The names of the tables.
    let tables: [String]

    /// Says which they are, by line and reason, without anything that they hold, and throws the exit code 1 if there are
    /// any.
    func report(to path: String?) throws {
        let total = rows.count + unlisted
        guard total > 0 else { return }
        for row in rows.prefix(20) {
            let name = tables.count > 1 ? "\(tables[row.extract - 1]), " : ""
            CommandFailure.say("\(name)line \(row.line) skipped: \(row.reason.rawValue)")
        }
        if let path {
            let lines = rows.map { "\($0.extract),\($0.line),\"\($0.reason.rawValue)\"" }
            try Data((["EXTRACT,LINE,REASON"] + lines).joined(separator: "\n").utf8).write(
                to: URL(fileURLWithPath: path))
        }
        throw CommandFailure.exit("\(total) rows were skipped" + (path == nil ? "; --skipped FILE lists them" : ""))
    }
}
