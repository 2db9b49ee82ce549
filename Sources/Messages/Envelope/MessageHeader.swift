// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact

/// What UNB, UNG and UNH say about a message.
struct MessageHeader {
    var sender: String?
    var recipient: String?
    var preparedAt: CivilDateTime?
    /// The message type in upper case, `PAXLST`.
    var type = ""
    var version: String?
    var messageReference: String?
    /// UNH 3, which the parts of one message share.
    var commonReference: String?
    /// The number of this part, 1 for a message of one part.
    var part = 1
    /// Whether this is the first, a middle or the final part.
    var isFinalPart = true
    var hasInterchangeHeader = false

    var isPartial: Bool { !(part == 1 && isFinalPart) }
    var reference: String? { commonReference ?? messageReference }

    /// Begins anew where the segment is an interchange's first, for readers that see nothing but segments.
    mutating func noteInterchange(_ scanner: borrowing SegmentScanner) {
        guard scanner.tag == SegmentTag.unb || scanner.tag == 0, scanner.start + 3 <= scanner.bytes.count,
            zip(scanner.bytes[scanner.start..<(scanner.start + 3)], "UNB".utf8).allSatisfy({ upperCased($0) == $1 })
        else { return }
        self = MessageHeader()
        readInterchange(scanner)
    }

    /// Reads a UNB; one whose element separator is not that of the interchange says nothing.
    mutating func readInterchange(_ scanner: borrowing SegmentScanner) {
        guard scanner.tag == SegmentTag.unb, scanner.componentCount(0) <= 1, scanner.elementCount > 1 else { return }
        hasInterchangeHeader = true
        sender = scanner.value(2).upper
        recipient = scanner.value(3).upper
        preparedAt = MessageHeader.time(scanner.value(4, 1), scanner.value(4, 2))
    }

    mutating func readMessage(_ scanner: borrowing SegmentScanner) {
        messageReference = scanner.value(1).upper
        type = scanner.value(2, 1).upper ?? ""
        let version = scanner.value(2, 2).trimmed
        let release = scanner.value(2, 3).trimmed
        self.version =
            version.isEmpty && release.isEmpty ? nil : version.upperCasedText + ":" + release.upperCasedText
        commonReference = scanner.value(3).upper
        readPart(scanner)
    }

    /// UNH 4: `01:C` first, `02` middle, `03:F` final, `01:F` the only one. A lone `10:F` of a sender that numbers its
    /// messages cannot be told from a tenth part.
    private mutating func readPart(_ scanner: borrowing SegmentScanner) {
        part = 1
        isFinalPart = true
        guard let number = scanner.value(4, 1).trimmed.number, number >= 1, number <= 9_999 else { return }
        let mark = scanner.value(4, 2).trimmed.key
        part = number
        isFinalPart = mark == UInt32(UInt8(ascii: "F")) || (mark == 0 && number == 1)
    }

    /// `YYMMDD` or `CCYYMMDD` with `HHMM`; two-digit years are those from 1970 to 2069.
    private static func time(_ date: EdifactBytes, _ clock: EdifactBytes) -> CivilDateTime? {
        let day = date.trimmed
        let hours = clock.trimmed
        guard let a = day.pair(0), let b = day.pair(2), let c = day.pair(4) else { return nil }
        let civil: CivilDate?
        if day.count == 6 {
            civil = CivilDate(year: a < 70 ? 2000 + a : 1900 + a, month: b, day: c)
        } else if day.count == 8, let d = day.pair(6) {
            civil = CivilDate(year: a * 100 + b, month: c, day: d)
        } else {
            civil = nil
        }
        guard let civil else { return nil }
        return hours.clock(on: civil) ?? CivilDateTime(date: civil, hour: 0, minute: 0)
    }
}
