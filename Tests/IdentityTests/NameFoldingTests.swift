// SPDX-License-Identifier: Apache-2.0

import Identity
import Testing

@Suite struct NameFoldingTests {
    typealias Name = IdentityFacts.Name

    @Test(arguments: [
        ("SOEHARTO", "SUHARTO"), ("DJOKO", "JOKO"), ("TJANDRA", "CANDRA"), ("NJOMAN", "NYOMAN"), ("SJARIF", "SYARIF"),
        ("CHAIRUL", "KHAIRUL"), ("YUSUF", "IUSUF"), ("ACHMAD", "AHMAD"), ("FITRI", "PITRI"), ("AZIZ", "ASIS"),
        ("MUHAMMAD", "MOCHAMAD"), ("MOH", "MUHAMAD"), ("ALEX", "ALEKS"), ("NURR", "NUR"),
    ])
    func `old and new spellings fold to the same`(a: String, b: String) {
        #expect(NameFolding.fold(word: a) == NameFolding.fold(word: b))
    }

    @Test func `one-word names are equal in all their travel forms`() {
        let forms = [
            Name(surname: "SUPARNO", given: nil), Name(surname: "SUPARNO", given: "FNU"),
            Name(surname: "FNU", given: "SUPARNO"),
            Name(surname: "SUPARNO", given: "SUPARNO"), Name(surname: "SUPARNO", given: "LNU"),
        ]
        for a in forms { for b in forms { #expect(NameComparison(a, b) == .equal) } }
    }

    @Test(arguments: ["NASIR", "DREW", "WILLIAMS", "MRABET", "MSAKNI", "DRAJAT", "SIRAIT"])
    func `names that begin or end like a title stay whole`(word: String) {
        #expect(NameFolding.words(surname: word, given: "MR") == [word])
    }

    @Test func `order, titles and apostrophes do not matter`() {
        #expect(
            NameComparison(Name(surname: "O'BRIEN", given: "PAT MR"), Name(surname: "PAT", given: "OBRIEN")) == .equal)
        #expect(
            NameComparison(Name(surname: "SANTOSO", given: "BUDI EKO"), Name(surname: "BUDI", given: "EKO SANTOSO"))
                == .equal)
    }

    @Test func `a missing third name is partial, one shared name is nothing`() {
        let full = Name(surname: "SANTOSO", given: "BUDI EKO")
        #expect(NameComparison(full, Name(surname: "SANTOSO", given: "BUDI")) == .partial)
        #expect(NameComparison(full, Name(surname: "SANTOSO", given: "DEWI")) == .different)
        #expect(NameComparison(full, Name(surname: "SANTOSO", given: nil)) == .different)
        #expect(NameComparison(full, Name(surname: nil, given: nil)) == .different)
    }

    @Test(arguments: 0..<300) func `comparison is symmetric and folding is idempotent`(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        func word() -> String {
            String((0..<(2 + next(8))).map { _ in Character(Unicode.Scalar(UInt8(65 + next(26)))) })
        }
        let a = Name(surname: word(), given: word() + " " + word())
        let b = next(3) == 0 ? Name(surname: a.given, given: a.surname) : Name(surname: a.surname, given: word())
        #expect(NameComparison(a, b) == NameComparison(b, a))
        #expect(NameComparison(a, a) == .equal)
        let folded = NameFolding.fold(word: a.surname ?? "")
        #expect(!folded.isEmpty)
    }
}
