// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The fields of a form, from a body of `application/x-www-form-urlencoded` or `multipart/form-data`.
struct Form: Sendable {
    /// The most fields that a form may have.
    static let fieldLimit = 200

    private var values: [String: [String]] = [:]
    private var files: [String: [Upload]] = [:]

    /// An uploaded file with the last part of its name, 60 characters at most.
    struct Upload: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    init() {}

    /// Reads a body; parts beyond the limit and what cannot be read are left out.
    init(body: [UInt8], contentType: String) {
        guard contentType.hasPrefix("multipart/form-data") else {
            self.init(urlEncoded: String(decoding: body, as: UTF8.self))
            return
        }
        self.init()
        if let boundary = Form.boundary(contentType) { readParts(body, boundary: boundary) }
    }

    /// Reads `a=1&b=2` as of a query or body.
    init(urlEncoded text: String) {
        for pair in text.split(separator: "&").prefix(Form.fieldLimit) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Form.decoded(parts[0]), let value = parts.count > 1 ? Form.decoded(parts[1]) : "" else {
                continue
            }
            values[name, default: []].append(value)
        }
    }

    /// The first value of a field, blanks at both ends taken away; nil when it is missing or empty.
    subscript(_ name: String) -> String? {
        guard var value = values[name]?.first?[...] else { return nil }
        while value.first?.isWhitespace ?? false { value.removeFirst() }
        while value.last?.isWhitespace ?? false { value.removeLast() }
        return value.isEmpty ? nil : String(value)
    }

    /// The first value as typed, for passwords.
    func verbatim(_ name: String) -> String? { values[name]?.first }

    /// All values of a repeated field, empty ones included.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// An uploaded file.
    func file(_ name: String) -> [UInt8]? { files[name]?.last?.bytes }

    /// All files of a field in which several may be chosen; an empty choice is none.
    func uploads(_ name: String) -> [Upload] { (files[name] ?? []).filter { !$0.bytes.isEmpty || !$0.name.isEmpty } }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(32)
            case UInt8(ascii: "%"):
                guard let a = rest.popFirst().flatMap(nibble), let b = rest.popFirst().flatMap(nibble) else {
                    return nil
                }
                bytes.append(a << 4 | b)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension Form {
    private static func boundary(_ contentType: String) -> [UInt8]? {
        guard let range = contentType.range(of: "boundary=") else { return nil }
        let raw = contentType[range.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        return (1...70).contains(raw.utf8.count) ? Array(("--" + raw).utf8) : nil
    }

    private mutating func readParts(_ body: [UInt8], boundary: [UInt8]) {
        var starts: [Int] = []
        var at = 0
        while let found = Form.find(boundary, in: body, from: at), starts.count <= Form.fieldLimit {
            starts.append(found)
            at = found + boundary.count
        }
        for (index, start) in starts.enumerated() where index + 1 < starts.count {
            let head = start + boundary.count + 2
            guard let blank = Form.find([13, 10, 13, 10], in: body, from: head), blank < starts[index + 1] else {
                continue
            }
            let header = String(decoding: body[min(head, blank)..<blank], as: UTF8.self)
            let content = Array(body[(blank + 4)..<max(blank + 4, starts[index + 1] - 2)])
            guard let name = Form.parameter("name", of: header) else { continue }
            if let file = Form.parameter("filename", of: header) {
                let last = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
                files[name, default: []].append(Upload(name: String(last.prefix(60)), bytes: content))
            } else if let text = String(validating: content, as: UTF8.self) {
                values[name, default: []].append(text)
            }
        }
    }

    private static func parameter(_ name: String, of header: String) -> String? {
        guard let range = header.range(of: " \(name)=\"") else { return nil }
        return String(header[range.upperBound...].prefix { $0 != "\"" })
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        var at = from
        while at <= bytes.count - needle.count {
            if bytes[at] == first, bytes[at..<(at + needle.count)].elementsEqual(needle) { return at }
            at += 1
        }
        return nil
    }
}
