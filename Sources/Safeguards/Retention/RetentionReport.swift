// SPDX-License-Identifier: Apache-2.0

/// What a retention run did, or would do: lines of text with a signature in the last one (R08). No personal data.
///
/// ```
/// cermat-retention-report 4
/// node node-1
/// at 1779235200000
/// mode run
/// cutoff depersonalise 1763424000000
/// cutoff destroy 1621468800000
/// cutoff quarantine 1776643200000
/// count voyages-depersonalised 12
/// ...
/// hold <its record> <voyage> <traveller, or - where the whole voyage is meant>
/// ...
/// signature <Ed25519 over all lines before, each with its line feed (RFC 8032), hexadecimal>
/// ```
/// Times are milliseconds since 1970 UTC; a count stands for each measure, nought too; holds
/// are in the order of their records. The first form had neither holds nor what was held, the second no
/// versions of accounts, the third no faces.
public struct RetentionReport: Hashable, Sendable {
    /// Whether data were changed.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        case run, rehearsal
    }

    public let node: String
    public let mode: Mode
    public let cutoffs: RetentionCutoffs
    public let tally: RetentionTally
    /// The legal holds that stood.
    public let holds: [RetentionHold]
    private let form: Form

    public init(
        node: String, mode: Mode, cutoffs: RetentionCutoffs, tally: RetentionTally, holds: [RetentionHold] = []
    ) {
        self.init(node: node, mode: mode, cutoffs: cutoffs, tally: tally, holds: holds, form: .fourth)
    }

    private init(
        node: String, mode: Mode, cutoffs: RetentionCutoffs, tally: RetentionTally, holds: [RetentionHold], form: Form
    ) {
        self.node = node
        self.mode = mode
        self.cutoffs = cutoffs
        self.tally = tally
        self.holds = holds.sorted { $0.id < $1.id }
        self.form = form
    }

    /// The form of the text.
    private enum Form: String, CaseIterable {
        case first = "cermat-retention-report 1"
        case second = "cermat-retention-report 2"
        case third = "cermat-retention-report 3"
        case fourth = "cermat-retention-report 4"

        var measures: [RetentionMeasure] {
            switch self {
            case .first: RetentionMeasure.firstForm
            case .second: RetentionMeasure.secondForm
            case .third: RetentionMeasure.thirdForm
            case .fourth: RetentionMeasure.allCases
            }
        }
    }

    /// The lines that are signed.
    var signedText: String {
        var lines = [
            form.rawValue, "node \(node)", "at \(cutoffs.atMilliseconds)", "mode \(mode.rawValue)",
            "cutoff depersonalise \(cutoffs.depersonalise)", "cutoff destroy \(cutoffs.destroy)",
            "cutoff quarantine \(cutoffs.quarantine)",
        ]
        lines += form.measures.map { "count \($0.rawValue) \(tally[$0])" }
        lines += holds.map { "hold \($0)" }
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
        guard words.popLast() == [""], let form = words.first.flatMap({ Form(rawValue: $0.joined(separator: " ")) }),
            words.count >= 8 + form.measures.count, form != .first || words.count == 8 + form.measures.count,
            words[1].count == 2, AuditCheckpoint.isNode(words[1][1]), let at = words[2].last.flatMap({ Int64($0) }),
            let mode = words[3].last.flatMap(Mode.init(rawValue:)),
            let depersonalise = words[4].last.flatMap({ Int64($0) }),
            let destroy = words[5].last.flatMap({ Int64($0) }),
            let quarantine = words[6].last.flatMap({ Int64($0) }), words.last?.count == 2,
            let signature = words.last.flatMap({ Hexadecimal.bytes($0[1], count: 64) })
        else { throw .reportMalformed }
        var tally = RetentionTally()
        for (measure, line) in zip(form.measures, words[7...]) {
            tally[measure] = line.last.flatMap { Int($0) } ?? -1
        }
        let lines = words[(7 + form.measures.count)..<(words.count - 1)]
        let holds = lines.compactMap { RetentionHold(words: $0) }
        guard holds.count == lines.count else { throw .reportMalformed }
        self.init(
            node: words[1][1], mode: mode,
            cutoffs: RetentionCutoffs(
                atMilliseconds: at, depersonalise: depersonalise, destroy: destroy, quarantine: quarantine),
            tally: tally, holds: holds, form: form)
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
