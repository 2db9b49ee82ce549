// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Messages
import Screening
import Travel
import Wording

/// Messages that could not be read: the list, and the bytes of one for who repairs it.
enum QuarantineRoutes {
    private static let pageLimit = 100

    static let routes: [RouteDeclaration] = [
        .get("/karantina", .policy(.viewQuarantine)) { visit in
            let cursor = visit.query["sesudah"].flatMap { Int64($0) }
            let rows = try await visit.services.store.inboxRows(
                after: cursor, states: [.quarantined, .replayed], limit: pageLimit)
            return .page(
                QuarantinePage(
                    visit: visit, rows: rows, hasMore: rows.count == pageLimit,
                    job: await visit.services.replays.latest()
                ).render(),
                shown: rows.map { "message:\($0.id)" })
        },
        .get("/karantina/{id}", .policy(.viewQuarantine)) { visit in
            let id = try visit.id(of: ReceivedMessage.self)
            guard let stored = try await visit.services.store.message(id),
                stored.state == .quarantined || stored.state == .replayed
            else { throw DeskError.notFound }
            let replays = try await visit.services.store.decisions(
                kinds: [.quarantineReplayed], post: nil, sinceMilliseconds: stored.receivedAtMilliseconds, limit: 10_000
            )
            let replay = replays.first { record in
                if case .quarantineReplayed(let replayed) = record.decision { replayed.message == id } else { false }
            }
            return .page(
                QuarantinedMessagePage(
                    visit: visit, stored: stored, message: visit.services.decode(stored), replay: replay
                ).render(),
                shown: ["message:\(id)"])
        },
        .post("/karantina/baca-ulang", .policy(.replayQuarantine)) { visit in
            try await visit.services.replays.ask(by: try visit.mandate())
            return await visit.done("/karantina", visit.words(ProfileText.replayBegun))
        },
        .get("/api/replay", .policy(.viewQuarantine), isInterface: true) { visit in
            let progress = ReplayProgress(await visit.services.replays.latest(), visit.words)
            var reply = Reply.json(Array(progress.json.utf8))
            reply.detail = "progress"
            return reply
        },
        .post("/karantina/{id}/baca-ulang", .policy(.replayQuarantine)) { visit in
            let id = try visit.id(of: ReceivedMessage.self)
            let outcome = try await replay(visit).replay(id, by: try visit.mandate(), atMilliseconds: visit.now)
            return await done(outcome, visit)
        },
    ]

    private static func replay(_ visit: Visit) async throws -> QuarantineReplay {
        QuarantineReplay(
            store: visit.services.store, tokeniser: visit.services.tokeniser,
            reader: try await visit.services.profiles.reader())
    }

    private static func done(_ outcome: QuarantineReplay.Outcome, _ visit: Visit) async -> Reply {
        let words = visit.words
        guard outcome.readable > 0 else { return await visit.done("/karantina", words(ProfileText.replayedNone)) }
        return await visit.done(
            "/karantina", words(ProfileText.replayed) + ": " + words.messages(outcome.readable))
    }
}

/// The list of quarantined messages.
struct QuarantinePage {
    let visit: Visit
    let rows: [InboxRow]
    let hasMore: Bool
    let job: ReplayJob?

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(QuarantineText.title), current: .quarantine).render { html in
            html.add("h1", words(QuarantineText.title))
            html.add("p", ["class": "quiet"], words(QuarantineText.lead))
            ReplayProgress(job, words).write(&html)
            if rows.isEmpty { return html.add("p", ["class": "empty"], words(QuarantineText.none)) }
            if visit.allows(.replayQuarantine) {
                ReplayButton.write("/karantina/baca-ulang", words(ProfileText.replayAll), visit, &html)
            }
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
                                if row.state == .replayed {
                                    html.add("span", ["class": "tag ok"], words(.messageState, row.state))
                                }
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
    /// The decision by which it went on.
    let replay: DecisionRecord?

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
            if let replay, case .quarantineReplayed(let replayed) = replay.decision {
                html.add("p", ["class": "notice ok"]) { html in
                    html.say(
                        words(ProfileText.replayedHow) + " "
                            + visit.clock.moment(replay.atMilliseconds, now: visit.now) + " · "
                            + (replayed.profile.map { "\($0.id) v\($0.version)" } ?? words(ProfileText.program))
                            + " · " + words.messages(replayed.results.count))
                }
            } else if visit.allows(.replayQuarantine) {
                ReplayButton.write(
                    "/karantina/\(stored.id)/baca-ulang", words(ProfileText.replayOne), visit, &html)
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

/// The button that has messages read again.
enum ReplayButton {
    static func write(_ address: String, _ label: String, _ visit: Visit, _ html: inout Markup) {
        html.add("form", ["method": "post", "action": address, "class": "toolbar"]) { html in
            FormParts.token(visit, &html)
            html.add("button", ["class": "button"], label)
        }
    }
}
