// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Manifests

/// Bytes to rows of clean cells.
@Suite struct SheetTests {
    static let text = "Nama;Tgl Lahir\nJosé Ñáñez;12/03/1985\nB;13/04/1990\n"

    private static func utf16(_ text: String, isLittle: Bool, mark: Bool) -> [UInt8] {
        (mark ? [0xFEFF] + Array(text.utf16) : Array(text.utf16)).flatMap { unit in
            let (low, high) = (UInt8(unit & 255), UInt8(unit >> 8))
            return isLittle ? [low, high] : [high, low]
        }
    }

    static let encodings: [(SheetEncoding, [UInt8])] = [
        (.utf8, Array(text.utf8)), (.utf8, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        (.utf16LittleEndian, utf16(text, isLittle: true, mark: true)),
        (.utf16BigEndian, utf16(text, isLittle: false, mark: true)),
        (.utf16LittleEndian, utf16(text, isLittle: true, mark: false)),
        (.utf16BigEndian, utf16(text, isLittle: false, mark: false)),
        (.windows1252, text.unicodeScalars.map { UInt8($0.value) }),
    ]

    @Test(arguments: encodings) func `reads what spreadsheets write`(encoding: SheetEncoding, bytes: [UInt8]) throws {
        let sheet = try Sheet(bytes)
        #expect(sheet.encoding == encoding)
        #expect(sheet.separator == ";")
        #expect(
            sheet.rows.map(\.cells) == [["Nama", "Tgl Lahir"], ["José Ñáñez", "12/03/1985"], ["B", "13/04/1990"]])
    }

    @Test func `reads the upper half of Windows-1252`() throws {
        #expect(try Sheet([0x41, 0x92, 0x80, 0x2C, 0x42, 0xE9]).rows.first?.cells == ["A’€", "Bé"])
    }

    @Test(
        arguments: [
            ("a,b,c\n1,2,3\n", ","), ("a;b;c\n\"x, y\";2,5;3\n", ";"), ("a\tb, c\td\n1\t2, 3\t4\n", "\t"),
            ("a|b|c\n1|2|3", "|"), ("sep=|\na,b|c,d\n1,2|3,4\n", "|"),
            ("Daftar, kapal A, B\na;b;c;d\n1;2;3;4\n5;6;7;8", ";"),
        ] as [(String, Character)]) func `finds the separator`(text: String, separator: Character) throws
    {
        #expect(try Sheet(Array(text.utf8)).separator == separator)
    }

    @Test func `keeps line numbers, line breaks inside quotes become blanks`() throws {
        let sheet = try Sheet(Array("a,b\n\n\"x\ny\",\"he said \"\"hi\"\"\"\nc,'00123\nd,=\"0042\"\n".utf8))
        #expect(sheet.rows.map(\.line) == [1, 3, 5, 6])
        #expect(sheet.rows[1].cells == ["x y", "he said \"hi\""])
        #expect(sheet.rows[2].cells == ["c", "00123"])
        #expect(sheet.rows[3].cells == ["d", "0042"])
    }

    @Test func `a column of names alone is a table`() throws {
        let sheet = try Sheet(Array("Nama\nBUDI\nSITI\n".utf8))
        #expect(sheet.separator == nil)
        #expect(sheet.width == 1)
    }

    @Test func `limits give a clear answer`() throws {
        var limits = SheetLimits()
        limits.bytes = 20
        limits.rows = 3
        limits.columns = 4
        #expect(throws: SheetRefusal.tooLarge(limitBytes: 20)) {
            try Sheet(Array(repeating: 65, count: 21), limits: limits)
        }
        #expect(throws: SheetRefusal.tooManyRows(limit: 3)) { try Sheet(Array("a\nb\nc\nd".utf8), limits: limits) }
        #expect(try Sheet(Array("a\nb\nc\n\n".utf8), limits: limits).rows.count == 3)
        #expect(throws: SheetRefusal.tooManyColumns(limit: 4)) { try Sheet(Array("a,b,c,d,e".utf8), limits: limits) }
        #expect(try Sheet(Array("a,b,c,d,,,,,,".utf8), limits: limits).width == 4)
        #expect(throws: SheetRefusal.empty) { try Sheet(Array(" \n;;\n".utf8)) }
        #expect(throws: SheetRefusal.empty) { try Sheet([]) }
        #expect(throws: SheetRefusal.workbook) { try Sheet([0x50, 0x4B, 3, 4, 0, 0]) }
        #expect(throws: SheetRefusal.notText) { try Sheet([1, 2, 0, 3, 4, 9, 8, 7, 0xFF, 0xAB]) }
        let refusals: [SheetRefusal] = [
            .empty, .workbook, .notText, .tooLarge(limitBytes: 1), .tooManyRows(limit: 1), .tooManyColumns(limit: 1),
        ]
        #expect(refusals.map(\.code) == SheetRefusal.codes)
    }
}
