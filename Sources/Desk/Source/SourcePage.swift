// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Screening
import Travel
import Wording

/// A message as stored, the segments of one person highlighted.
struct SourcePage {
    let visit: Visit
    let opening: VoyageOpening
    let person: Traveller?
    let stored: StoredMessage
    let message: ReceivedMessage

    /// The most segments on a page.
    private static let pageLimit = 1_500

    private var words: Words { visit.words }

    /// Whom the page shows something about.
    var shown: [String] {
        ["message:\(stored.id)", "voyage:\(opening.facts.id)"]
            + opening.voyage.travellers.filter { isShown($0) }.map { "traveller:\($0.id)" }
    }

    func render() -> String {
        let title = message.kind.rawValue + " · " + words.name(of: opening.facts)
        let text = SourceText(stored.bytes, isTable: message.kind == .manifest || message.kind == .mrz)
        let cover = SourceCover(
            message, id: stored.id, text: text, opening: opening, person: person,
            showsAll: visit.lens(isHit: false).shows(.sourceText), isShown: isShown)
        return PageFrame(visit, title, current: .board).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                if let person {
                    html.add("a", ["href": "/penumpang/\(person.id)"], "← " + words(TravellerText.title))
                } else {
                    html.add("a", ["href": "/perjalanan/\(opening.facts.id)"], "← " + words.name(of: opening.facts))
                }
            }
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", title)
                html.add("p", ["class": "quiet"]) { html in
                    html.say(
                        visit.clock.moment(stored.receivedAtMilliseconds, now: visit.now) + " · " + stored.origin
                            + " · "
                            + words.size(bytes: stored.bytes.count))
                }
            }
            if person != nil { html.add("p", words(TravellerText.highlighted)) }
            for (category, count) in stored.filtered.sorted(by: { $0.key < $1.key }) {
                html.add("p", ["class": "quiet"], words.filtered(count, category: category))
            }
            segments(text, cover, &html)
        }
    }

    private func isShown(_ traveller: Traveller) -> Bool {
        visit.lens(isHit: opening.isHit(traveller.id)).shows(.sourceText)
    }

    private func segments(_ text: SourceText, _ cover: SourceCover, _ html: inout Markup) {
        let first = text.pieces.firstIndex { cover.isMarked($0.number) } ?? 0
        let from =
            text.pieces.count <= SourcePage.pageLimit
            ? 0 : max(0, min(first - 100, text.pieces.count - SourcePage.pageLimit))
        let warnings = Dictionary(grouping: message.warnings.filter { $0.segment != nil }) { $0.segment ?? 0 }
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "segments"]) { html in
                html.add(
                    "caption",
                    words.range(
                        first: from + 1, last: min(text.pieces.count, from + SourcePage.pageLimit),
                        of: text.pieces.count))
                TableParts.head(["#" + words(QuarantineText.segment), words(QuarantineText.raw)], &html)
                html.add("tbody") { html in
                    var hasAnchor = false
                    var hidden = 0
                    for piece in text.pieces.dropFirst(from).prefix(SourcePage.pageLimit) {
                        guard cover.isVisible(piece.number) else {
                            hidden += 1
                            continue
                        }
                        gap(&hidden, &html)
                        let isMarked = cover.isMarked(piece.number)
                        html.add(
                            "tr", ["class": isMarked ? "marked" : nil, "id": isMarked && !hasAnchor ? "sorot" : nil]
                        ) { html in
                            html.add("td", ["class": "n mono quiet"], "\(piece.number)")
                            html.add("td", ["class": "mono"]) { html in
                                line(piece, &html)
                                for warning in warnings[piece.number] ?? [] {
                                    html.add("p", ["class": "warning"], "⚠ " + words(.warningCode, warning.code))
                                }
                            }
                        }
                        if isMarked { hasAnchor = true }
                    }
                    gap(&hidden, &html)
                }
            }
        }
    }

    private func gap(_ hidden: inout Int, _ html: inout Markup) {
        guard hidden > 0 else { return }
        let count = hidden
        hidden = 0
        html.add("tr", ["class": "covered"]) { html in
            html.add("td", "")
            html.add("td") { html in
                html.say(
                    words(
                        "\(words.number(count)) bagian tentang orang lain disamarkan",
                        "\(words.number(count)) parts about other people are covered"))
            }
        }
    }

    private func line(_ piece: SourceText.Piece, _ html: inout Markup) {
        if piece.tag.isEmpty { return OverwrittenText.write(piece.text, words, &html) }
        // A document's first piece has its declaration in front.
        guard let at = piece.text.firstRange(of: piece.tag) else {
            return OverwrittenText.write(piece.text, words, &html)
        }
        html.say(String(piece.text[..<at.lowerBound]))
        html.add("b", piece.tag)
        OverwrittenText.write(String(piece.text[at.upperBound...]), words, &html)
    }
}
