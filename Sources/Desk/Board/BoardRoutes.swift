// SPDX-License-Identifier: Apache-2.0

import Casework
import Gazetteer
import Mandate
import Travel
import Wording

/// The board, as page, interface and live line.
struct BoardRoutes: Sendable {
    let reader: BoardReader
    let live: LiveBoard

    var routes: [RouteDeclaration] {
        [
            .get("/papan", .policy(.viewBoard)) { visit in
                let view = BoardView(visit)
                let lines = try await reader.lines(view, clock: visit.clock, now: visit.now)
                let alarms =
                    visit.allows(.viewDecisions)
                    ? try await LookUpAlarmDesk(services: visit.services).count(at: visit.boardPosts, now: visit.now)
                    : nil
                return .page(
                    BoardPage(
                        visit: visit, view: view, lines: lines,
                        registry: await visit.services.registry.verification?.overview(), alarms: alarms
                    ).render(), shown: lines.map { "voyage:" + $0.id })
            },
            .get("/api/board", .policy(.viewBoard), isInterface: true) { visit in
                let view = BoardView(visit)
                let lines = try await reader.lines(view, clock: visit.clock, now: visit.now)
                let json = DeskJSON.object([
                    "asOfMilliseconds": "\(visit.now)", "direction": DeskJSON.quoted(view.direction.rawValue),
                    "zone": DeskJSON.quoted(visit.clock.zone.label), "voyages": DeskJSON.array(lines.map(\.json)),
                ])
                return .json(Array(json.utf8), shown: lines.map { "voyage:" + $0.id })
            },
            .get("/live/board", .policy(.viewBoard), isInterface: true) { visit in
                guard let token = visit.token, let signedIn = visit.signedIn else { throw DeskError.notSignedIn }
                let view = BoardView(visit)
                let lines = try await reader.lines(view, clock: visit.clock, now: visit.now)
                let stream = try await live.subscribe(
                    LiveBoard.Reader(token: token, signedIn: signedIn, view: view, clock: visit.clock), showing: lines)
                return Reply(body: .events(stream), shown: [], detail: "live board opened")
            },
        ]
    }
}
