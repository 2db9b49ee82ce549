// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Which reader reads which message type: a new type is one more case here.
enum MessageReaders {
    /// Reads the message whose UNH the cursor stands on, up to its end.
    static func read(_ cursor: inout MessageCursor, header: MessageHeader, into message: inout ReceivedMessage) {
        switch header.type {
        case "PAXLST": PaxlstReader.read(&cursor, header: header, into: &message)
        case "PNRGOV": PnrgovReader.read(&cursor, header: header, into: &message)
        default: readRarer(&cursor, header: header, into: &message)
        }
        message.version.take(header.version)
        message.reference.take(header.reference)
        message.sender.take(header.sender)
        message.recipient.take(header.recipient)
        message.preparedAt = header.preparedAt
        if !header.hasInterchangeHeader {
            message.warn(.interchangeHeaderMissing, segment: nil, "message without UNB")
        }
    }

    /// Passes over a message, letting the edge filter see it.
    static func skip(_ cursor: inout MessageCursor) -> ReceivedMessage {
        while cursor.nextInMessage() { cursor.filterFreeText() }
        return ReceivedMessage(kind: .unknown)
    }

    @inline(never)
    private static func readRarer(
        _ cursor: inout MessageCursor, header: MessageHeader, into message: inout ReceivedMessage
    ) {
        switch header.type {
        case "CUSRES": CusresReader.read(&cursor, header: header, into: &message)
        case "ACKRES": AckresReader.read(&cursor, header: header, into: &message)
        case "GOVREQ":
            // The voyage and the bookings that a state asks for stand where a PNRGOV has them.
            PnrgovReader.read(&cursor, header: header, into: &message)
            message.kind = .govreq
            message.effect = .request
        default:
            message = skip(&cursor)
            message.warn(.unknownMessageType, segment: cursor.firstNumber, "message type not known; kept, not decoded")
        }
    }

    /// Compares the UNT with what was read, and the totals where the message is whole.
    static func check(
        _ message: inout ReceivedMessage, unt cursor: borrowing MessageCursor, header: MessageHeader, unh: Int
    ) {
        let found = cursor.number - unh + 1
        if let count = cursor.scanner.value(1).trimmed.number, count != found {
            message.warn(.segmentCount, segment: cursor.number, "UNT says \(count) segments, \(found) found")
        }
        if let reference = cursor.scanner.value(2).upper, reference != header.messageReference {
            message.warn(.referenceMismatch, segment: cursor.number, "UNT repeats another reference than UNH gave")
        }
        if !header.isPartial { checkTotals(&message, at: cursor.number) }
    }

    static func checkTotals(_ message: inout ReceivedMessage, at segment: Int?) {
        let found = message.foundTotal
        guard let declared = message.declaredTotal, declared != found else { return }
        message.warn(.totalMismatch, segment: segment, "\(declared) declared, \(found) found")
    }
}
