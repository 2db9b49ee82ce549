// SPDX-License-Identifier: Apache-2.0

/// How the bytes of a table stand for letters.
public enum SheetEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
}

/// Decodes what spreadsheets write as text: UTF-8 and UTF-16, with a byte order mark or without, else Windows-1252.
public struct SheetText: Hashable, Sendable {
    public let encoding: SheetEncoding
    /// The text in UTF-8, without a byte order mark.
    public let bytes: [UInt8]

    /// - Throws: ``SheetRefusal`` for what is no text, is empty or is too large.
    public init(_ raw: [UInt8], limits: SheetLimits = SheetLimits()) throws(SheetRefusal) {
        guard raw.count <= limits.bytes else { throw .tooLarge(limitBytes: limits.bytes) }
        if raw.starts(with: [0x50, 0x4B, 0x03, 0x04]) || raw.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw .workbook
        }
        if raw.starts(with: [0x25, 0x50, 0x44, 0x46]) { throw .notText }
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
            (encoding, bytes) = try SheetText.utf8(raw[3...])
        } else if raw.starts(with: [0xFF, 0xFE]) {
            (encoding, bytes) = (.utf16LittleEndian, SheetText.utf16(raw[2...], isLittle: true))
        } else if raw.starts(with: [0xFE, 0xFF]) {
            (encoding, bytes) = (.utf16BigEndian, SheetText.utf16(raw[2...], isLittle: false))
        } else if let isLittle = SheetText.looksLikeUTF16(raw) {
            encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
            bytes = SheetText.utf16(raw[...], isLittle: isLittle)
        } else {
            (encoding, bytes) = try SheetText.utf8(raw[...])
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    }

    private static func utf8(_ raw: ArraySlice<UInt8>) throws(SheetRefusal) -> (SheetEncoding, [UInt8]) {
        guard !raw.prefix(4096).contains(0) else { throw .notText }
        if String(validating: raw, as: UTF8.self) != nil { return (.utf8, Array(raw)) }
        var text = String.UnicodeScalarView()
        for byte in raw { text.append(windows1252(byte)) }
        return (.windows1252, Array(String(text).utf8))
    }

    private static func utf16(_ raw: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(raw.count / 2)
        var i = raw.startIndex
        while i + 1 < raw.endIndex {
            let (a, b) = (UInt16(raw[i]), UInt16(raw[i + 1]))
            units.append(isLittle ? b << 8 | a : a << 8 | b)
            i += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Latin text in UTF-16 has a zero in nearly every second byte; nil where it has not.
    private static func looksLikeUTF16(_ raw: [UInt8]) -> Bool? {
        let sample = raw.prefix(2000)
        guard sample.count >= 8 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let half = sample.count / 2
        if zeros.odd * 10 >= half * 8, zeros.even * 10 <= half { return true }
        if zeros.even * 10 >= half * 8, zeros.odd * 10 <= half { return false }
        return nil
    }

    /// The upper controls of Windows-1252 (WHATWG Encoding, index windows-1252).
    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }
}

/// How much a table may hold.
public struct SheetLimits: Hashable, Sendable {
    public var bytes = 8 * 1024 * 1024
    public var rows = 20_000
    public var columns = 100
    /// The most characters of one cell that a value is read from.
    public var cellCharacters = 400

    public init() {}
}

/// Why bytes are no table that can be read.
public enum SheetRefusal: Error, Hashable {
    case empty
    /// An Excel or OpenDocument workbook, which is no text.
    case workbook
    case notText
    case tooLarge(limitBytes: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int)

    /// A stable code of a bounded set.
    public var code: String {
        switch self {
        case .empty: "empty"
        case .workbook: "workbook"
        case .notText: "not-text"
        case .tooLarge: "too-large"
        case .tooManyRows: "too-many-rows"
        case .tooManyColumns: "too-many-columns"
        }
    }

    /// The limit that was passed, where there is one.
    public var limit: Int? {
        switch self {
        case .tooLarge(let limit), .tooManyRows(let limit), .tooManyColumns(let limit): limit
        case .empty, .workbook, .notText: nil
        }
    }

    /// All codes.
    public static let codes = ["empty", "workbook", "not-text", "too-large", "too-many-rows", "too-many-columns"]
}
