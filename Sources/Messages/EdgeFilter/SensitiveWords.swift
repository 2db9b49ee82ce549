// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Words of free text, Indonesian and English, that tell of health, diet or belief.
///
/// Words that are also names (Haji, Muslim, Jain, Grace) are left out: free text repeats names.
enum SensitiveWords {
    /// The shortest text that can hold one.
    static let shortest = 3

    /// What one pass over a text finds.
    struct Traits {
        var category: SensitiveCategory?
        var mayHoldCard = false
    }

    /// Looks at each word and counts digits.
    static func traits(of text: EdifactBytes, _ table: UnsafePointer<UInt8> = SensitiveWords.table) -> Traits {
        guard text.count <= 64 else { return longTraits(of: text, table) }
        let (letters, digits) = text.wordMasks
        return Traits(
            category: category(letters, text, table), mayHoldCard: digits.nonzeroBitCount >= fewestCardDigits)
    }

    /// No card number is shorter.
    static let fewestCardDigits = 13

    /// The first sensitive word of a text of up to 64 bytes, `letters` telling where its letters are.
    @inline(__always)
    static func category(
        _ letters: UInt64, _ text: EdifactBytes, _ table: UnsafePointer<UInt8>
    ) -> SensitiveCategory? {
        var left = letters
        var previous: EdifactBytes?
        while left != 0 {
            let start = left.trailingZeroBitCount
            let length = (~(left &>> UInt64(truncatingIfNeeded: start))).trailingZeroBitCount
            // Behind the word; adding the lowest letter carries through all of it.
            left &= left &+ (left & (0 &- left))
            guard length >= shortest else { continue }
            let word = EdifactBytes(base: text.base + start, count: length)
            if table[beginning(word.base)] != 0 || endsInMeal(word) || length == 8 {
                let hash = hash(word)
                if table[ending(hash)] != 0 || endsInMeal(word) || length == 8 {
                    let before = previous.map { Self.hash($0) } ?? 0
                    if let category = category(hash, before, text, start, length, table) { return category }
                }
            }
            previous = word
        }
        return nil
    }

    /// The first two letters, in ten bits.
    @inline(__always)
    private static func beginning(_ word: UnsafePointer<UInt8>) -> Int {
        Int(word[0] & 31) &<< 5 | Int(word[1] & 31)
    }

    /// The low bits of a hash, behind all beginnings.
    @inline(__always)
    private static func ending(_ hash: UInt32) -> Int { 1024 &+ Int(hash & 1023) }

    /// Request codes of meals have four letters.
    @inline(__always)
    private static func endsInMeal(_ word: EdifactBytes) -> Bool {
        word.count == 4 && word.base[2] | 0x20 == UInt8(ascii: "m") && word.base[3] | 0x20 == UInt8(ascii: "l")
    }

    /// Texts of any length, letter by letter.
    private static func longTraits(of text: EdifactBytes, _ table: UnsafePointer<UInt8>) -> Traits {
        var traits = Traits()
        var digits = 0
        var previous: UInt32 = 0
        var length = 0
        for i in 0...text.count {
            let byte = i < text.count ? text.base[i] : 0x20
            if (byte | 0x20) &- 97 < 26 {
                length &+= 1
                continue
            }
            if length >= shortest {
                let word = text.slice(i &- length, i)
                let hash = hash(word)
                if let category = category(hash, previous, text, i &- length, length, table) {
                    traits.category = category
                    return traits
                }
                previous = hash
            }
            length = 0
            if byte &- 48 <= 9 { digits &+= 1 }
        }
        traits.mayHoldCard = digits >= fewestCardDigits
        return traits
    }

    private static func category(
        _ hash: UInt32, _ previous: UInt32, _ text: EdifactBytes, _ start: Int, _ length: Int,
        _ table: UnsafePointer<UInt8>
    ) -> SensitiveCategory? {
        if length == 4 || (length == 8 && previous == requestWord) {
            // A request code by itself, or with airline and status behind it as in remarks: SSR VGMLGAHK.
            if let category = SensitiveRequests.category(of: text.slice(start, start + 4).key) { return category }
        }
        guard table[ending(hash)] != 0 else { return nil }
        return confirm(hash, previous, text.slice(start, start + length))
    }

    private static func confirm(_ hash: UInt32, _ previous: UInt32, _ word: EdifactBytes) -> SensitiveCategory? {
        for entry in words where entry.hash == hash && word.matches(entry.word) {
            if let before = entry.before, before != previous { continue }
            return entry.category
        }
        return nil
    }

    private struct Entry {
        let word: StaticString
        let category: SensitiveCategory
        /// The hash of the word that must stand before.
        let before: UInt32?
        let hash: UInt32

        init(_ word: StaticString, _ category: SensitiveCategory, after before: StaticString? = nil) {
            self.word = word
            self.category = category
            self.before = before.map(SensitiveWords.hash)
            hash = SensitiveWords.hash(word)
        }
    }

    @inline(__always) private static var requestWord: UInt32 { hash("SSR") }

    @inline(__always)
    private static func hash(_ word: StaticString) -> UInt32 {
        var hash: UInt32 = 0
        for i in 0..<word.utf8CodeUnitCount {
            hash = (hash ^ UInt32((word.utf8Start[i] | 0x20) &- 96)) &* 0x0100_0193
        }
        return hash
    }

    private static func hash(_ word: EdifactBytes) -> UInt32 {
        var hash: UInt32 = 0
        for i in 0..<word.count { hash = (hash ^ UInt32((word.base[i] | 0x20) &- 96)) &* 0x0100_0193 }
        return hash
    }

    /// Which two letters any word or request code begins with, then which low ten bits its hash has.
    nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
        // Made once and never freed.
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 2048)
        table.initialize(repeating: 0, count: 2048)
        for entry in words {
            table[beginning(entry.word.utf8Start)] = 1
            table[ending(entry.hash)] = 1
        }
        for code in SensitiveRequests.medicalCodes {
            let letters = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> UInt32($0)) }
            letters.withUnsafeBufferPointer { letters in
                guard let base = letters.baseAddress else { return }
                table[beginning(base)] = 1
                table[ending(hash(EdifactBytes(base: base, count: 4)))] = 1
            }
        }
        return UnsafePointer(table)
    }()

    private static let words: [Entry] =
        mealWords.map { Entry($0, .meal) } + medicalWords.map { Entry($0, .medical) }
        + religionWords.map { Entry($0, .religion) }
        + [Entry("RODA", .medical, after: "KURSI"), Entry("CHAIR", .medical, after: "WHEEL")]

    private static let mealWords: [StaticString] = [
        "MEAL", "MEALS", "DIET", "DIETARY", "HALAL", "KOSHER", "VEGETARIAN", "VEGAN", "VEGGIE", "GLUTEN", "LACTOSE",
        "NONVEG", "MAKANAN", "DIABETICMEAL",
    ]

    private static let medicalWords: [StaticString] = [
        "DIABETIC", "DIABETES", "DIABETIK", "INSULIN", "PREGNANT", "PREGNANCY", "HAMIL", "KEHAMILAN", "WHEELCHAIR",
        "WHEELCHAIRS", "KURSIRODA", "CANCER", "KANKER", "CHEMOTHERAPY", "KEMOTERAPI", "HIV", "AIDS", "EPILEPSY",
        "EPILEPSI", "ASTHMA", "ASMA", "OXYGEN", "OKSIGEN", "STRETCHER", "TANDU", "MEDICAL", "MEDIS", "MEDICINE",
        "MEDICATION", "OBAT", "OBATAN", "DISABLED", "DISABILITY", "DIFABEL", "DISABILITAS", "TUNANETRA", "TUNARUNGU",
        "PARAPLEGIC", "QUADRIPLEGIC", "PARALYSED", "PARALYZED", "LUMPUH", "DIALYSIS", "HEMODIALISA", "SURGERY",
        "OPERASI", "PATIENT", "PASIEN", "HOSPITAL", "RUMAHSAKIT", "SAKIT", "ILLNESS", "DISEASE", "PENYAKIT",
        "ALLERGY", "ALLERGIC", "ALERGI", "PACEMAKER", "STROKE", "HEART", "JANTUNG", "MENTAL", "PSYCHIATRIC",
        "AUTISM", "AUTISTIC", "AUTISME", "DEMENTIA", "ALZHEIMER", "TUBERCULOSIS", "TUBERKULOSIS", "HEPATITIS",
        "CRUTCHES", "HEARING", "BLIND", "BRAILLE", "GUIDEDOG",
    ]

    private static let religionWords: [StaticString] = [
        "UMRAH", "UMROH", "PILGRIM", "PILGRIMS", "PILGRIMAGE", "JEMAAH", "JAMAAH", "ZIARAH", "RELIGION", "RELIGIOUS",
        "AGAMA", "CHURCH", "MOSQUE", "SYNAGOGUE", "MISSIONARY",
    ]
}
