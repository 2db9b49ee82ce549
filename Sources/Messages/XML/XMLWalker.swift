// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// Walks through the documents of an input and hands out their messages.
struct XMLWalker {
    private let input: UnsafeRawBufferPointer
    private let cardTokens: [Int: String]
    private let limits: XMLLimits

    /// Less than this between documents is a trailer of the transport.
    private static var leastStrayBytes: Int { 40 }

    init(_ input: UnsafeRawBufferPointer, cardTokens: [Int: String], limits: XMLLimits = .standard) {
        self.input = input
        self.cardTokens = cardTokens
        self.limits = limits
    }

    func walk(_ take: (DecodedUnit) -> Void) {
        var isEmpty = true
        func body(_ unit: DecodedUnit) {
            isEmpty = false
            take(unit)
        }
        XMLInput.with(input.bindMemory(to: UInt8.self)) { source in
            var position = 0
            while let start = documentStart(source.bytes, from: position) {
                quarantineStray(position..<start, source, body)
                position = readDocument(source, from: start, body)
            }
            quarantineStray(position..<source.bytes.count, source, body)
        }
        // Too little to be anything, and yet somebody sent it.
        if isEmpty { take(.quarantined("markup without a document", 0..<input.count, in: input)) }
    }

    /// The next `<` that may begin a document.
    private func documentStart(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        var at = from
        while at + 1 < bytes.count {
            if bytes[at] == UInt8(ascii: "<") {
                let next = bytes[at + 1]
                if XMLScanner.isNameStart(next) || next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { return at }
            }
            at += 1
        }
        return nil
    }

    private func quarantineStray(_ range: Range<Int>, _ source: XMLInput, _ body: (DecodedUnit) -> Void) {
        let visible = range.reduce(0) { $0 + (source.bytes[$1] > 0x20 ? 1 : 0) }
        guard visible >= XMLWalker.leastStrayBytes else { return }
        body(.quarantined("bytes between documents are no message", source.source(range), in: input))
    }

    /// Reads one document; gives the place behind it.
    private func readDocument(_ source: XMLInput, from start: Int, _ body: (DecodedUnit) -> Void) -> Int {
        let bytes = source.bytes
        do throws(XMLRefusal) {
            let isLatin = try XMLDeclaration.isLatin(bytes, at: start, isWide: source.isWide)
            guard
                let tree = try XMLTree(
                    bytes, from: start, isLatin: isLatin, leaves: PnrgovDocument.leaves, limits: limits)
            else {
                quarantineStray(start..<bytes.count, source, body)
                return bytes.count
            }
            let reader = PnrgovDocumentReader(source: source, input: input, cardTokens: cardTokens)
            reader.read(tree, body)
            return max(tree.range.upperBound, start + 1)
        } catch {
            // Where it ends cannot be known: the next declaration begins another.
            let end = XMLDeclaration.next(bytes, from: start + 5) ?? bytes.count
            body(.quarantined(error.reason, source.source(start..<end), in: input))
            return end
        }
    }
}

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
