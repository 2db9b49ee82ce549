// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Walks over the segments of one message: numbers them, stops at its end, and lets the edge filter see free text.
struct MessageCursor: ~Copyable {
    var scanner: SegmentScanner
    /// The number of the current segment in the message's own bytes, its UNB being 1.
    var number = 0
    /// The number of the message's UNH.
    var firstNumber = 0
    /// The start of another interchange that the current segment is or contains.
    var cut: InterchangeStart?
    /// What the edge filter found in the current message.
    var findings = FilterFindings()
    /// Where readers build travellers, bookings, and the flights and documents of one of them.
    let people = SlotBuffer<ReceivedTraveller>()
    let bookings = SlotBuffer<ReceivedBooking>()
    let flights = SlotBuffer<ReceivedFlight>()
    let documents = SlotBuffer<ReceivedDocument>()
    /// Keyed tokens of card numbers by their offset in the bytes read.
    let cardTokens: [Int: String]

    init(_ bytes: UnsafeBufferPointer<UInt8>, cardTokens: [Int: String]) {
        scanner = SegmentScanner(bytes)
        self.cardTokens = cardTokens
    }

    deinit {
        people.free()
        bookings.free()
        flights.free()
        documents.free()
    }

    /// Moves to the next segment; false at the input's end or where another interchange begins. Either way ``number``
    /// is one more than that of the last segment before.
    @inline(__always)
    mutating func advance() -> Bool {
        guard scanner.next() else {
            number &+= 1
            return false
        }
        number &+= 1
        return scanner.isUsual || !isCut()
    }

    /// Whether nothing is left before another interchange. A segment that swallowed its start is read up to there.
    private mutating func isCut() -> Bool {
        guard cut == nil, let found = InterchangeSegments.search(scanner) else { return cut != nil }
        cut = found
        return !InterchangeSegments.standsAlone(&scanner, before: found)
    }

    /// Moves to the next segment of the message; false once a service segment or the end is reached, on which the
    /// cursor stays.
    @inline(__always)
    mutating func nextInMessage() -> Bool {
        guard scanner.next() else { return false }
        number &+= 1
        return scanner.isPlain || isInside()
    }

    /// Whether a segment that asks for a second look belongs to the message.
    @inline(never)
    private mutating func isInside() -> Bool { (scanner.isUsual || !isCut()) && !isService() }

    /// The values of the current segment.
    @inline(__always)
    var segment: SegmentView { mutating get { scanner.view(number: number) } }

    /// Whether the current segment belongs to an envelope; `UNS` does not.
    func isService() -> Bool {
        switch scanner.tag {
        case SegmentTag.unb, SegmentTag.ung, SegmentTag.unh, SegmentTag.unt, SegmentTag.une, SegmentTag.unz,
            SegmentTag.una:
            return true
        default: return false
        }
    }

    /// Lets the edge filter overwrite what must not be kept in the current segment.
    @inline(__always)
    mutating func filterFreeText() { FreeTextFilter.inspect(&scanner, &findings) }

    /// The keyed token of a card number that begins at `view`.
    mutating func token(of view: EdifactBytes) -> String? {
        cardTokens.isEmpty ? nil : cardTokens[scanner.rawOffset(of: view)]
    }

    /// Warns of what the scanner noticed about the current segment.
    @inline(__always)
    mutating func noteTroubles(in message: inout ReceivedMessage) {
        if scanner.isTroubled { describeTroubles(&message) }
    }

    @inline(never)
    private mutating func describeTroubles(_ message: inout ReceivedMessage) {
        if scanner.flags.contains(.danglingRelease) {
            message.warn(.danglingRelease, segment: number, "release character with nothing behind it, kept as text")
        }
        if !scanner.flags.isDisjoint(with: [.tooLong, .tooMany]) {
            message.warn(.segmentTooLong, segment: number, "segment exceeds the limits of length or of components")
        }
        if scanner.tag == 0 {
            message.warn(.unreadableSegment, segment: number, "no segment tag of three letters")
        }
    }
}
