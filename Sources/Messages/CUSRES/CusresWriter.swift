// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Edifact
internal import Travel

/// Writes a CUSRES with its envelope (messages.md section 3): UNB UNG UNH BGM RFF DTM LOC, an error point for each
/// answer, UNT with the count of segments, UNE, UNZ.
public enum CusresWriter {
    /// The bytes of the message.
    /// - Parameter separators: those of the interchange; a UNA says them.
    public static func bytes(
        _ message: ClearanceMessage, separators: Separators = .standard
    ) throws(CusresError) -> [UInt8] {
        try check(message)
        var writer = EdifactWriter(separators: separators)
        let day = shortDay(message.preparedAt)
        let time = clock(message.preparedAt)
        let syntax = message.needsLowerCase ? "UNOB" : "UNOA"
        writer.write(
            EdifactSegment(
                "UNB",
                [
                    [syntax, "4"], [message.sender], [message.recipient], [day, time], [message.reference], [],
                    ["IAPI"],
                ]))
        writer.write(
            EdifactSegment(
                "UNG",
                [["CUSRES"], [message.sender], [message.recipient], [day, time], ["1"], ["UN"], ["D", "05B"]]))
        let body = self.body(message)
        for segment in body { writer.write(segment) }
        writer.write(EdifactSegment("UNT", [[String(body.count + 1)], ["1"]]))
        writer.write(EdifactSegment("UNE", [["1"], ["1"]]))
        writer.write(EdifactSegment("UNZ", [["1"], [message.reference]]))
        return writer.bytes
    }

    /// From UNH to before UNT.
    private static func body(_ message: ClearanceMessage) -> [EdifactSegment] {
        var segments = [
            EdifactSegment(
                "UNH",
                [
                    ["1"], ["CUSRES", "D", "05B", "UN", "IATA"], [message.commonReference ?? message.reference],
                    ["01", "F"],
                ]),
            EdifactSegment("BGM", [[message.function.rawValue]]),
        ]
        if let transaction = message.transaction { segments.append(EdifactSegment("RFF", [["TN", transaction]])) }
        for (index, flight) in message.flights.enumerated() {
            segments.append(EdifactSegment("RFF", [["AF", flight.carrier + shortened(flight.number)]]))
            if let time = flight.departure { segments.append(moment("189", time)) }
            if let time = flight.arrival { segments.append(moment("232", time)) }
            // The last flight crosses the border; those before it are other calls.
            let isLast = index == message.flights.count - 1
            segments.append(EdifactSegment("LOC", [[isLast ? "125" : "92"], [flight.from]]))
            segments.append(EdifactSegment("LOC", [[isLast ? "87" : "92"], [flight.to]]))
        }
        for answer in message.answers {
            segments.append(EdifactSegment("ERP", [[answer.level == .message ? "1" : "2"]]))
            if let locator = answer.recordLocator { segments.append(EdifactSegment("RFF", [["AVF", locator]])) }
            if let reference = answer.passengerReference {
                segments.append(EdifactSegment("RFF", [["ABO", reference]]))
            }
            segments.append(EdifactSegment("ERC", [[answer.code]]))
            if let text = answer.text { segments.append(EdifactSegment("FTX", [["AAP"], [], [], [text]])) }
        }
        return segments
    }

    private static func moment(_ qualifier: String, _ time: CivilDateTime) -> EdifactSegment {
        EdifactSegment("DTM", [[qualifier, shortDay(time) + clock(time), "201"]])
    }

    /// `YYMMDD` and `HHMM`.
    private static func shortDay(_ time: CivilDateTime) -> String {
        two(time.date.year % 100) + two(time.date.month) + two(time.date.day)
    }

    private static func clock(_ time: CivilDateTime) -> String { two(time.hour) + two(time.minute) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A padded number as carriers write it, three digits at least.
    private static func shortened(_ number: String) -> String {
        number.count == 4 && number.hasPrefix("0") ? String(number.dropFirst()) : number
    }

    // MARK: Checks

    private static func check(_ message: ClearanceMessage) throws(CusresError) {
        let decider = message.decidedBy?.filter { $0 != " " } ?? ""
        guard message.function == .acknowledgement || !decider.isEmpty else { throw .nobodyDecided }
        guard !message.answers.isEmpty else { throw .noAnswer }
        try check(message.sender, 35, "sender")
        try check(message.recipient, 35, "recipient")
        try check(message.reference, 14, "reference")
        if let text = message.commonReference { try check(text, 35, "commonReference") }
        if let text = message.transaction { try check(text, 35, "transaction") }
        for flight in message.flights {
            try check(flight.carrier, 3, "carrier")
            try check(flight.number, 5, "number")
            try check(flight.from, 5, "from")
            try check(flight.to, 5, "to")
        }
        for (index, answer) in message.answers.enumerated() {
            if answer.level == .traveller, answer.recordLocator == nil, answer.passengerReference == nil {
                throw .unnamedTraveller(answer: index + 1)
            }
            if let text = answer.recordLocator { try check(text, 35, "recordLocator") }
            if let text = answer.passengerReference { try check(text, 35, "passengerReference") }
            try check(answer.code, 8, "code")
            if let text = answer.text { try check(text, 512, "text") }
        }
    }

    /// A field must be there, no longer than its element, and of printable ASCII; blanks at its ends would be lost.
    private static func check(_ text: String, _ most: Int, _ field: String) throws(CusresError) {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, bytes.count <= most, first != 0x20, last != 0x20,
            bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { throw .badField(field) }
    }
}

extension ClearanceMessage {
    /// Whether the letters go beyond syntax level A (ISO 9735).
    fileprivate var needsLowerCase: Bool {
        let texts = [sender, recipient, reference] + answers.compactMap(\.text)
        return texts.contains { $0.utf8.contains { $0 &- 97 < 26 } }
    }
}
