// SPDX-License-Identifier: Apache-2.0

import CardReader
import HTTPTypes
import Mandate
import Wording

/// Card readers at posts: what they hand in, who works with them, and the page's live line.
struct ReaderRoutes: Sendable {
    let readers: ReaderCounter

    var routes: [RouteDeclaration] {
        [
            .post("/api/reader/{post}", .reader, body: .readerLine, isInterface: true) { visit in try await take(visit)
            },
            .post("/kenali/pembaca", .policy(.lookUpResident)) { visit in try await hold(visit) },
            .get("/live/reader", .policy(.lookUpResident), isInterface: true) { visit in
                guard let token = visit.token else { throw DeskError.notSignedIn }
                return Reply(body: .events(try await readers.subscribe(token)), detail: "reader line opened")
            },
            .get("/api/reading", .policy(.lookUpResident), isInterface: true) { visit in try await reading(visit) },
        ]
    }

    /// One line of a reader. Whoever has its token hands in for its post and for no other.
    private func take(_ visit: Visit) async throws -> Reply {
        guard let reader = visit.reader else { throw DeskError.notSignedIn }
        guard visit.parameters["post"] == reader.post.description else { throw DeskError.forged }
        let event: ReaderEvent
        do { event = try ReaderLine.event(visit.body) } catch { throw DeskError.badRequest(field: error.rawValue) }
        guard try await readers.take(event, from: reader, now: visit.now) else {
            let json = DeskJSON.object([
                "type": "\"about:blank\"", "status": "409", "title": "\"Conflict\"", "code": "\"nobody-on-duty\"",
            ])
            return Reply(status: .conflict, body: .json(Array(json.utf8)), isRecorded: true)
        }
        return Reply(status: .noContent, body: .none, isRecorded: true)
    }

    /// An officer takes a reader of the post, or leaves it.
    private func hold(_ visit: Visit) async throws -> Reply {
        guard let name = ReaderName(visit.form["pembaca"] ?? "") else { throw DeskError.badRequest(field: "pembaca") }
        let isHeld: Bool
        switch visit.form["tindakan"] {
        case "pakai": isHeld = true
        case "lepas": isHeld = false
        default: throw DeskError.badRequest(field: "tindakan")
        }
        try await visit.note(.lookUpResident, detail: "reader \(name) " + (isHeld ? "taken" : "left"))
        try await readers.hold(name, isHeld, visit)
        return .done("/kenali")
    }

    /// The card that waits for the officer, with its record before it leaves.
    private func reading(_ visit: Visit) async throws -> Reply {
        let card = await readers.waiting(visit).map(CardAtPost.init)
        let facts = card?.facts(visit) ?? []
        let waiting = card.map { card in
            DeskJSON.object([
                "handle": DeskJSON.quoted(card.waiting.handle), "until": "\(card.waiting.untilMilliseconds)",
                "facts": DeskJSON.array(
                    facts.map {
                        DeskJSON.object(["label": DeskJSON.quoted($0.label), "value": DeskJSON.quoted($0.value)])
                    }),
            ])
        }
        let states = await readers.readers(visit).map { reader in
            DeskJSON.object([
                "name": DeskJSON.quoted(reader.name.description), "isReady": "\(reader.state == .ready)",
                "state": DeskJSON.quoted(ReaderPanel.state(reader, visit.words)),
                "fault": DeskJSON.quoted(ReaderPanel.fault(reader, visit.words)), "isOwn": "\(reader.isOwn)",
            ])
        }
        let json = DeskJSON.object(["reading": waiting ?? "null", "readers": DeskJSON.array(states)])
        var reply = Reply.json(Array(json.utf8), shown: card?.residents(visit) ?? [])
        reply.detail = card == nil ? "no card" : "card"
        return reply
    }
}
