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
        let input = input
        var joiner = PartJoiner()
        XMLInput.with(input.bindMemory(to: UInt8.self)) { source in
            var position = 0
            while let start = XMLWalker.documentStart(source.bytes, from: position) {
                quarantineStray(position..<start, source, body)
                position = readDocument(source, from: start) { unit, mark in
                    guard let mark else { return body(unit) }
                    joiner.add(PartJoiner.Part(unit: unit, mark: mark), in: input) {
                        var index = PartIndex()
                        XMLWalker.forEachPart(in: source) { index.note($0, at: $1) }
                        return index
                    }.forEach(body)
                }
            }
            quarantineStray(position..<source.bytes.count, source, body)
        }
        joiner.unfinished(input: input).forEach(body)
        // Too little to be anything, and yet somebody sent it.
        if isEmpty { take(.quarantined("markup without a document", 0..<input.count, in: input)) }
    }

    /// The next `<` that may begin a document.
    private static func documentStart(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
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
    private func readDocument(
        _ source: XMLInput, from start: Int, _ give: (DecodedUnit, PartMark?) -> Void
    ) -> Int {
        func body(_ unit: DecodedUnit) { give(unit, nil) }
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
            let mark = tree.partMark
            reader.read(tree) { unit in
                guard let mark, unit.message.status != .quarantined else { return body(unit) }
                var part = unit
                // A number of bookings that this part holds counts this part, any other all of them.
                if part.message.declaredTotal == part.message.foundTotal { part.message.declaredTotal = nil }
                give(part, mark)
            }
            return max(tree.range.upperBound, start + 1)
        } catch {
            // Where it ends cannot be known: the next declaration begins another.
            let end = XMLDeclaration.next(bytes, from: start + 5) ?? bytes.count
            body(.quarantined(error.reason, source.source(start..<end), in: input))
            return end
        }
    }
}

extension XMLWalker {
    /// Calls `body` with every part of a divided message and where it begins in the input.
    static func forEachPart(in bytes: UnsafeBufferPointer<UInt8>, _ body: (PartMark, Int) -> Void) {
        XMLInput.with(bytes) { forEachPart(in: $0, body) }
    }

    private static func forEachPart(in source: XMLInput, _ body: (PartMark, Int) -> Void) {
        var position = 0
        while let start = documentStart(source.bytes, from: position) {
            do throws(XMLRefusal) {
                let isLatin = try XMLDeclaration.isLatin(source.bytes, at: start, isWide: source.isWide)
                guard
                    let tree = try XMLTree(
                        source.bytes, from: start, isLatin: isLatin, leaves: PnrgovDocument.leaves, limits: .standard)
                else { return }
                if let mark = tree.partMark { body(mark, source.source(start..<start).lowerBound) }
                position = max(tree.range.upperBound, start + 1)
            } catch {
                position = XMLDeclaration.next(source.bytes, from: start + 5) ?? source.bytes.count
            }
        }
    }
}
