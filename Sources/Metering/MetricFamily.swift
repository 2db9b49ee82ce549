// SPDX-License-Identifier: Apache-2.0

/// One measured thing with all its samples: names and labels come from closed sets of our own words, never from outside.
public struct MetricFamily: Hashable, Sendable {
    /// What a reader may do with the numbers.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Grows until the process ends.
        case counter
        case gauge
        case histogram
    }

    /// A name with its value, `status="stored"`.
    public struct Label: Hashable, Sendable, Comparable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        public static func < (a: Label, b: Label) -> Bool { (a.name, a.value) < (b.name, b.value) }
    }

    /// Labels with a number, or with a distribution.
    public struct Sample: Hashable, Sendable {
        public let labels: [Label]
        public let value: Value

        public enum Value: Hashable, Sendable {
            case number(Double)
            case distribution(MetricHistogram)
        }
    }

    public let name: String
    public let kind: Kind
    /// What it counts, in one sentence.
    public let help: String
    public private(set) var samples: [Sample] = []

    /// - Parameter name: `cermat_<area>_<thing>_<unit>`, counters end in `_total`.
    public init(_ name: String, _ kind: Kind, _ help: String) {
        precondition(MetricFamily.isName(name), "\(name) is no name of a metric")
        self.name = name
        self.kind = kind
        self.help = help
    }

    /// A family of a single number without labels.
    public init(_ name: String, _ kind: Kind, _ help: String, _ value: some BinaryInteger) {
        self.init(name, kind, help)
        add([], Double(value))
    }

    /// Adds a number.
    public mutating func add(_ labels: [Label], _ value: Double) {
        samples.append(Sample(labels: labels, value: .number(value)))
    }

    /// Adds a distribution.
    public mutating func add(_ labels: [Label], _ histogram: MetricHistogram) {
        samples.append(Sample(labels: labels, value: .distribution(histogram)))
    }

    /// Whether some text may be a metric's name (Prometheus data model: `[a-zA-Z_:][a-zA-Z0-9_:]*`; ours have no colon).
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 95
        }
    }
}
