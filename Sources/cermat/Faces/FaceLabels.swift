// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Sex and age of labelled pictures, from a CSV with a header line: FILE or PERSON, then SEX, AGE or both. Cells hold no
/// commas; a cell that is empty or no age puts its picture in no group.
struct FaceLabels {
    private var byFile: [String: [String]] = [:]
    private var byPerson: [String: [String]] = [:]

    init(_ path: String) throws {
        try self.init(text: String(decoding: try InputFile(path).bytes, as: UTF8.self), path: path)
    }

    init(text: String, path: String) throws {
        let rows = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"\u{FEFF}"))
            }
        }
        let header = rows.first?.map { $0.uppercased() } ?? []
        guard let key = header.firstIndex(where: { $0 == "FILE" || $0 == "PERSON" }),
            header.contains("SEX") || header.contains("AGE")
        else { throw CommandFailure.exit("\(path) needs a line of titles with FILE or PERSON and SEX, AGE or both") }
        for row in rows.dropFirst() where row.count == header.count {
            var groups: [String] = []
            for (title, cell) in zip(header, row) where !cell.isEmpty {
                if title == "SEX" { groups.append("sex " + cell.uppercased()) }
                if title == "AGE", let band = Self.band(cell) { groups.append("age " + band) }
            }
            if header[key] == "FILE" { byFile[row[key]] = groups } else { byPerson[row[key]] = groups }
        }
    }

    /// Bands of years; nil when it is no age.
    static func band(_ text: String) -> String? {
        guard let years = Int(text), (0...120).contains(years) else { return nil }
        switch years {
        case ..<18: return "0-17"
        case ..<30: return "18-29"
        case ..<45: return "30-44"
        case ..<60: return "45-59"
        default: return "60 and over"
        }
    }

    /// Each group, by name, with the places of its pictures.
    func groups(of entries: [LabelledPictures.Entry]) -> [(name: String, members: [Int])] {
        var members: [String: [Int]] = [:]
        for (place, entry) in entries.enumerated() {
            for group in byFile[entry.file] ?? byPerson[entry.name] ?? [] { members[group, default: []].append(place) }
        }
        return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
