// SPDX-License-Identifier: Apache-2.0

extension CalibrationReport {
    /// The report as lines of plain text, in tables parted by empty lines.
    public var lines: [String] {
        var lines = [
            "\(travellers) travellers, \(labelled) of them with a label, against \(residents) residents (index \(indexVersion))"
        ]
        if let calibrationError { lines.append("expected calibration error: \(Self.rounded(calibrationError))") }
        lines += ["", "probability of the best candidate: travellers, expected right, right"]
        for bin in bins {
            lines.append(
                "\(Self.rounded(bin.from))-\(Self.rounded(bin.to)): \(bin.travellers), \(Self.rounded(bin.expected)), "
                    + Self.rounded(bin.right))
        }
        lines += ["", "from a probability of: matched, expected right, undecided, precision, recall, false matches"]
        for one in thresholds {
            let labelled = [one.precision, one.recall, one.falseMatches].map { Self.rounded($0) }
            let counts = ["\(one.matched)", Self.rounded(one.expectedRight), "\(one.undecided)"]
            lines.append("\(one.probability): " + (counts + labelled).joined(separator: ", "))
        }
        if !unlinkable.isEmpty {
            lines += ["", "residents whom their own data do not tell from others, by what is told and probability"]
        }
        for one in unlinkable {
            lines.append("\(one.told), \(one.probability): \(Self.rounded(one.share)) of \(one.residents)")
        }
        lines += ["", "weights of the best candidates: bits, seen"]
        for weight in weights {
            lines.append(
                "\(weight.comparison.rawValue), \(weight.level): \(Self.rounded(weight.bits)), \(Self.rounded(weight.seen))"
            )
        }
        return lines
    }

    /// Four digits behind the point; a dash for what is not known.
    private static func rounded(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "-" }
        let scaled = (value * 10_000).rounded() / 10_000
        return scaled == scaled.rounded() && abs(scaled) < 1e15 ? String(Int(scaled)) : String(scaled)
    }
}
