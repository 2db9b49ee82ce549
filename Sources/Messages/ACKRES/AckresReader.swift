// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Reads an ACKRES, the receipt for a PNRGOV: accepted or rejected, and the errors found (messages.md 4.5).
enum AckresReader {
    /// Reads up to the message's end, on which the cursor stays.
    static func read(_ cursor: inout MessageCursor, header: MessageHeader, into result: inout ReceivedMessage) {
        var message = ReceivedMessage(kind: .ackres)
        message.effect = .acknowledge
        while cursor.nextInMessage() {
            cursor.noteTroubles(in: &message)
            let tag = cursor.scanner.tag
            if FreeTextFilter.concerns(tag) { cursor.filterFreeText() }
            let segment = cursor.segment
            switch tag {
            case Tag.msg:
                // `MSG+:23+7`: a response, and whether the message answered was accepted (3) or rejected (7).
                message.function = segment.value(1, 2).upper
                message.functionDetail = segment.value(2, 1).upper
            case Tag.erc: readCode(segment, into: &message)
            case Tag.ift: readText(segment.element(2).trimmed, into: &message)
            case Tag.ftx: readText(segment.value(4, 1).trimmed, into: &message)
            case Tag.tvl: readVoyage(segment, header, into: &message)
            case Tag.org, Tag.rci, Tag.bgm, Tag.eqn, 0: break
            case _ where Tag.isKnownIdle(tag): break
            default:
                message.warn(.unknownSegment, segment: segment.number, "segment \(SegmentTag.text(tag)) passed over")
            }
        }
        for index in message.clearance.indices where message.clearance[index].text == nil {
            message.clearance[index].text = text(of: message.clearance[index].code)
        }
        message.foundTotal = message.clearance.count
        result = message
    }

    private static func readCode(_ segment: SegmentView, into message: inout ReceivedMessage) {
        for element in 1..<max(2, segment.elementCount) where message.clearance.count < 1_000 {
            guard let code = segment.value(element, 1).upper else { continue }
            message.clearance.append(ReceivedClearance(level: .message, code: code))
        }
    }

    private static func readText(_ view: EdifactBytes, into message: inout ReceivedMessage) {
        guard !view.isEmpty, !view.isOverwritten, let last = message.clearance.indices.last else { return }
        let held = message.clearance[last].text
        message.clearance[last].text = held.map { $0 + " " + view.verbatim } ?? view.verbatim
    }

    private static func readVoyage(
        _ segment: SegmentView, _ header: MessageHeader, into message: inout ReceivedMessage
    ) {
        guard message.voyage.legs.isEmpty else { return }
        let years = header.preparedAt.map { YearRule(today: $0.date) } ?? .withoutDate
        let (number, suffix) = FlightNumber.number(segment.value(5, 1).trimmed)
        message.voyage.carrier = segment.value(4, 1).upper
        message.voyage.number = number
        message.voyage.suffix = suffix
        message.voyage.legs = [
            ReceivedLeg(
                carrier: message.voyage.carrier, number: number, from: segment.value(2).upper,
                to: segment.value(3).upper,
                departure: segment.value(1, 1).dayFirst(years, time: segment.value(1, 2)))
        ]
    }

    /// The application errors (PADIS code list 9321) that states are known to send.
    private static func text(of code: String) -> String? {
        switch code {
        case "103": "INVALID DEPARTURE TIME"
        case "114": "INVALID FLIGHT NUMBER"
        case "118": "SYSTEM ERROR"
        default: nil
        }
    }
}
