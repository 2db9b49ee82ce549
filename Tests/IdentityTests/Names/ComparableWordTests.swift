// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Identity

@Suite struct ComparableWordTests {
    @Test(arguments: [
        ("SOEHARTO", "SUHARTO"), ("DJOKO", "JOKO"), ("TJANDRA", "CANDRA"), ("NJOMAN", "NYOMAN"), ("SJARIF", "SYARIF"),
        ("CHAIRUL", "KHAIRUL"), ("ACHMAD", "AHMAD"), ("AKHMAD", "AHMAD"), ("FITRI", "PITRI"), ("AZIZ", "AZIS"),
        ("ALEXA", "ALEKSA"), ("NURR", "NUR"), ("MUHAMMAD", "MUHAMAD"), ("MOEHAMMAD", "MUHAMAD"),
        ("CHANDRA", "CANDRA"), ("CHRISTIAN", "KRISTIAN"), ("WIDJAJA", "WIJAYA"), ("SOERJADI", "SURYADI"),
        ("ARIEF", "ARIF"), ("FATIMAH", "FATIMA"), ("DICKY", "DIKI"), ("GHOFUR", "GOFUR"), ("ERIC", "ERIK"),
        ("SUWARNO", "SUARNO"), ("FAUZIYAH", "FAUZIAH"), ("DZIKRI", "ZIKRI"), ("RAMADHAN", "RAMADAN"),
        ("SYAHRUL", "SHAHRUL"), ("YUDHI", "YUDI"), ("BACHRI", "BAHRI"), ("MICHAEL", "MIKHAEL"),
    ])
    func `spellings of one name fold to the same`(a: String, b: String) {
        #expect(ComparableWord(Written.letters(a)).folded == ComparableWord(Written.letters(b)).folded)
    }

    @Test(arguments: [
        ("P", "F"), ("Z", "S"), ("CHAN", "HAN"), ("CHEN", "HEN"), ("CHANG", "HANG"), ("CHUA", "HUA"), ("KHAN", "HAN"),
        ("CHEUNG", "HEUNG"), ("ZHU", "SHU"), ("SHI", "SI"), ("XIE", "XI"), ("PENG", "FENG"), ("ZENG", "SENG"),
        ("CHERRY", "HERRY"), ("BUDI", "RUDI"), ("SARI", "SAR"),
    ])
    func `names that only look alike keep apart`(a: String, b: String) {
        #expect(ComparableWord(Written.letters(a)).folded != ComparableWord(Written.letters(b)).folded)
    }

    @Test(arguments: [
        "M MUH MOH MOCH MHD MD MUHAMMAD MOHAMAD MOCHAMMAD MEHMET", "ABDUL ABD ABDOEL ABDL", "AHMAD AHMED AHMET",
        "SITI ST",
        "WAYAN PUTU GEDE LUH", "MADE KADEK NENGAH", "NYOMAN KOMANG", "ROBERT BOB ROB BOBBY", "JOSE PEPE JOSEPH",
        "AGUS AGUSTINUS", "YOHANES JOHANNES JOHANES", "YUSUF YOUSSEF JOSEPH", "IBRAHIM EBRAHIM ABRAHAM", "LIM LIN LIEM",
        "HUSSEIN HUSAIN HOSSEIN", "ABDULLAH ABDALLAH", "TAN CHEN CHAN", "OEI HUANG NG WONG", "WONG WANG ONG",
        "ZHANG CHEUNG TEO", "SERGEI SERGEY SERHIY", "YEVGENY EUGENE", "ALEXANDER ALEX SASHA", "GUSTI GST",
    ])
    func `forms of one name share a family`(family: String) {
        let forms = Written.words(family).map { ComparableWord($0) }
        for form in forms.dropFirst() { #expect(WordKin.share(forms[0].kin, form.kin), "\(family)") }
    }

    @Test(arguments: [("BAMBANG", "BENG"), ("SANTOSO", "BUDI"), ("TAN", "LIM"), ("WANG", "OEI"), ("MADE", "WAYAN")])
    func `other names share none`(a: String, b: String) {
        #expect(!WordKin.share(ComparableWord(Written.letters(a)).kin, ComparableWord(Written.letters(b)).kin))
    }

    @Test func `an unlisted spelling finds the family of its folded form`() {
        #expect(ComparableWord(Written.letters("MUHAMMADD")).kin == ComparableWord(Written.letters("MUHAMMAD")).kin)
        #expect(ComparableWord(Written.letters("ZZQQ")).kin == 0)
    }

    @Test func `the tables hold words that fit, in no more families than fit`() {
        #expect(WordKin.lines.count < 1024)
        var families: [Substring: Int] = [:]
        for line in WordKin.lines {
            let forms = line.split(separator: " ")
            #expect(forms.count >= 2 && Set(forms).count == forms.count, "\(line)")
            for form in forms {
                #expect(form.utf8.count <= 12 && form.utf8.allSatisfy { (65...90).contains($0) }, "\(form)")
                families[form, default: 0] += 1
            }
        }
        for (form, count) in families where count > WordKin.familiesOfAWord { Issue.record("\(form) in \(count)") }
        #expect(WordKin.fingerprint != 0)
    }

    @Test(arguments: 1...1023) func `three family numbers fit`(family: UInt32) {
        let other = family % 1023 + 1
        for place in [0, 10, 20] as [UInt32] {
            #expect(WordKin.share(family << place, family) && WordKin.share(family, family << place))
            #expect(!WordKin.share(family << place, other) && !WordKin.share(other, family << place))
        }
        #expect(!WordKin.share(family, 0))
    }

    @Test(arguments: 0..<300) func `folding is bounded and never empties a word`(seed: Int) {
        var source = InventedWords(seed: seed)
        let word = source.letters(1 + source.number(below: 60), alphabet: 26)
        let comparable = ComparableWord(word)
        #expect(comparable.letters == Array(word.prefix(40)))
        #expect(!comparable.folded.isEmpty && comparable.folded.count <= 40)
        #expect(comparable.folded.allSatisfy { (65...90).contains($0) })
        #expect(ComparableWord(word.map { $0 + 32 }) == comparable)
    }

    @Test func `any bytes make a word`() {
        #expect(ComparableWord([]).folded.isEmpty)
        #expect(ComparableWord([0, 200, 255, 32]).letters.isEmpty)
        #expect(ComparableWord(Array(repeating: 88, count: 10_000)).letters.count == 40)
        #expect(ComparableWord((0..<40).map { $0 % 2 == 0 ? 88 : 65 }).folded.count == 40)
    }
}
