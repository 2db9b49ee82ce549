// SPDX-License-Identifier: Apache-2.0

/// Cuts a document into tags, texts and comments, one at a time; a strict small part of XML 1.0.
///
/// It never follows anything: a DOCTYPE or an entity that is not predefined ends the document. What is only
/// malformed (a lost bracket, a bare ampersand) is passed over and counted.
struct XMLScanner {
    enum Token {
        /// `<?xml ... ?>` or another instruction.
        case instruction(Range<Int>, isDeclaration: Bool)
        case comment(Range<Int>)
        case start(XMLTag)
        case end(name: Range<Int>, tag: Range<Int>)
        /// Text between tags; literal where it comes from CDATA.
        case text(Range<Int>, isLiteral: Bool)
        /// Bytes that are no markup although they begin like it.
        case malformed(Range<Int>)
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let limits: XMLLimits
    var position: Int
    /// The attributes of the start tag read last.
    private(set) var attributes: [XMLAttribute] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, limits: XMLLimits = .standard) {
        self.bytes = bytes
        self.position = position
        self.limits = limits
    }

    /// The next token; nil at the end of the input.
    mutating func next() throws(XMLRefusal) -> Token? {
        guard position < bytes.count else { return nil }
        let start = position
        guard bytes[start] == UInt8(ascii: "<") else { return try text() }
        guard start + 1 < bytes.count else {
            position = bytes.count
            return .malformed(start..<bytes.count)
        }
        switch bytes[start + 1] {
        case UInt8(ascii: "?"):
            let end = find("?>", from: start + 2) ?? bytes.count
            position = min(end + 2, bytes.count)
            return .instruction(start..<position, isDeclaration: begins("<?xml", at: start) && isBlank(start + 5))
        case UInt8(ascii: "!"):
            if begins("<!--", at: start) {
                let end = find("-->", from: start + 4) ?? bytes.count
                position = min(end + 3, bytes.count)
                return .comment((start + 4)..<max(start + 4, end))
            }
            if begins("<![CDATA[", at: start) {
                let end = find("]]>", from: start + 9) ?? bytes.count
                position = min(end + 3, bytes.count)
                guard end - start <= limits.valueBytes else { throw .valueTooLong }
                return .text((start + 9)..<max(start + 9, end), isLiteral: true)
            }
            if begins("<!D", at: start) || begins("<!d", at: start) { throw .documentType }
            if begins("<!E", at: start) || begins("<!N", at: start) || begins("<!A", at: start) { throw .entity }
            return malformed(from: start)
        case UInt8(ascii: "/"): return try endTag(start)
        case let byte where XMLScanner.isNameStart(byte): return try startTag(start)
        default: return malformed(from: start)
        }
    }

    private mutating func text() throws(XMLRefusal) -> Token {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
            if bytes[position] == UInt8(ascii: "&") { try check(at: position) }
            position += 1
        }
        guard position - start <= limits.valueBytes else { throw .valueTooLong }
        return .text(start..<position, isLiteral: false)
    }

    private func check(at place: Int) throws(XMLRefusal) {
        if case .refused(let refusal) = XMLReference(bytes, place, limit: bytes.count) { throw refusal }
    }

    private mutating func endTag(_ start: Int) throws(XMLRefusal) -> Token {
        position = start + 2
        let name = try name()
        skipBlanks()
        guard !name.isEmpty, position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
            return malformed(from: start)
        }
        position += 1
        return .end(name: name, tag: start..<position)
    }

    private mutating func startTag(_ start: Int) throws(XMLRefusal) -> Token {
        position = start + 1
        attributes.removeAll(keepingCapacity: true)
        let name = try name()
        var isOdd = false
        while true {
            let before = position
            skipBlanks()
            guard position < bytes.count else { return malformed(from: start) }
            switch bytes[position] {
            case UInt8(ascii: ">"):
                position += 1
                return .start(XMLTag(name: name, range: start..<position, isEmpty: false, isOdd: isOdd))
            case UInt8(ascii: "/"):
                position += 1
                guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { continue }
                position += 1
                return .start(XMLTag(name: name, range: start..<position, isEmpty: true, isOdd: isOdd))
            case UInt8(ascii: "<"):
                // The tag was never closed; what it said so far stands.
                return .start(XMLTag(name: name, range: start..<position, isEmpty: false, isOdd: true))
            default:
                let isAttribute = try attribute()
                if !isAttribute || before == position { isOdd = true }
            }
        }
    }

    /// `name="value"`; false where something is amiss, having moved on at least a byte.
    private mutating func attribute() throws(XMLRefusal) -> Bool {
        let name = try name()
        guard !name.isEmpty else {
            position += 1
            return false
        }
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return false }
        position += 1
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else { return false }
        let quote = bytes[position]
        let start = position + 1
        var end = start
        while end < bytes.count, bytes[end] != quote, bytes[end] != UInt8(ascii: "<") {
            if bytes[end] == UInt8(ascii: "&") { try check(at: end) }
            end += 1
        }
        guard end - start <= limits.valueBytes else { throw .valueTooLong }
        let isClosed = end < bytes.count && bytes[end] == quote
        position = isClosed ? end + 1 : end
        guard attributes.count < limits.attributesPerElement else { throw .tooManyAttributes }
        attributes.append(XMLAttribute(name: local(name), value: start..<end))
        return isClosed
    }

    private mutating func name() throws(XMLRefusal) -> Range<Int> {
        let start = position
        while position < bytes.count, XMLScanner.isNameByte(bytes[position]) { position += 1 }
        guard position - start <= limits.nameBytes else { throw .nameTooLong }
        return start..<position
    }

    /// Markup that is none goes up to the next bracket.
    private mutating func malformed(from start: Int) -> Token {
        position = start + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .malformed(start..<position)
    }
}

/// A start tag.
struct XMLTag {
    let name: Range<Int>
    let range: Range<Int>
    let isEmpty: Bool
    /// Whether something in it is not well formed.
    let isOdd: Bool
}

/// An attribute: its name without prefix, its value as scanned.
struct XMLAttribute {
    let name: Range<Int>
    let value: Range<Int>
}

extension XMLScanner {
    /// Letters, `_`, `:` and everything beyond ASCII.
    static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        isNameStart(byte) || byte &- 48 <= 9 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// A name without its prefix.
    func local(_ name: Range<Int>) -> Range<Int> {
        guard let colon = name.last(where: { bytes[$0] == UInt8(ascii: ":") }) else { return name }
        return (colon + 1)..<name.upperBound
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private func isBlank(_ at: Int) -> Bool { at < bytes.count && bytes[at] <= 0x20 }

    func begins(_ text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        for index in 0..<text.utf8CodeUnitCount where bytes[place + index] != text.utf8Start[index] { return false }
        return true
    }

    private func find(_ text: StaticString, from: Int) -> Int? {
        var at = from
        let last = bytes.count - text.utf8CodeUnitCount
        while at <= last {
            if bytes[at] == text.utf8Start[0], begins(text, at: at) { return at }
            at += 1
        }
        return nil
    }
}
