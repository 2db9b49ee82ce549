// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Messages
internal import Travel
public import Wording

/// A letter to a carrier about its messages: paragraphs in one language, to be laid out as a page or as plain text.
public struct ConformanceLetter: Hashable, Sendable {
    /// A piece of the letter.
    public enum Block: Hashable, Sendable {
        case title(String)
        case paragraph(String)
        case heading(String)
        case finding(Finding)
    }

    /// One fault as the letter tells it.
    public struct Finding: Hashable, Sendable {
        public let what: String
        public let counts: String
        public let meaning: String
        /// Label and text, in order.
        public let details: [Detail]
    }

    public struct Detail: Hashable, Sendable {
        public let label: String
        public let lines: [String]
        /// Whether the lines are pieces of messages.
        public let isCode: Bool
    }

    public let language: Language
    public let blocks: [Block]

    /// - Parameters:
    ///   - on: the day that the letter is written.
    ///   - period: the days that were looked at, where it is about a period.
    public init(
        _ report: ConformanceReport, language: Language, on day: CivilDate, period: ClosedRange<CivilDate>? = nil,
        isCut: Bool = false
    ) {
        let words = Words(language)
        self.language = language
        var blocks: [Block] = [
            .title(words(LetterText.subject)), .paragraph(words.date(day)), .paragraph(words(LetterText.greeting)),
        ]
        let parties = words.letterParties(carriers: report.carriers.sorted(), senders: report.senders.sorted())
        if !parties.isEmpty { blocks.append(.paragraph(parties)) }
        var counts = words.letterCounts(
            messages: report.messages, travellers: report.travellers, clean: report.clean,
            quarantined: report.quarantined)
        if let period {
            counts =
                words.letterPeriod(from: words.date(period.lowerBound), to: words.date(period.upperBound)) + " "
                + counts
        }
        if isCut { counts += " " + words(LetterText.tooMany) }
        blocks.append(.paragraph(counts))
        let findings = report.findings
        blocks.append(.paragraph(words(findings.isEmpty ? LetterText.noFindings : LetterText.opening)))
        var last: ConformanceUrgency?
        for finding in findings {
            if finding.rule.urgency != last {
                blocks.append(.heading(words(.conformanceUrgency, finding.rule.urgency)))
                last = finding.rule.urgency
            }
            blocks.append(.finding(ConformanceLetter.finding(finding, words)))
        }
        if !findings.isEmpty { blocks.append(.paragraph(words(LetterText.closing))) }
        blocks.append(.paragraph(words(LetterText.privacy)))
        self.blocks = blocks
    }

    private static func finding(_ finding: ConformanceReport.Finding, _ words: Words) -> Finding {
        let isManifest = finding.kind == .manifest
        var details = [
            Detail(
                label: words(LetterText.places),
                lines: finding.places.map {
                    words.findingPlace(
                        segment: $0.segment, tag: $0.tag, reference: $0.reference, preparedAt: $0.preparedAt,
                        isManifest: isManifest)
                }, isCode: false),
            Detail(label: words(LetterText.noted), lines: finding.notes, isCode: true),
            Detail(label: words(LetterText.instead), lines: [words(.warningRemedy, finding.code)], isCode: false),
            Detail(
                label: words(LetterText.clause),
                lines: [words(.conformanceGuide, finding.rule.guide) + ": " + finding.rule.place], isCode: false),
        ]
        if let example = finding.rule.example {
            details.append(Detail(label: words(LetterText.example), lines: [example], isCode: true))
        }
        return Finding(
            what: words(.warningCode, finding.code),
            counts: words.findingCounts(
                occurrences: finding.occurrences, messages: finding.messages, kind: finding.kind.rawValue),
            meaning: words(.warningMeaning, finding.code), details: details)
    }

    /// The letter as plain text, lines of at most 78 characters where words allow.
    public var text: String {
        var lines: [String] = []
        for block in blocks {
            switch block {
            case .title(let text): lines += [text, String(repeating: "=", count: text.count), ""]
            case .paragraph(let text): lines += ConformanceLetter.wrapped(text, indent: 0) + [""]
            case .heading(let text): lines += [text, String(repeating: "-", count: text.count), ""]
            case .finding(let finding):
                lines += ConformanceLetter.wrapped("* " + finding.what + " (" + finding.counts + ")", indent: 2)
                lines += ConformanceLetter.wrapped("  " + finding.meaning, indent: 2)
                for detail in finding.details where !detail.lines.isEmpty {
                    lines.append("  " + detail.label + ":")
                    for line in detail.lines {
                        lines += detail.isCode ? ["    " + line] : ConformanceLetter.wrapped("    " + line, indent: 4)
                    }
                }
                lines.append("")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func wrapped(_ text: String, indent: Int) -> [String] {
        var lines: [String] = []
        var line = String(text.prefix { $0 == " " })
        var isFirst = true
        for word in text.split(separator: " ") {
            if !isFirst, line.count + word.count + 1 > 78 {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            } else {
                line += (isFirst ? "" : " ") + word
            }
            isFirst = false
        }
        return lines + [line]
    }
}
