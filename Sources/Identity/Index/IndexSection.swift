// SPDX-License-Identifier: Apache-2.0

/// The parts of a population index file; the header says where each lies.
///
/// Rows are residents sorted by birth date, then by the packed number of ``niks``; a row number is a resident's place in
/// that order. All numbers are little-endian.
enum IndexSection: Int, CaseIterable {
    /// First row of each day from ``IndexLayout/firstDay`` on, `UInt32`, one more than there are days.
    case days
    /// Packed number of each row, `UInt32`: see ``PackedNIK``.
    case niks
    /// Numbers that do not follow from date and sex, `UInt64` each, the highest bit set for women.
    case oddNIKs
    /// Rows of the odd numbers sorted by number: `UInt64` number, `UInt64` row.
    case oddOrder
    /// Region codes, sorted, `UInt32`.
    case regions
    /// Index of the region of residence of each row, `UInt16`.
    case homes
    /// Place of birth and relation of each row, `UInt32`: place << 4 | relation.
    case places
    /// Index of the family card of each row, `UInt32`.
    case households
    /// Family card numbers, sorted, `UInt64`.
    case cards
    /// First place of each family card in ``members``, `UInt32`, one more than there are cards.
    case memberStarts
    /// Rows by family card, `UInt32`.
    case members
    /// Where the names of each sixteenth row begin in ``names``, in steps of four bytes, `UInt32`.
    case nameStarts
    /// Names and fathers' names: a byte of two counts, then a token number each in base 128.
    case names
    /// Printed tokens of names: `UInt32` offsets, one more than tokens, and bytes.
    case tokenStarts
    case tokenBytes
    /// The comparable word of each token, `UInt32`, 0 for none.
    case tokenWords
    /// Comparable words: offsets of letters and folded letters, two `UInt32` each, one pair more than words, and bytes.
    case wordStarts
    case wordBytes
    /// Family, class of equal folds and number of residents of each word, three `UInt32`.
    case wordFacts
    /// Number of residents of each class of equal folds, `UInt32`.
    case classCounts
    /// Places of birth: offsets, bytes and numbers of residents.
    case placeStarts
    case placeBytes
    case placeCounts
    /// A mask of the classes of each row's words, and of the father's where the row has one word, `UInt32`.
    case signatures
    /// Rows by pairs of classes: first place of each bucket in ``pairRows``, and rows, `UInt32`.
    case pairStarts
    case pairRows
    /// The place that most people numbered in the regency of each region were born in, `UInt32`: the regency's name.
    case regionPlaces
    /// A table of words by the hash of their folds, open addressing, `UInt32` word numbers, 0 for free.
    case foldSlots
}

/// What holds for the whole file.
enum IndexLayout {
    static let magic: UInt64 = 0x4950_5441_4D52_4543  // "CERMATPI"
    static let version: UInt32 = 2
    static let headerBytes = 4096
    /// The first day that a resident may be born on, 1 January 1850, in days since 1970.
    static let firstDay = -43_829
    /// The days up to the end of 2099.
    static let dayCount = 91_311
    /// What the entries of `nameStarts` are multiplied by: bytes of names may be more than `UInt32` counts.
    static let nameUnit = 4
    /// Rows between two entries of `nameStarts`.
    static let nameStride = 16
}

/// A NIK in the thirty-two bits of a row whose birth date and sex it agrees with: region index and serial. A number that
/// does not agree has the highest bit set and is an index of the odd numbers.
enum PackedNIK {
    static let oddFlag: UInt32 = 1 << 31
    static let femaleFlag: UInt32 = 1 << 30

    static func pack(region: Int, serial: Int, isFemale: Bool) -> UInt32 {
        (isFemale ? femaleFlag : 0) | UInt32(region) << 14 | UInt32(serial)
    }

    static func region(_ packed: UInt32) -> Int { Int(packed >> 14 & 0xFFFF) }
    static func serial(_ packed: UInt32) -> Int { Int(packed & 0x3FFF) }
}
