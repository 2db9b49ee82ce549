// SPDX-License-Identifier: Apache-2.0

/// `<?xml version="1.0" encoding="UTF-8"?>`.
enum XMLDeclaration {
    /// The next declaration that begins before `limit`.
    static func next(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, before limit: Int = .max) -> Int? {
        let scanner = XMLScanner(bytes, at: 0)
        var at = from
        let end = min(limit, bytes.count - 5)
        while at < end {
            if bytes[at] == UInt8(ascii: "<"), scanner.begins("<?xml", at: at), bytes[at + 5] <= 0x20 { return at }
            at += 1
        }
        return nil
    }

    /// Whether the document is ISO 8859-1; throws where it is anything that we do not read.
    static func isLatin(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isWide: Bool
    ) throws(XMLRefusal) -> Bool {
        guard next(bytes, from: start, before: start + 1) == start else { return false }
        let line = bytes[start..<min(start + 200, bytes.count)].prefix { $0 != UInt8(ascii: ">") }
        let text = String(decoding: line, as: UTF8.self).uppercased()
        guard let key = text.ranges(of: "ENCODING").first else { return false }
        let value = text[key.upperBound...].drop { $0 == " " || $0 == "=" }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return false }
        switch String(value.dropFirst().prefix { $0 != quote }) {
        case "UTF-8", "UTF8", "US-ASCII", "ASCII": return false
        // The name of the encoding stays when a gateway rewrites the bytes.
        case "UTF-16", "UTF-16LE", "UTF-16BE": return false
        case "ISO-8859-1", "ISO8859-1", "LATIN1", "LATIN-1", "WINDOWS-1252", "CP1252": return !isWide
        default: throw .encoding
        }
    }
}
