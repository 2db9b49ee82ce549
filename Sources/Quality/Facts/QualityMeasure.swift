// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Travel

/// What is counted by day, carrier and post: a code of a bounded set, some with a second code after a colon.
public struct QualityMeasure: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The code as stored and printed.
    public let description: String

    /// A code as stored.
    public init(_ code: String) { description = code }

    public static func < (a: QualityMeasure, b: QualityMeasure) -> Bool { a.description < b.description }

    /// Voyages with a message, and messages, quarantined ones included.
    public static let voyages = QualityMeasure("voyages")
    public static let messages = QualityMeasure("messages")
    /// Messages that came after the rule's time.
    public static let late = QualityMeasure("late")
    /// Messages that came again, byte for byte or under other references.
    public static let duplicated = QualityMeasure("duplicated")
    /// Messages that nobody could read when they came.
    public static let quarantined = QualityMeasure("quarantined")
    /// Messages read after all, once released from quarantine.
    public static let released = QualityMeasure("released")
    /// Divided messages of which a part is missing.
    public static let partsMissing = QualityMeasure("parts-missing")
    /// Messages that do not hold what they declare.
    public static let totalsWrong = QualityMeasure("totals-wrong")
    /// Pushes of bookings whose time has come, and those that came late or never.
    public static let pushesDue = QualityMeasure("pushes-due")
    public static let pushesLate = QualityMeasure("pushes-late")
    public static let pushesMissing = QualityMeasure("pushes-missing")
    /// Travellers whom API and PNR both name, and those of them about whom they disagree.
    public static let inBothSources = QualityMeasure("in-both")
    public static let disagreeing = QualityMeasure("disagreeing")

    /// Travellers named by a source.
    public static func named(_ source: SourceKind) -> QualityMeasure { QualityMeasure("named:" + source.rawValue) }

    /// Travellers of a source without a field.
    public static func missing(_ field: ExpectedField, _ source: SourceKind) -> QualityMeasure {
        QualityMeasure("missing:" + source.rawValue + ":" + field.rawValue)
    }

    /// Travellers about whom API and PNR disagree in one thing.
    public static func disagreement(_ kind: DisagreementKind) -> QualityMeasure {
        QualityMeasure("disagrees:" + kind.rawValue)
    }

    /// Messages of a kind, and late ones of a kind.
    public static func messages(_ kind: MessageKind) -> QualityMeasure { QualityMeasure("messages:" + kind.rawValue) }
    public static func late(_ kind: MessageKind) -> QualityMeasure { QualityMeasure("late:" + kind.rawValue) }

    /// How often a warning was given.
    public static func warning(_ code: String) -> QualityMeasure { QualityMeasure("warning:" + code) }

    /// The warning's code; nil for other measures.
    public var warningCode: String? {
        description.hasPrefix("warning:") ? String(description.dropFirst("warning:".count)) : nil
    }
}

/// Counts by measure; what is not counted is zero.
public struct QualityCounts: Hashable, Sendable {
    public private(set) var values: [QualityMeasure: Int]

    public init(_ values: [QualityMeasure: Int] = [:]) { self.values = values.filter { $0.value != 0 } }

    public subscript(_ measure: QualityMeasure) -> Int {
        get { values[measure] ?? 0 }
        set { values[measure] = newValue == 0 ? nil : newValue }
    }

    /// Adds other counts, `times` over; -1 takes them away.
    public mutating func add(_ other: QualityCounts, times: Int = 1) {
        for (measure, count) in other.values { self[measure] += count * times }
    }
}
