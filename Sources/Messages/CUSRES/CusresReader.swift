// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Reads a CUSRES of interactive API: may board, may not, a change of mind, a carrier's acknowledgement (messages.md 3).
///
/// An error point (ERP) names a traveller or the whole message; each of its codes (ERC) is one answer.
struct CusresReader {
    private var message = ReceivedMessage(kind: .cusres)
    private let years: YearRule
    private var route = CusresRoute()
    /// The error point being read; its answers have its references.
    private var point: ReceivedClearance?
    /// The first answer of the point in the message.
    private var firstAnswer = 0
    private var pointNumber = 0

    private init(header: borrowing MessageHeader) {
        message.effect = .clearance
        years = header.preparedAt.map { YearRule(today: $0.date) } ?? .withoutDate
    }

    /// Reads up to the message's end, on which the cursor stays.
    static func read(_ cursor: inout MessageCursor, header: MessageHeader, into message: inout ReceivedMessage) {
        var reader = CusresReader(header: header)
        while cursor.nextInMessage() { reader.read(&cursor) }
        reader.finish()
        message = reader.message
    }

    private mutating func read(_ cursor: inout MessageCursor) {
        cursor.noteTroubles(in: &message)
        let tag = cursor.scanner.tag
        if FreeTextFilter.concerns(tag) { cursor.filterFreeText() }
        let segment = cursor.segment
        switch tag {
        case Tag.bgm: readFunction(segment)
        case Tag.rff: readReference(segment)
        case Tag.dtm: readTime(segment)
        case Tag.loc: readPlace(segment)
        case Tag.erp: beginPoint(segment)
        case Tag.erc: readCode(segment)
        case Tag.ftx: readText(segment)
        case Tag.tdt: route.takeFlight(segment.value(2).trimmed, carrier: segment.value(5, 1).trimmed)
        case 0, Tag.nad, Tag.com, Tag.doc, Tag.gis, Tag.cnt: break
        case _ where Tag.isKnownIdle(tag): break
        default:
            message.warn(.unknownSegment, segment: segment.number, "segment \(SegmentTag.text(tag)) passed over")
        }
    }

    private mutating func readFunction(_ segment: SegmentView) {
        message.function = segment.value(1).upper
        message.functionDetail = segment.value(2).upper
        guard let function = ClearanceFunction(rawValue: message.function ?? "") else {
            return message.warn(
                .unknownFunction, segment: segment.number, "document name code not known, read as a response")
        }
        message.effect = function.effect
    }

    private mutating func readReference(_ segment: SegmentView) {
        let value = segment.value(1, 2)
        switch segment.value(1, 1).trimmed.key {
        case edifactKey("AF"): route.beginFlight(value.trimmed)
        case edifactKey("AVF") where point != nil: set(\.recordLocator, value.upper)
        case edifactKey("ABO") where point != nil: set(\.passengerReference, value.upper)
        case edifactKey("TN"):
            message.transaction = value.upper
            message.revision = segment.value(1, 5).trimmed.number ?? message.revision
        default: break
        }
    }

    /// References may stand before or behind the codes of their point.
    private mutating func set(_ field: WritableKeyPath<ReceivedClearance, String?>, _ value: String?) {
        point?[keyPath: field] = value
        for index in firstAnswer..<message.clearance.count { message.clearance[index][keyPath: field] = value }
    }

    private mutating func readTime(_ segment: SegmentView) {
        let value = segment.value(1, 2)
        guard point == nil, !value.trimmed.isEmpty else { return }
        guard let time = value.dateTime(years) else {
            return message.warn(.unreadableDate, segment: segment.number, "time of the voyage can't be read")
        }
        route.addTime(segment.value(1, 1).trimmed.key, time)
    }

    private mutating func readPlace(_ segment: SegmentView) {
        guard point == nil else { return }
        if !route.addPort(segment.value(1).trimmed.key, segment.value(2, 1).upper) {
            message.warn(.unknownQualifier, segment: segment.number, "place qualifier of the voyage not known")
        }
    }

    // MARK: Error points

    private mutating func beginPoint(_ segment: SegmentView) {
        closePoint()
        point = ReceivedClearance(level: segment.value(1, 1).trimmed.number == 1 ? .message : .traveller, code: "")
        firstAnswer = message.clearance.count
        pointNumber = segment.number
    }

    /// `ERC+0Z`; one outside any error point is about the whole message.
    private mutating func readCode(_ segment: SegmentView) {
        guard let code = segment.value(1, 1).upper else {
            return message.warn(.unreadableValue, segment: segment.number, "error code is empty")
        }
        if point == nil {
            point = ReceivedClearance(level: .message, code: "")
            firstAnswer = message.clearance.count
        }
        guard var answer = point, message.clearance.count < CusresReader.mostAnswers else { return }
        answer.code = code
        message.clearance.append(answer)
        // Text before the first code was that code's.
        point?.text = nil
    }

    /// `FTX+AAP+++OK TO BOARD`, of the code before it.
    private mutating func readText(_ segment: SegmentView) {
        var parts: [String] = []
        for component in 1...max(1, segment.componentCount(4)) {
            let text = segment.value(4, component).trimmed
            if !text.isEmpty, !text.isOverwritten { parts.append(text.verbatim) }
        }
        guard !parts.isEmpty, point != nil else { return }
        let text = parts.joined(separator: " ")
        if message.clearance.count > firstAnswer {
            let last = message.clearance.count - 1
            let held = message.clearance[last].text
            message.clearance[last].text = held.map { $0 + " " + text } ?? text
        } else {
            let held = point?.text
            point?.text = held.map { $0 + " " + text } ?? text
        }
    }

    private mutating func closePoint() {
        guard point != nil else { return }
        point = nil
        if message.clearance.count == firstAnswer {
            message.warn(.unreadableValue, segment: pointNumber, "error point without a code")
        }
    }

    private mutating func finish() {
        closePoint()
        route.finish(&message.voyage)
        message.foundTotal = message.clearance.count
    }

    /// More answers than any voyage has people.
    private static let mostAnswers = 100_000
}

extension ClearanceFunction {
    var effect: MessageEffect { self == .acknowledgement ? .acknowledge : .clearance }
}
