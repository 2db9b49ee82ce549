// SPDX-License-Identifier: Apache-2.0

/// Latin letters with marks, brought to A-Z.
///
/// Two ways are in use for the same letter: most people and registers drop the mark (Ø to O, Ü to U), while machine
/// readable zones may write two letters (ICAO Doc 9303 part 3, section 6: Ø to OE, Ü to UE). Both are offered.
enum LatinLetters {
    /// How a letter with a mark is written.
    enum Style {
        /// Without its mark.
        case bare
        /// As ICAO Doc 9303 part 3 recommends for the machine readable zone.
        case machineZone
    }

    /// One or two letters A-Z; `second` is 0 when there is one. Nil for what is no Latin letter.
    static func letters(_ scalar: Unicode.Scalar, _ style: Style) -> (first: UInt8, second: UInt8)? {
        let value = scalar.value
        if let two = twoLetters(value) { return two }
        if style == .machineZone, let two = machineZone(value) { return two }
        let letter: UInt8
        switch value {
        case 0x41...0x5A: letter = UInt8(value)
        case 0x61...0x7A: letter = UInt8(value - 32)
        case 0xC0...0x17F: letter = pick(latin1AndExtendedA, value - 0xC0)
        case 0x1C0...0x233: letter = pick(extendedB, value - 0x1C0)
        case 0x1E00...0x1EF9: letter = pick(additional, value - 0x1E00)
        case 0x18F, 0x259: letter = UInt8(ascii: "E")
        case 0x1A0, 0x1A1: letter = UInt8(ascii: "O")
        case 0x1AF, 0x1B0: letter = UInt8(ascii: "U")
        // Full-width forms, as East Asian systems send them.
        case 0xFF21...0xFF3A: letter = UInt8(value - 0xFF21) + UInt8(ascii: "A")
        case 0xFF41...0xFF5A: letter = UInt8(value - 0xFF41) + UInt8(ascii: "A")
        default: return nil
        }
        return letter == UInt8(ascii: ".") ? nil : (letter, 0)
    }

    /// Whether ``Style/machineZone`` writes this letter otherwise than ``Style/bare``.
    static func hasTwoStyles(_ scalar: Unicode.Scalar) -> Bool { machineZone(scalar.value) != nil }

    /// Marks that neither part a word nor count as letters: apostrophes, combining marks, joiners, soft hyphens.
    static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2B9...0x2C1, 0x2C8, 0x2018...0x201B, 0x2032, 0xFF07: true
        case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0xFEFF: true
        default: false
        }
    }

    private static func pick(_ table: StaticString, _ index: UInt32) -> UInt8 {
        table.withUTF8Buffer { $0[Int(index)] }
    }

    private static func twoLetters(_ value: UInt32) -> (first: UInt8, second: UInt8)? {
        switch value {
        case 0xC6, 0xE6, 0x1FC, 0x1FD: (UInt8(ascii: "A"), UInt8(ascii: "E"))
        case 0x152, 0x153: (UInt8(ascii: "O"), UInt8(ascii: "E"))
        case 0xDF, 0x1E9E: (UInt8(ascii: "S"), UInt8(ascii: "S"))
        case 0xDE, 0xFE: (UInt8(ascii: "T"), UInt8(ascii: "H"))
        case 0x132, 0x133: (UInt8(ascii: "I"), UInt8(ascii: "J"))
        case 0x14A, 0x14B: (UInt8(ascii: "N"), UInt8(ascii: "G"))
        default: nil
        }
    }

    private static func machineZone(_ value: UInt32) -> (first: UInt8, second: UInt8)? {
        switch value {
        case 0xC4, 0xE4: (UInt8(ascii: "A"), UInt8(ascii: "E"))
        case 0xC5, 0xE5: (UInt8(ascii: "A"), UInt8(ascii: "A"))
        case 0xD6, 0xF6, 0xD8, 0xF8: (UInt8(ascii: "O"), UInt8(ascii: "E"))
        case 0xDC, 0xFC: (UInt8(ascii: "U"), UInt8(ascii: "E"))
        default: nil
        }
    }

    // One letter a code point, a dot where there is none; made from the decompositions of Unicode 15.
    private static let latin1AndExtendedA: StaticString = """
        AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO.OUUUUYTYAAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIII\
        IIIIIIIIJJKKKLLLLLLLLLLNNNNNNNNNOOOOOOOORRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS
        """
    private static let extendedB: StaticString = """
        ....DDDLLLNNNAAIIOOUUUUUUUUUU.AAAA....GGKKOOOO..JDDDGG..NNAA....AAAAEEEEIIIIOOOORRRRUUUUSSTT..HH......AAEE\
        OOOOOOOOYY
        """
    private static let additional: StaticString = """
        AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMMMMMMNNNNNNNNOOOOOOOOPPPPRRRRRRRRSSSSSSSSSS\
        TTTTTTTTUUUUUUUUUUVVVVWWWWWWWWWWXXXXYYZZZZZZHTWYAS..S.AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEEEEEEEEEEIIIIOOOOOOOO\
        OOOOOOOOOOOOOOOOUUUUUUUUUUUUUUYYYYYYYY
        """
}
