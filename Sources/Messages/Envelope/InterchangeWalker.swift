// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Walks through the interchanges of an input and hands out their messages, the parts of one message joined.
struct InterchangeWalker: ~Copyable {
    private var cursor: MessageCursor
    private let input: UnsafeRawBufferPointer
    private let decoding: Bool
    private var joiner = PartJoiner()
    /// The message read last, kept so that its memory serves the next one.
    private var unit: DecodedUnit

    /// The envelope being read.
    private var header = MessageHeader()
    private var start = 0
    private var hasHeader = false
    /// The header that a further message of the interchange takes along; nil where it can't be read.
    private var headerRange: Range<Int>?
    private var groupRange: Range<Int>?
    /// A message that waits to see whether it is alone in its interchange.
    private var waiting: WaitingMessage?
    private var isAlone = true
    /// Where segments outside any message began.
    private var strayStart: Int?
    private var strayCount = 0

    /// Less than this between interchanges is a trailer of the transport, not a lost message.
    private static var leastStrayBytes: Int { 40 }

    init(_ input: UnsafeRawBufferPointer, decoding: Bool, cardTokens: [Int: String]) {
        self.input = input
        self.decoding = decoding
        unit = DecodedUnit(
            message: ReceivedMessage(kind: .unknown), pieces: [], findings: FilterFindings(), input: input)
        cursor = MessageCursor(input.bindMemory(to: UInt8.self), cardTokens: cardTokens)
    }

    mutating func walk(_ body: (DecodedUnit) -> Void) {
        var position = 0
        var next = InterchangeStart.next(in: cursor.scanner.bytes, from: 0)
        while let start = next {
            quarantineBetween(position..<start.start, body)
            next = readInterchange(start, body)
            position = cursor.scanner.end
            if let cut = next {
                position = cut.start
            } else {
                next = InterchangeStart.next(in: cursor.scanner.bytes, from: position)
            }
        }
        quarantineBetween(position..<cursor.scanner.bytes.count, body)
        for unit in joiner.unfinished(input: input) { body(unit) }
    }

    /// Reads one interchange; gives the start of another that interrupted it.
    private mutating func readInterchange(
        _ begin: InterchangeStart, _ body: (DecodedUnit) -> Void
    ) -> InterchangeStart? {
        cursor.scanner.restart(at: begin.header, separators: begin.separators)
        cursor.number = 0
        cursor.cut = nil
        header = MessageHeader()
        start = begin.start
        hasHeader = begin.hasHeader
        headerRange = nil
        groupRange = nil
        isAlone = true
        waiting = nil
        var found = 0
        if begin.hasHeader {
            guard cursor.scanner.next() else { return nil }
            cursor.number = 1
            header.readInterchange(cursor.scanner)
            // Without its header a message has standard separators, with one that shows others it might not.
            if header.hasInterchangeHeader {
                headerRange = (begin.isAdvised ? begin.start : begin.header)..<cursor.scanner.end
            }
        }
        var isPending = cursor.advance()
        var end = cursor.scanner.start
        while isPending {
            switch cursor.scanner.tag {
            case SegmentTag.unh:
                flushStray(before: cursor.scanner.start, body)
                if found > 0 { isAlone = false }
                release(upTo: nil, body)
                found += 1
                isPending = readMessage()
                end = waiting?.end ?? cursor.scanner.start
                continue
            case SegmentTag.ung:
                if found > 0 { flushStray(before: cursor.scanner.start, body) }
                groupRange = cursor.scanner.start..<cursor.scanner.end
            case SegmentTag.une, SegmentTag.unt:
                if found > 0 { flushStray(before: cursor.scanner.start, body) }
            case SegmentTag.unz:
                if found > 0 { flushStray(before: cursor.scanner.start, body) }
                end = cursor.scanner.end
                finish(found: found, end: end, body)
                return nil
            default: noteStray()
            }
            end = cursor.scanner.end
            isPending = cursor.advance()
        }
        if cursor.cut != nil { end = cursor.scanner.start }
        if let cut = cursor.cut { end = min(max(end, cursor.scanner.start), cut.start) }
        if found > 0 { flushStray(before: end, body) }
        finish(found: found, end: end, body)
        return cursor.cut
    }

    /// Hands out what the interchange still holds; one without any message is set aside.
    private mutating func finish(found: Int, end: Int, _ body: (DecodedUnit) -> Void) {
        if found == 0, hasHeader {
            strayStart = nil
            strayCount = 0
            body(.quarantined("interchange without a message", start..<max(start, end), in: input))
        }
        release(upTo: end, body)
    }

    /// Reads from UNH on; false when the input or the interchange ended.
    private mutating func readMessage() -> Bool {
        let unh = cursor.scanner.start
        // Numbers count through the message's own bytes: UNB, UNG, then UNH.
        if !isAlone { cursor.number = 1 + (headerRange == nil ? 0 : 1) + (groupRange == nil ? 0 : 1) }
        cursor.firstNumber = cursor.number
        cursor.findings = FilterFindings()
        var own = header
        own.readMessage(cursor.scanner)
        let numberOfHeader = cursor.number
        if decoding {
            MessageReaders.read(&cursor, header: own, into: &unit.message)
        } else {
            unit.message = MessageReaders.skip(&cursor)
        }
        var end = cursor.scanner.start
        let isEnded = cursor.scanner.tag == SegmentTag.unt
        if isEnded {
            end = cursor.scanner.end
            if decoding { MessageReaders.check(&unit.message, unt: cursor, header: own, unh: numberOfHeader) }
        } else if decoding {
            unit.message.warn(
                .messageEndMissing, segment: cursor.number - 1, "message without UNT, cut short or damaged")
        }
        swap(&unit.findings, &cursor.findings)
        waiting = WaitingMessage(header: own, unh: unh, end: end, group: groupRange, isFirst: isAlone)
        if isEnded { return cursor.advance() }
        return cursor.isService()
    }

    /// Hands out the waiting message: alone with the whole interchange up to `end`, else with an envelope of its own.
    private mutating func release(upTo end: Int?, _ body: (DecodedUnit) -> Void) {
        guard let message = waiting else { return }
        waiting = nil
        unit.pieces.removeAll(keepingCapacity: true)
        if message.isFirst {
            unit.pieces.append(start..<(isAlone ? max(message.end, end ?? message.end) : message.end))
        } else {
            if let headerRange { unit.pieces.append(headerRange) }
            if let group = message.group { unit.pieces.append(group) }
            unit.pieces.append(message.unh..<message.end)
        }
        guard message.header.isPartial else {
            body(unit)
            cursor.people.reclaim(&unit.message.travellers)
            cursor.bookings.reclaim(&unit.message.bookings)
            return
        }
        let part = PartJoiner.Part(unit: unit, mark: message.header.partMark)
        let input = input
        for joined in joiner.add(part, in: input, index: { PartIndex(interchanges: input) }) { body(joined) }
    }

    // MARK: What is no message

    private mutating func noteStray() {
        if strayStart == nil { strayStart = cursor.scanner.start }
        if cursor.scanner.tag != 0 { strayCount += 1 }
    }

    /// Segments outside any message: a message whose UNH was lost. A single one is junk of the transport.
    private mutating func flushStray(before end: Int, _ body: (DecodedUnit) -> Void) {
        guard let from = strayStart else { return }
        defer {
            strayStart = nil
            strayCount = 0
        }
        guard strayCount > 1, end > from else { return }
        release(upTo: from, body)
        isAlone = false
        body(.quarantined("segments outside any message", from..<end, in: input))
    }

    private mutating func quarantineBetween(_ range: Range<Int>, _ body: (DecodedUnit) -> Void) {
        guard range.count >= InterchangeWalker.leastStrayBytes, range.lowerBound > 0 else { return }
        let visible = range.reduce(0) { $0 + (cursor.scanner.bytes[$1] > 0x20 ? 1 : 0) }
        guard visible >= InterchangeWalker.leastStrayBytes, mayHoldMessage(range) else { return }
        body(.quarantined("bytes between interchanges are no message", range, in: input))
    }
}

extension InterchangeWalker {
    /// Whether bytes between interchanges may be more than a log's or a mail's lines: segments, marked-up text, or simply
    /// much of it.
    private func mayHoldMessage(_ range: Range<Int>) -> Bool {
        guard range.count <= InterchangeWalker.mostLogBytes else { return true }
        let bytes = cursor.scanner.bytes
        var segments = 0
        for i in range.dropLast(4) {
            if bytes[i] == UInt8(ascii: "<"), upperCased(bytes[i + 1]) &- 65 < 26 { return true }
            let tag =
                UInt32(upperCased(bytes[i])) << 16 | UInt32(upperCased(bytes[i + 1])) << 8
                | UInt32(upperCased(bytes[i + 2]))
            let isStart = i == range.lowerBound || upperCased(bytes[i - 1]) &- 65 >= 26
            let isEnd = bytes[i + 3] > 0x20 && bytes[i + 3] &- 48 >= 10 && upperCased(bytes[i + 3]) &- 65 >= 26
            if isStart, isEnd, Tag.isKnown(tag) { segments += 1 }
        }
        return segments > 1
    }

    /// No log writes more than this between two messages.
    private static var mostLogBytes: Int { 4_096 }
}

/// A message whose envelope is not yet known whole.
struct WaitingMessage {
    let header: MessageHeader
    let unh: Int
    let end: Int
    let group: Range<Int>?
    let isFirst: Bool
}
