// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Sex and age of labelled pictures, from a CSV with a header line: FILE or PERSON, then SEX, AGE (years) or both. Cells hold
/// no commas; an empty cell, or an age that is none, puts its picture in no group.
public struct GroupLabels: Sendable {
    private var byKey: [String: [String]] = [:]
    private let isByFile: Bool

    /// Nil when the titles are not these.
    public init?(csv text: String) {
        let rows = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"\u{FEFF}"))
            }
        }
        let header = rows.first?.map { $0.uppercased() } ?? []
        guard let key = header.firstIndex(where: { $0 == "FILE" || $0 == "PERSON" }),
            header.contains("SEX") || header.contains("AGE")
        else { return nil }
        isByFile = header[key] == "FILE"
        for row in rows.dropFirst() where row.count == header.count {
            for (title, cell) in zip(header, row) where !cell.isEmpty {
                if title == "SEX" { byKey[row[key], default: []].append("sex " + cell.uppercased()) }
                if title == "AGE", let band = GroupLabels.band(cell) {
                    byKey[row[key], default: []].append("age " + band)
                }
            }
        }
    }

    /// The groups that a picture is in.
    public func groups(file: String, person: String) -> [String] { byKey[isByFile ? file : person] ?? [] }

    private static func band(_ text: String) -> String? {
        guard let years = Int(text), (0...120).contains(years) else { return nil }
        switch years {
        case ..<18: return "0-17"
        case ..<30: return "18-29"
        case ..<45: return "30-44"
        case ..<60: return "45-59"
        default: return "60 and over"
        }
    }
}
