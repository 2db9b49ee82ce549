// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Wording

/// Messages that could not be read: the list, and the bytes of one for who repairs it.
enum QuarantineRoutes {
    private static let pageLimit = 100

    static let routes: [RouteDeclaration] = [
        .get("/karantina", .policy(.viewQuarantine)) { visit in
            let cursor = visit.query["sesudah"].flatMap { Int64($0) }
            let rows = try await visit.services.store.inboxRows(after: cursor, states: [.quarantined], limit: pageLimit)
            return .page(
                QuarantinePage(visit: visit, rows: rows, hasMore: rows.count == pageLimit).render(),
                shown: rows.map { "message:\($0.id)" })
        },
        .get("/karantina/{id}", .policy(.viewQuarantine)) { visit in
            let id = try visit.id(of: ReceivedMessage.self)
            guard let stored = try await visit.services.store.message(id), stored.state == .quarantined else {
                throw DeskError.notFound
            }
            return .page(
                QuarantinedMessagePage(visit: visit, stored: stored, message: visit.services.decode(stored)).render(),
                shown: ["message:\(id)"])
        },
    ]
}

/// The list of quarantined messages.
struct QuarantinePage {
    let visit: Visit
    let rows: [InboxRow]
    let hasMore: Bool

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(QuarantineText.title), current: .quarantine).render { html in
            html.add("h1", words(QuarantineText.title))
            html.add("p", ["class": "quiet"], words(QuarantineText.lead))
            if rows.isEmpty { return html.add("p", ["class": "empty"], words(QuarantineText.none)) }
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words.messages(rows.count))
                TableParts.head(
                    [
                        words(QuarantineText.receivedAt), words(QuarantineText.origin),
                        "#" + words(QuarantineText.size),
                        words(QuarantineText.why), words(CommonText.actions),
                    ], &html)
                html.add("tbody") { html in
                    for row in rows {
                        html.add("tr", ["data-row": ""]) { html in
                            html.add(
                                "td", ["class": "mono"], visit.clock.moment(row.receivedAtMilliseconds, now: visit.now))
                            html.add("td", row.origin)
                            html.add("td", ["class": "n"], words.size(bytes: row.sizeBytes))
                            html.add("td") { html in
                                // A code since 0.1; texts of older rows are shown as they are.
                                if let reason = row.quarantineReason { html.say(words(.warningCode, reason)) }
                                for (code, count) in row.warnings.sorted(by: { $0.key < $1.key }).prefix(4)
                                where code != row.quarantineReason {
                                    html.add(
                                        "span", ["class": "sub"],
                                        words(.warningCode, code) + (count > 1 ? " ×\(count)" : ""))
                                }
                            }
                            html.add("td") { html in
                                html.add(
                                    "a", ["href": "/karantina/\(row.id)", "data-open": ""],
                                    words(QuarantineText.openRaw))
                            }
                        }
                    }
                }
            }
            if hasMore, let last = rows.last {
                html.add("a", ["class": "button", "href": "/karantina?sesudah=\(last.cursor)"], words(CommonText.next))
            }
        }
    }
}

/// One quarantined message, as bytes and text side by side.
struct QuarantinedMessagePage {
    let visit: Visit
    let stored: StoredMessage
    let message: ReceivedMessage

    private static let limitBytes = 8 * 1024

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(QuarantineText.title), current: .quarantine).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/karantina"], "← " + words(QuarantineText.title))
            }
            html.add("h1", words(QuarantineText.raw))
            if visit.allows(.writeLetter) {
                html.add("p", ["class": "toolbar"]) { html in
                    html.add("a", ["class": "button", "href": "/surat?pesan=\(stored.id)"], words(TrialText.letter))
                }
            }
            html.add("p", ["class": "quiet"]) { html in
                html.say(
                    visit.clock.moment(stored.receivedAtMilliseconds, now: visit.now) + " · " + stored.origin + " · "
                        + words.size(bytes: stored.bytes.count))
            }
            html.add("ul", ["class": "plain"]) { html in
                for warning in message.warnings.prefix(20) {
                    html.add("li", ["class": "warning"]) { html in
                        html.say("⚠ " + words(.warningCode, warning.code))
                        if let segment = warning.segment {
                            html.say(" (" + words.segments(first: segment, last: segment) + ")")
                        }
                        html.add("span", ["class": "sub mono", "lang": "en"], warning.text)
                    }
                }
            }
            html.add("p", ["class": "hint"], words(QuarantineText.rawHint))
            html.add(
                "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": words(QuarantineText.raw)]
            ) { html in
                html.add("pre", ["class": "hex"], dump)
            }
            if stored.bytes.count > QuarantinedMessagePage.limitBytes {
                html.add(
                    "p", ["class": "quiet"],
                    words.range(first: 1, last: QuarantinedMessagePage.limitBytes, of: stored.bytes.count))
            }
        }
    }

    /// Sixteen bytes a line: offset, bytes, characters.
    private var dump: String {
        let digits = Array("0123456789abcdef")
        func hex(_ value: Int, _ width: Int) -> String {
            String((0..<width).reversed().map { digits[(value >> ($0 * 4)) & 15] })
        }
        var lines: [String] = []
        let bytes = stored.bytes.prefix(QuarantinedMessagePage.limitBytes)
        for start in stride(from: 0, to: bytes.count, by: 16) {
            let row = bytes[start..<min(start + 16, bytes.count)]
            let codes = row.map { hex(Int($0), 2) }.joined(separator: " ")
            let text = String(row.map { $0 >= 32 && $0 < 127 ? Character(Unicode.Scalar($0)) : "·" })
            lines.append(hex(start, 6) + "  " + codes + String(repeating: " ", count: 49 - codes.count) + text)
        }
        return lines.joined(separator: "\n")
    }
}
