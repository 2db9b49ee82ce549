// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Travel

/// What is wrong with the messages of one sender, counted; no value of any traveller is in it.
public struct ConformanceReport: Hashable, Sendable {
    /// One kind of fault in one kind of message.
    public struct Finding: Hashable, Sendable {
        public let code: String
        public let kind: MessageKind
        public let rule: ConformanceRule
        /// How often, and in how many messages.
        public internal(set) var occurrences: Int
        public internal(set) var messages: Int
        /// Where, in some of them.
        public internal(set) var places: [Place]
        /// What was noted there: English, without personal data, as every warning's text.
        public internal(set) var notes: [String]
    }

    /// A place in a message that its sender can find again.
    public struct Place: Hashable, Sendable {
        /// The message's reference as sent, cut to what references are made of.
        public let reference: String?
        public let preparedAt: String?
        public let segment: Int?
        /// Three letters, or nil.
        public let tag: String?
    }

    /// The most places and notes of one finding.
    public static let placeLimit = 5

    public private(set) var carriers: Set<String> = []
    public private(set) var senders: Set<String> = []
    public private(set) var messages = 0
    public private(set) var travellers = 0
    /// Messages of which nothing could be read.
    public private(set) var quarantined = 0
    /// Messages without any finding.
    public private(set) var clean = 0
    /// Deviations that a carrier profile declares as known.
    public private(set) var expected = 0
    private var byKey: [Key: Finding] = [:]

    private struct Key: Hashable {
        let code: String
        let kind: MessageKind
    }

    public init() {}

    /// The most urgent first, then the most frequent.
    public var findings: [Finding] {
        let order = ConformanceUrgency.allCases
        func rank(_ finding: Finding) -> (Int, Int, String, String) {
            (
                order.firstIndex(of: finding.rule.urgency) ?? order.count, -finding.occurrences, finding.code,
                finding.kind.rawValue
            )
        }
        return byKey.values.sorted { rank($0) < rank($1) }
    }

    /// Adds a message with its text.
    public mutating func add(_ message: ReceivedMessage, text: MessageText) {
        messages += 1
        travellers += message.travellers.count
        if message.status == .quarantined { quarantined += 1 }
        if let carrier = message.voyage.carrier { carriers.insert(ConformanceReport.word(carrier, 8) ?? "?") }
        if let sender = message.sender { senders.insert(ConformanceReport.word(sender, 35) ?? "?") }
        expected += message.warnings.count { $0.isExpected }
        let warnings = message.warnings
        if warnings.isEmpty { clean += 1 }
        var tags: [Int: String] = [:]
        for piece in text.pieces where piece.tag.count == 3 && piece.tag.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 }) {
            if let number = piece.number { tags[number] = piece.tag }
        }
        var seen: Set<Key> = []
        for warning in warnings {
            let key = Key(code: warning.code, kind: message.kind)
            var finding =
                byKey[key]
                ?? Finding(
                    code: warning.code, kind: message.kind,
                    rule: ConformanceRule(code: warning.code, kind: message.kind), occurrences: 0, messages: 0,
                    places: [], notes: [])
            finding.occurrences += 1
            if seen.insert(key).inserted { finding.messages += 1 }
            if finding.places.count < ConformanceReport.placeLimit {
                finding.places.append(
                    Place(
                        reference: message.reference.flatMap { ConformanceReport.word($0, 35) },
                        preparedAt: message.preparedAt?.description, segment: warning.segment,
                        tag: warning.segment.flatMap { tags[$0] }))
            }
            if finding.notes.count < ConformanceReport.placeLimit, !finding.notes.contains(warning.text) {
                finding.notes.append(warning.text)
            }
            byKey[key] = finding
        }
    }

    /// A code as carriers use them; nil for anything that could be prose.
    private static func word(_ text: String, _ limit: Int) -> String? {
        guard !text.isEmpty, text.utf8.count <= limit,
            text.utf8.allSatisfy({ $0 >= 33 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "@") })
        else { return nil }
        return text
    }
}

extension ConformanceReport {
    /// The report over all messages of some bytes.
    public init(_ bytes: [UInt8]) {
        self.init()
        MessageDecoder.decode(bytes) { unit in
            let filtered = unit.filtered()
            add(unit.message, text: MessageText(filtered.bytes, kind: unit.message.kind))
        }
    }
}
