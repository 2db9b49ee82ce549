// SPDX-License-Identifier: Apache-2.0

/// Characters that cameras and hands take for each other.
enum MRZLikeness {
    /// The digit that a letter is taken from.
    static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"), UInt8(ascii: "U"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        case UInt8(ascii: "Z"): UInt8(ascii: "2")
        case UInt8(ascii: "S"): UInt8(ascii: "5")
        case UInt8(ascii: "G"): UInt8(ascii: "6")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        default: nil
        }
    }

    /// The letter that a digit is taken from where no check digit tells.
    static func letter(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0"): UInt8(ascii: "O")
        case UInt8(ascii: "1"): UInt8(ascii: "I")
        case UInt8(ascii: "2"): UInt8(ascii: "Z")
        case UInt8(ascii: "5"): UInt8(ascii: "S")
        case UInt8(ascii: "6"): UInt8(ascii: "G")
        case UInt8(ascii: "8"): UInt8(ascii: "B")
        default: nil
        }
    }

    /// Everything that a character may have been.
    static func others(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "0"): [UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D")]
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"): [UInt8(ascii: "0")]
        case UInt8(ascii: "1"): [UInt8(ascii: "I")]
        case UInt8(ascii: "I"): [UInt8(ascii: "1")]
        case UInt8(ascii: "2"): [UInt8(ascii: "Z")]
        case UInt8(ascii: "Z"): [UInt8(ascii: "2")]
        case UInt8(ascii: "5"): [UInt8(ascii: "S")]
        case UInt8(ascii: "S"): [UInt8(ascii: "5")]
        case UInt8(ascii: "6"): [UInt8(ascii: "G")]
        case UInt8(ascii: "G"): [UInt8(ascii: "6")]
        case UInt8(ascii: "8"): [UInt8(ascii: "B")]
        case UInt8(ascii: "B"): [UInt8(ascii: "8")]
        case UInt8(ascii: "K"): [UInt8(ascii: "<")]
        case UInt8(ascii: "<"): []
        default: []
        }
    }

    /// Letters that runs of fillers are read as.
    static func isFalseFiller(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "K") || byte == UInt8(ascii: "C") || byte == UInt8(ascii: "S") || byte == UInt8(ascii: "E")
    }
}
