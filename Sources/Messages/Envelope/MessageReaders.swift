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
        case "CUSRES": message = notDecoded(.cusres, &cursor)
        case "ACKRES": message = notDecoded(.ackres, &cursor)
        default: message = notDecoded(.unknown, &cursor)
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

    private static func notDecoded(_ kind: MessageKind, _ cursor: inout MessageCursor) -> ReceivedMessage {
        var message = skip(&cursor)
        message.kind = kind
        if kind == .cusres { message.effect = .clearance }
        if kind == .unknown {
            message.warn(.unknownMessageType, segment: cursor.firstNumber, "message type not known; kept, not decoded")
        } else {
            message.warn(.notDecoded, segment: cursor.firstNumber, "message type known but not yet decoded; kept")
        }
        return message
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
