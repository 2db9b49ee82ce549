// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Names in other scripts than Latin, brought to the letters that passports have for them.
///
/// Cyrillic goes by ICAO Doc 9303 part 3, section 6.B, since that is what the travellers' documents show; all other
/// scripts go by the transforms of ICU. Arabic is written without short vowels, hence its most common names stand in a
/// table; other Arabic words keep their consonants and long vowels only.
enum OtherScripts {
    /// The text with every letter of another script in Latin ones; nil where it has none.
    static func latin(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0xCD }), text.unicodeScalars.contains(where: isOther) else {
            return nil
        }
        var plain = String.UnicodeScalarView()
        var hasMore = false
        for scalar in text.unicodeScalars.prefix(NameLimits.scalars) {
            if let letters = cyrillic[scalar] {
                plain.append(contentsOf: letters.unicodeScalars)
            } else {
                hasMore = hasMore || isOther(scalar)
                plain.append(scalar)
            }
        }
        guard hasMore else { return String(plain) }
        return String(plain).split(separator: " ").map(word).joined(separator: " ")
    }

    private static func isOther(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x370 && scalar.properties.isAlphabetic && LatinLetters.letters(scalar, .bare) == nil
    }

    private static func word(_ word: Substring) -> String {
        arabic[String(word)] ?? String(word).applyingTransform(.toLatin, reverse: false) ?? String(word)
    }

    private static let arabic: [String: String] = {
        var names: [String: String] = [:]
        for line in arabicTable.split(separator: "\n") {
            let forms = line.split(separator: " ")
            guard let latin = forms.first else { continue }
            for form in forms.dropFirst() { names[String(form)] = String(latin) }
        }
        return names
    }()

    private static let arabicTable = """
        MUHAMMAD محمد
        AHMAD أحمد احمد
        MAHMUD محمود
        HASAN حسن
        HUSAIN حسين
        ALI علي
        UMAR عمر
        UTHMAN عثمان
        KHALID خالد
        ABD عبد
        ALLAH الله
        ABDULLAH عبدالله
        ABDURRAHMAN عبدالرحمن
        YUSUF يوسف
        IBRAHIM إبراهيم ابراهيم
        ISMAIL إسماعيل اسماعيل
        FATIMAH فاطمة
        AISHAH عائشة
        MARYAM مريم
        KHADIJAH خديجة
        SAID سعيد
        SAAD سعد
        KARIM كريم
        SALMAN سلمان
        SULAIMAN سليمان
        MUSTAFA مصطفى
        SALIH صالح
        NASIR ناصر
        FAISAL فيصل
        SULTAN سلطان
        BIN بن
        BINT بنت
        AL آل
        """

    private static let cyrillic: [Unicode.Scalar: String] = {
        var letters: [Unicode.Scalar: String] = [:]
        for pair in table.split(whereSeparator: \.isWhitespace) {
            guard let letter = pair.unicodeScalars.first else { continue }
            let latin = String(pair.dropFirst())
            for form in [String(letter), String(letter).lowercased()] {
                if let scalar = form.unicodeScalars.first { letters[scalar] = latin }
            }
        }
        return letters
    }()

    private static let table = """
        АA БB ВV ГG ДD ЕE ЁE ЖZH ЗZ ИI ЙI КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХKH ЦTS ЧCH ШSH ЩSHCH ЪIE ЫY Ь ЭE ЮIU ЯIA
        ЂD ЃG ЄIE ЅDZ ІI ЇI ЈJ ЉLJ ЊNJ ЋC ЌK ЎU ЏDZ ҐG ҒF ҚQ ҢN ҮU ҰU ӘA ӨO ҺH
        """
}
