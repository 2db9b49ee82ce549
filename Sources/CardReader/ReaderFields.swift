// SPDX-License-Identifier: Apache-2.0

/// The `key=value` fields of a line, percent-coded: each byte but `A-Z a-z 0-9 - . _ ~` as `%XX` (RFC 3986, 2.1).
struct ReaderFields {
    private var values: [String: String] = [:]

    /// - Parameter known: the fields that the word may have.
    init(_ parts: some Sequence<ArraySlice<UInt8>>, known: Set<String>) throws(ReaderLineError) {
        for part in parts {
            guard let mark = part.firstIndex(of: UInt8(ascii: "=")) else { throw .badCoding }
            let key = String(decoding: part[..<mark], as: UTF8.self)
            guard known.contains(key) else { throw .unknownField }
            guard values[key] == nil else { throw .repeatedField }
            values[key] = try Self.decoded(part[(mark + 1)...])
        }
    }

    /// The value of a field that must be there.
    func required(_ key: String) throws(ReaderLineError) -> String {
        guard let value = values[key] else { throw .missingField }
        return value
    }

    subscript(key: String) -> String? { values[key] }

    static func decoded(_ bytes: ArraySlice<UInt8>) throws(ReaderLineError) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
                else { throw .badCoding }
                plain.append(high * 16 + low)
                index += 3
            } else {
                guard isPlain(bytes[index]) else { throw .badCoding }
                plain.append(bytes[index])
                index += 1
            }
        }
        guard let text = String(validating: plain, as: UTF8.self) else { throw .badCoding }
        return text
    }

    static func coded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
