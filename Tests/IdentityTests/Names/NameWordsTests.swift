// SPDX-License-Identifier: Apache-2.0

import Identity
import Testing

@Suite struct NameWordsTests {
    @Test(arguments: [
        // Surname, given name, words.
        ("SANTOSO", "BUDI EKO", "BUDI EKO SANTOSO"),
        ("SANTOSO", "BUDI MR", "BUDI SANTOSO"), ("SANTOSO", "MR BUDI", "BUDI SANTOSO"),
        ("AMINAH", "HJ SITI", "SITI AMINAH"), ("AMINAH", "SITI HJ MRS", "SITI AMINAH"),
        ("SANTOSO", "PROF DR IR H BUDI", "BUDI SANTOSO"), ("SANTOSO SE MM", "BUDI", "BUDI SANTOSO"),
        ("SANTOSO", "BUDI, S.H., M.Kn.", "BUDI SANTOSO"), ("SANTOSO", "Drs. BUDI", "BUDI SANTOSO"),
        ("SANTOSO", "MSTR", "SANTOSO"), ("SUPARNO", "FNU", "SUPARNO"), ("FNU", "SUPARNO", "SUPARNO"),
        ("LNU", "SUPARNO MR", "SUPARNO"), ("SUPARNO", "FNUMR", "SUPARNO"), ("X", "SUPARNO", "SUPARNO"),
        ("SUPARNO", "XXXX", "SUPARNO"), ("SUPARNO", "X MR", "SUPARNO"), ("SUPARNO", "SUPARNO", "SUPARNO"),
        ("SUPARNO", "NOFIRSTNAME", "SUPARNO"), ("SUPARNO", "-", "SUPARNO"),
        ("RAHMAT", "ALI BIN", "ALI RAHMAT"), ("BIN RAHMAT", "ALI", "ALI RAHMAT"),
        ("RAHMAT", "SITI BINTI", "SITI RAHMAT"),
        ("RAHMAT", "ALI B", "ALI RAHMAT"), ("WANG", "BIN", "BIN WANG"), ("RAJAN", "KUMAR A/L", "KUMAR RAJAN"),
        ("AL HABSYI", "UMAR", "UMAR ALHABSYI"), ("ALHABSYI", "UMAR", "UMAR ALHABSYI"),
        ("HABSYI", "UMAR AL", "UMAR ALHABSYI"), ("GORE", "AL", "AL GORE"),
        ("O'BRIEN", "PAT", "PAT OBRIEN"), ("SAKA-DEWA", "RATU/AYU", "RATU AYU SAKA DEWA"),
        ("MÜLLER", "Jürgen", "JURGEN MULLER"), ("Strauß", "Søren Ægir", "SOREN AEGIR STRAUSS"),
        ("ŁUKAŚKO", "Đặng", "DANG LUKASKO"), ("MU\u{308}LLER", "A\u{30A}GE", "AGE MULLER"),
        ("ＳＡＫＡ", "ｂｕｄｉ", "BUDI SAKA"), ("SANT0SO", "BUD1MAN", "BUDIMAN SANTOSO"), ("SAKA2", "BUDI 3", "BUDI SAKA"),
        ("SANTOSO", "M. RIDWAN", "M RIDWAN SANTOSO"), ("SANTOSO<", "BUDI<EKO<<", "BUDI EKO SANTOSO"),
        ("SANTOSO", "BUDI H", "BUDI H SANTOSO"), ("ST AMINAH", nil, "ST AMINAH"), ("KIM", "SE", "SE KIM"),
    ])
    func `a name in two parts keeps its words only`(surname: String, given: String?, expected: String) {
        #expect(Written.text(NameWords(surname: surname, given: given).words) == expected)
    }

    @Test(arguments: [
        ("BUDI EKO SANTOSO", "BUDI EKO SANTOSO"), ("SANTOSO/BUDI MR", "BUDI SANTOSO"),
        ("SANTOSO<<BUDI<EKO<<<<<<", "BUDI EKO SANTOSO"), ("SANTOSO, BUDI", "BUDI SANTOSO"),
        ("BUDI SANTOSO, S.H., M.M.", "BUDI SANTOSO"), ("ALI BIN RAHMAT", "ALI RAHMAT"), ("ALI BIN", "ALI BIN"),
        ("KUMAR A/L RAJAN", "KUMAR RAJAN"), ("FNU/SUPARNO", "SUPARNO"), ("/SUPARNO", "SUPARNO"), ("H. ALI", "ALI"),
    ])
    func `a name in one piece is cut where systems cut it`(full: String, expected: String) {
        #expect(Written.text(NameWords(full: full).words) == expected)
    }

    @Test(arguments: [
        ("H", nil, "H"), ("DR", "MR", "MR DR"), ("FNU", "LNU", "LNU FNU"), ("X", "X", "X"), ("MRS", "FNU", "MRS"),
        ("BIN", nil, "BIN"), ("BINTI", "BINTI", "BINTI"), ("H", "FNU", "H"),
    ])
    func `no one is left without a word`(surname: String, given: String?, expected: String) {
        #expect(Written.text(NameWords(surname: surname, given: given).words) == expected)
    }

    @Test(arguments: ["", " ", "...", "12 34", "<<<<", "'", "🙂"])
    func `what holds no letter has no word`(text: String) {
        #expect(NameWords(full: text).words.isEmpty)
        #expect(NameWords(surname: text, given: nil).words.isEmpty)
        #expect(NameWords(surname: nil, given: nil).alternatives.isEmpty)
    }

    @Test(arguments: [
        ("SANTOSO", "BUDIMR", "BUDI SANTOSO"), ("AMINAH", "SITIMRS", "SITI AMINAH"),
        ("SANTOSO", "BUDIMSTR", "BUDI SANTOSO"), ("SUPARNOMR", "FNU", "SUPARNO"),
        ("ABDURRAHMAN", "ALI", "ALI ABDUR RAHMAN"), ("ABDULLATIEF", nil, "ABDUL LATIEF"),
        ("ALHABSYI", "UMAR", "UMAR HABSYI"), ("AL HABSYI", "UMAR", "UMAR HABSYI"), ("BIN", "ALI", "ALI"),
        ("MÜLLER", "Jörg", "JOERG MUELLER"), ("ABDURRAHMAN", "ALIMMR", "ALIM ABDUR RAHMAN"),
    ])
    func `another reading is offered`(surname: String, given: String?, expected: String) {
        #expect(NameWords(surname: surname, given: given).alternatives.map(Written.text).contains(expected))
    }

    @Test(arguments: ["ALBERT", "ALFIANSYAH", "ALIANDO", "ALEXANDER", "ABDUL", "AMRI", "SAMS", "ALLAMAH"])
    func `plain words have one reading`(word: String) {
        #expect(NameWords(surname: word, given: "BUDI").alternatives.isEmpty)
    }

    @Test(arguments: ["NASIR", "DREW", "WILLIAMS", "MRABET", "MSAKNI", "DRAJAT", "SIRAIT", "SEHAT", "SHINTA", "HUSNI"])
    func `a title is not taken out of a word`(word: String) {
        #expect(Written.text(NameWords(surname: word, given: "MR").words) == word)
        #expect(Written.text(NameWords(surname: "SAKA", given: word).words) == word + " SAKA")
    }

    @Test(arguments: 0..<500) func `generated words come back whole and in order`(seed: Int) {
        var source = InventedWords(seed: seed)
        // Long words only: a short one may be a title by chance.
        let made = (0..<2 + source.number(below: 3)).map { _ in source.word() + source.word() }.filter { $0.count > 6 }
        var distinct: [String] = []
        for word in made where !distinct.contains(word) { distinct.append(word) }
        guard let surname = distinct.last, distinct.count > 1 else { return }
        let given = distinct.dropLast().joined(separator: source.number(below: 2) == 0 ? " " : "-")
        let expected = distinct.joined(separator: " ")
        #expect(Written.text(NameWords(surname: surname, given: given).words) == expected)
        #expect(Written.text(NameWords(surname: surname.lowercased(), given: "Mr " + given + " MRS").words) == expected)
        #expect(Written.text(NameWords(full: surname + "/" + given).words) == expected)
    }

    @Test(arguments: 0..<500) func `a name with a letter keeps a word, within bounds`(seed: Int) {
        var source = InventedWords(seed: seed)
        let pieces = "MR FNU X BIN AL H S.H. / << , ' 1 é ß ABDUL 李".split(separator: " ").map(String.init) + [" "]
        func piece() -> String {
            source.number(below: 3) == 0 ? source.word() : pieces[source.number(below: pieces.count)]
        }
        let surname = (0..<source.number(below: 30)).map { _ in piece() }.joined(separator: " ")
        let given = (0..<source.number(below: 9)).map { _ in piece() }.joined()
        for name in [NameWords(surname: surname, given: given), NameWords(full: surname + given)] {
            for reading in [name.words] + name.alternatives {
                #expect(reading.count <= NameWords.wordLimit && Set(reading).count == reading.count)
                #expect(reading.allSatisfy { !$0.isEmpty && $0.count <= NameWords.letterLimit })
                #expect(reading.joined().allSatisfy { (65...90).contains($0) })
            }
            #expect(!name.alternatives.contains(name.words) && name.alternatives.count <= 4)
            #expect(name.alternatives.allSatisfy { !$0.isEmpty })
        }
        let hasLetter = (surname + given).unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
        #expect(NameWords(surname: surname, given: given).words.isEmpty != hasLetter)
    }

    @Test func `endless input is read in part`() {
        let long = String(repeating: "A", count: 10_000)
        #expect(NameWords(full: long).words == [Array(repeating: 65, count: 40)])
        let many = (0..<5_000).map { "SAKA" + String(repeating: "B", count: $0 % 30) }.joined(separator: " ")
        #expect(NameWords(surname: "AKHIR", given: many).words.count == NameWords.wordLimit)
        #expect(NameWords(surname: "AKHIR", given: many).words.last == Written.letters("AKHIR"))
        #expect(NameWords(full: String(repeating: ".", count: 10_000)).words.isEmpty)
    }
}
