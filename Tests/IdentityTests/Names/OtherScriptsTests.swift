// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Identity

@Suite struct OtherScriptsTests {
    @Test(arguments: [
        // As ICAO Doc 9303 part 3 has Cyrillic.
        ("Юрий Щукин", "IURII SHCHUKIN"), ("ЦВЕТКОВ/ХАРИТОН", "KHARITON TSVETKOV"), ("Їжак Соломія", "IZHAK SOLOMIIA"),
        ("Ελένη Παπάς", "ELENE PAPAS"), ("李雷", "LI LEI"), ("ジロウ", "JIROU"), ("Անահիտ", "ANAHIT"),
        // No short vowels are written.
        ("محمد", "MUHAMMAD"), ("باراك", "BARAK"),
        ("BUDI Шестаков", "BUDI SHESTAKOV"),
    ])
    func `a name in another script has words of Latin letters`(name: String, expected: String) {
        #expect(Written.text(NameWords(full: name).words) == expected)
    }

    @Test(arguments: ["BUDI SANTOSO", "JÜRGEN MÜLLER", "Nguyễn Văn", "ＳＡＫＡ", "🙂", "12"])
    func `a name in Latin letters is left as it is`(name: String) {
        #expect(OtherScripts.latin(name) == nil)
    }
}
