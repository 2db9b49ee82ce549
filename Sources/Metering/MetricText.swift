// SPDX-License-Identifier: Apache-2.0

/// Writes metrics in the text exposition format 0.0.4 of Prometheus.
public enum MetricText {
    /// The media type of what ``of(_:)`` gives.
    public static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// The families in the order given, samples in the order of their labels; each line ends with a line feed.
    public static func of(_ families: [MetricFamily]) -> String {
        var text = ""
        for family in families where !family.samples.isEmpty {
            text += "# HELP \(family.name) \(escaped(family.help, quotes: false))\n"
            text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
            for sample in family.samples.sorted(by: { $0.labels.lexicographicallyPrecedes($1.labels) }) {
                write(sample, of: family.name, to: &text)
            }
        }
        return text
    }

    private static func write(_ sample: MetricFamily.Sample, of name: String, to text: inout String) {
        switch sample.value {
        case .number(let value): text += line(name, sample.labels, value)
        case .distribution(let histogram):
            var count = 0
            for (bound, own) in zip(histogram.bounds + [.infinity], histogram.counts) {
                count += own
                text += line(name + "_bucket", sample.labels + [.init("le", number(bound))], Double(count))
            }
            text += line(name + "_sum", sample.labels, histogram.sum)
            text += line(name + "_count", sample.labels, Double(count))
        }
    }

    private static func line(_ name: String, _ labels: [MetricFamily.Label], _ value: Double) -> String {
        let inner = labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",")
        return name + (inner.isEmpty ? "" : "{\(inner)}") + " " + number(value) + "\n"
    }

    /// Backslash and line feed are escaped everywhere, quotation marks within label values only.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\"" where quotes: out += "\\\""
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// As Go reads a float: whole numbers without a point, `+Inf`, `-Inf`, `NaN`.
    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
        return "\(value)"
    }
}
