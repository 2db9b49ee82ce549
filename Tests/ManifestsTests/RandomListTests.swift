// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing

@testable import Manifests

/// Random lists in random styles, read back as they were meant.
@Suite struct RandomListTests {
    /// Somebody of an invented list.
    private struct Person {
        var surname: String
        var given: String
        var birth: CivilDate
        var expiry: CivilDate
        var isMale: Bool
        var country: String
        var document: String
    }

    private enum Column: CaseIterable { case name, birth, sex, country, document, expiry }

    private static let surnames = [
        "SANTOSO", "TAN", "NASIR", "DREW", "WILLIAMS", "O'BRIEN", "MRABET", "LIM", "SITUMORANG",
    ]
    private static let givens = ["BUDI EKO", "MEI LING", "AHMAD", "SITI", "JOSÉ", "DEWI", "MASTURA", "ANDREW"]
    private static let countries: [(String, [String])] = [
        ("IDN", ["IDN", "ID", "Indonesia", "WNI"]), ("SGP", ["SGP", "SG", "Singapore", "Singapura"]),
        ("MYS", ["MYS", "MY", "Malaysia"]), ("NLD", ["NLD", "NL", "Belanda", "Netherlands"]),
    ]
    private static let headers: [Column: [String]] = [
        .name: ["Nama", "Full Name", "NAMA PENUMPANG", "Nama Lengkap / Full Name"],
        .birth: ["Tgl Lahir", "Date of Birth", "DOB", "TANGGAL LAHIR"], .sex: ["L/P", "Gender", "Jenis Kelamin"],
        .country: ["Kewarganegaraan", "Nationality", "Warga Negara"],
        .document: ["No. Paspor", "Passport No.", "NOMOR PASPOR"],
        .expiry: ["Masa Berlaku", "Expiry Date", "Berlaku s/d"],
    ]
    private static let fields: [Column: ManifestField] = [
        .name: .fullName, .birth: .birthDate, .sex: .sex, .country: .nationality, .document: .documentNumber,
        .expiry: .documentExpiry,
    ]

    @Test(arguments: 0..<120) func `proposes the columns and reads the same values`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let people = try (0..<Int.random(in: 12...40, using: &random)).map { number in
            Person(
                surname: Self.surnames.randomElement(using: &random) ?? "",
                given: Self.givens.randomElement(using: &random) ?? "",
                birth: try #require(
                    CivilDate(year: 1940, month: 1, day: 1)?.adding(days: Int.random(in: 0..<25_000, using: &random))),
                expiry: try #require(Invented.today.adding(days: Int.random(in: 100..<3_500, using: &random))),
                isMale: Bool.random(using: &random), country: Self.countries.randomElement(using: &random)?.0 ?? "IDN",
                document: "C\(1_000_000 + number * 7919)")
        }
        let columns = Column.allCases.shuffled(using: &random)
        let separator = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
        let birthStyle = DateStyle.allCases.filter { $0 != .shortYearFirst }.randomElement(using: &random) ?? .iso
        let isSlash = Bool.random(using: &random)
        let isIndonesian = Bool.random(using: &random)
        func quoted(_ text: String) -> String {
            text.contains(separator) || text.contains("\"") || Int.random(in: 0..<9, using: &random) == 0
                ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }
        var lines: [String] = []
        if Bool.random(using: &random) { lines = ["DAFTAR PENUMPANG", "Kapal: MV UJI", ""] }
        lines.append(
            columns.map { quoted(Self.headers[$0]?.randomElement(using: &random) ?? "") }.joined(separator: separator))
        for person in people {
            let cells: [String] = columns.map { column in
                switch column {
                case .name: isSlash ? person.surname + "/" + person.given : person.surname + ", " + person.given
                case .birth: birthStyle.write(person.birth)
                case .sex: person.isMale ? (isIndonesian ? "L" : "M") : (isIndonesian ? "P" : "F")
                case .country:
                    Self.countries.first { $0.0 == person.country }?.1.randomElement(using: &random) ?? person.country
                case .document: person.document
                case .expiry: DateStyle.iso.write(person.expiry)
                }
            }
            lines.append(cells.map(quoted).joined(separator: separator))
            if Int.random(in: 0..<10, using: &random) == 0 { lines.append("") }
        }
        lines.append("Total" + separator + "\(people.count)")
        let draft = try Invented.draft(lines.joined(separator: Bool.random(using: &random) ? "\r\n" : "\n"))
        let label = "seed \(seed) \(birthStyle) \(lines.prefix(5))"
        #expect(draft.fields == columns.map { Self.fields[$0] }, "\(label)")
        let read = draft.travellers
        #expect(read.map(\.surname) == people.map(\.surname), "\(label)")
        #expect(read.map(\.given) == people.map(\.given), "\(label)")
        #expect(read.map { $0.birthDate?.description } == people.map { "\($0.birth)" }, "\(label)")
        #expect(read.map { $0.documentExpiry?.description } == people.map { "\($0.expiry)" }, "\(label)")
        #expect(read.map(\.sex) == people.map { $0.isMale ? .male : .female }, "\(label)")
        #expect(read.map(\.nationality) == people.map(\.country), "\(label)")
        #expect(read.map(\.documentNumber) == people.map(\.document), "\(label)")
    }

    @Test(arguments: 0..<200) func `bytes of any kind end in a table or a clear refusal`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 9_000)
        let alphabet = Array(",;\t|\"\n\r 0123456789/-:.ABCabcÉ\u{FEFF}=':E+#".utf8) + [0, 0xFF, 0xFE, 0x80]
        let bytes = (0..<Int.random(in: 0..<600, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0
        }
        guard let draft = try? Invented.draft(bytes) else { return }
        let reading = draft.read()
        #expect(reading.travellers + reading.refused.count == reading.rows.count)
    }
}
