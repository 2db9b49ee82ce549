// SPDX-License-Identifier: Apache-2.0

/// What a retention run did, or would do: lines of text with a signature in the last one (R08). No personal data.
///
/// ```
/// cermat-retention-report 1
/// node node-1
/// at 1779235200000
/// mode run
/// cutoff depersonalise 1763424000000
/// cutoff destroy 1621468800000
/// cutoff quarantine 1776643200000
/// count voyages-depersonalised 12
/// ...
/// signature <Ed25519 over all lines before, each with its line feed (RFC 8032), hexadecimal>
/// ```
/// Times are milliseconds since 1970 UTC; a count stands for each measure, nought too.
public struct RetentionReport: Hashable, Sendable {
    /// Whether data were changed.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        case run, rehearsal
    }

    public let node: String
    public let mode: Mode
    public let cutoffs: RetentionCutoffs
    public let tally: RetentionTally

    public init(node: String, mode: Mode, cutoffs: RetentionCutoffs, tally: RetentionTally) {
        self.node = node
        self.mode = mode
        self.cutoffs = cutoffs
        self.tally = tally
    }

    private static let head = "cermat-retention-report 1"

    /// The lines that are signed.
    var signedText: String {
        var lines = [
            Self.head, "node \(node)", "at \(cutoffs.atMilliseconds)", "mode \(mode.rawValue)",
            "cutoff depersonalise \(cutoffs.depersonalise)", "cutoff destroy \(cutoffs.destroy)",
            "cutoff quarantine \(cutoffs.quarantine)",
        ]
        lines += RetentionMeasure.allCases.map { "count \($0.rawValue) \(tally[$0])" }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads a report and checks who signed it.
    ///
    /// - Throws: ``SafeguardsError/reportMalformed`` for any other spelling, ``SafeguardsError/reportForged`` when the
    ///   signature is not of this text by this key.
    public init(parsing text: String, signedBy key: AuditPublicKey) throws(SafeguardsError) {
        var words = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        }
        guard words.popLast() == [""], words.count == 8 + RetentionMeasure.allCases.count,
            words[1].count == 2, AuditCheckpoint.isNode(words[1][1]), let at = words[2].last.flatMap({ Int64($0) }),
            let mode = words[3].last.flatMap(Mode.init(rawValue:)),
            let depersonalise = words[4].last.flatMap({ Int64($0) }),
            let destroy = words[5].last.flatMap({ Int64($0) }),
            let quarantine = words[6].last.flatMap({ Int64($0) }), words.last?.count == 2,
            let signature = words.last.flatMap({ Hexadecimal.bytes($0[1], count: 64) })
        else { throw .reportMalformed }
        var tally = RetentionTally()
        for (measure, line) in zip(RetentionMeasure.allCases, words[7...]) {
            tally[measure] = line.last.flatMap { Int($0) } ?? -1
        }
        self.init(
            node: words[1][1], mode: mode,
            cutoffs: RetentionCutoffs(
                atMilliseconds: at, depersonalise: depersonalise, destroy: destroy, quarantine: quarantine),
            tally: tally)
        // One spelling only.
        guard text == signedText + "signature \(Hexadecimal.text(signature))\n" else { throw .reportMalformed }
        guard key.isSignature(signature, of: Array(signedText.utf8)) else { throw .reportForged }
    }
}

extension AuditSigner {
    /// The report's text with its signature.
    public func signed(_ report: RetentionReport) throws(SafeguardsError) -> String {
        guard AuditCheckpoint.isNode(report.node) else { throw .nodeNameRefused }
        let text = report.signedText
        return text + "signature \(Hexadecimal.text(try sign(text).signature))\n"
    }
}
