// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards
import Screening
import Travel

/// What a board shows: which posts, which way, in which order.
struct BoardView: Hashable, Sendable {
    var posts: Set<String>?
    var direction: TravelDirection
    var isByRank = false
    var hitsOnly = false

    init(posts: Set<String>?, direction: TravelDirection) {
        self.posts = posts
        self.direction = direction
    }

    /// Reads the choices of an address; the purpose decides the direction where none is chosen.
    init(_ visit: Visit) {
        posts = visit.boardPosts
        let natural: TravelDirection =
            visit.signedIn?.session.grant?.purpose == .departureControl ? .departure : .arrival
        direction =
            switch visit.query["arah"] {
            case "berangkat": .departure
            case "datang": .arrival
            default: natural
            }
        isByRank = visit.query["urut"] == "peringkat"
        hitsOnly = visit.query["hanya"] == "kecocokan"
    }

    /// The address of the board with these choices.
    var path: String {
        "/papan?arah=" + (direction == .departure ? "berangkat" : "datang") + (isByRank ? "&urut=peringkat" : "")
            + (hitsOnly ? "&hanya=kecocokan" : "")
    }

    func with(_ change: (inout BoardView) -> Void) -> BoardView {
        var copy = self
        change(&copy)
        return copy
    }
}

/// Reads boards from the store.
struct BoardReader: Sendable {
    let services: DeskServices
    let configuration: DeskConfiguration

    /// The rows of a board around now, at most 500.
    func rows(_ view: BoardView, now: Int64) async throws(DeskError) -> [BoardRow] {
        let minute = Int(now / 60_000)
        let query = BoardQuery(
            posts: view.posts, direction: view.direction, fromUTC: minute - configuration.boardHoursBack * 60,
            toUTC: minute + configuration.boardHoursAhead * 60, limit: 500)
        do { return try await services.store.board(query) } catch { throw .casework(.store(error)) }
    }

    /// The lines of a board in the order chosen.
    func lines(_ view: BoardView, clock: LocalClock, now: Int64) async throws(DeskError) -> [BoardLine] {
        let rows = try await rows(view, now: now), marks = try await marks(now: now)
        let lines = rows.map { BoardLine($0, faces: marks, clock: clock, services: services, now: now) }
        return BoardReader.arranged(lines, view)
    }

    /// The faces that were confirmed in the last hours.
    func marks(now: Int64) async throws(DeskError) -> FaceMarks {
        do { return try await FaceMarks(services, atMilliseconds: now) } catch { throw DeskError(error) }
    }

    /// Lines filtered and sorted: by time, or the highest rank first.
    static func arranged(_ lines: [BoardLine], _ view: BoardView) -> [BoardLine] {
        lines.filter { !view.hitsOnly || $0.waiting + $0.confirmed + $0.faces > 0 }.sorted { a, b in
            if view.isByRank, a.rank != b.rank { return a.rank > b.rank }
            let times = (a.utcMinutes ?? .max, b.utcMinutes ?? .max)
            return times.0 == times.1 ? a.designation < b.designation : times.0 < times.1
        }
    }
}
