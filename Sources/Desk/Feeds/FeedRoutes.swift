// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Mandate
import Wording

/// Feeds and their tokens; no data of travellers.
enum FeedRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/saluran", .policy(.viewFeeds)) { visit in
            let states = try await states(visit)
            return .page(
                FeedListPage(visit: visit, states: states).render(),
                shown: states.map { "feed:\($0.feed.name)" })
        },
        .get("/saluran/baru", .policy(.editFeed)) { visit in .page(FeedAddPage(visit: visit).render()) },
        .get("/saluran/{id}", .policy(.viewFeeds)) { visit in
            let state = try await state(visit)
            return .page(try await page(state, visit), shown: ["feed:\(state.feed.name)"])
        },
        .post("/saluran", .policy(.editFeed)) { visit in
            do {
                guard let name = visit.form["nama"].flatMap({ FeedName($0) }) else {
                    throw CaseworkError.invalid(field: "feed-name", why: "2 to 40 of a-z, 0-9, hyphen")
                }
                let added = try await visit.services.feeds.add(
                    name, try draft(visit), by: try visit.mandate(), atMilliseconds: visit.now)
                return shown(FeedTokenPage(visit: visit, feed: added.feed, secret: added.secret).render())
            } catch CaseworkError.notAllowed {
                var reply = Reply.page(
                    FeedAddPage(visit: visit, problem: visit.words(FeedText.nameTaken)).render())
                reply.status = .conflict
                return reply
            } catch {
                return try .again(error, visit) { FeedAddPage(visit: visit, problem: $0).render() }
            }
        },
        .post("/saluran/{id}", .policy(.editFeed)) { visit in
            let name = try name(visit)
            do {
                _ = try await visit.services.feeds.change(
                    name, try draft(visit), by: try visit.mandate(), atMilliseconds: visit.now)
            } catch { return try await again(error, visit) }
            return await visit.done("/saluran/\(name)", visit.words(FeedText.changed))
        },
        .post("/saluran/{id}/token", .policy(.editFeed)) { visit in
            do {
                let rotated = try await visit.services.feeds.rotate(
                    try name(visit), version: visit.form["versi"].flatMap { Int($0) } ?? 0,
                    overlapHours: visit.form["peralihan"].flatMap { Int($0) } ?? -1, by: try visit.mandate(),
                    atMilliseconds: visit.now)
                return shown(FeedTokenPage(visit: visit, feed: rotated.feed, secret: rotated.secret).render())
            } catch { return try await again(error, visit) }
        },
        .post("/saluran/{id}/cabut", .policy(.editFeed)) { visit in
            try await visit.services.feeds.withdraw(
                try name(visit), reason: visit.form["alasan"] ?? "", by: try visit.mandate(),
                atMilliseconds: visit.now)
            return await visit.done("/saluran", visit.words(FeedText.done))
        },
    ]

    /// A page after an act that wrote its own record.
    private static func shown(_ page: String) -> Reply {
        var reply = Reply.page(page)
        reply.isRecorded = true
        return reply
    }

    private static func again(_ error: any Error, _ visit: Visit) async throws -> Reply {
        guard case .casework(.invalid) = DeskError(error) else { throw error }
        let state = try await state(visit)
        let officers = try await OfficerNames.all(visit)
        let history = try await history(of: state, visit)
        return try .again(error, visit) {
            FeedPage(visit: visit, state: state, history: history, officers: officers, problem: $0).render()
        }
    }

    private static func page(_ state: FeedState, _ visit: Visit) async throws -> String {
        FeedPage(
            visit: visit, state: state, history: try await history(of: state, visit),
            officers: try await OfficerNames.all(visit)
        ).render()
    }

    private static func draft(_ visit: Visit) throws(CaseworkError) -> FeedDraft {
        try FeedDraft(
            speaksFor: visit.form["pengangkut"] ?? "", contact: visit.form["kontak"] ?? "",
            silenceHours: visit.form["diam"].flatMap { Int($0) })
    }

    private static func name(_ visit: Visit) throws(DeskError) -> FeedName {
        guard let name = visit.parameters["id"].flatMap({ FeedName($0) }) else { throw .notFound }
        return name
    }

    private static func states(_ visit: Visit) async throws -> [FeedState] {
        try await visit.services.feeds.states(
            of: visit.services.store, countingSince: visit.clock.dayStart(visit.now), atMilliseconds: visit.now)
    }

    private static func state(_ visit: Visit) async throws -> FeedState {
        let name = try name(visit)
        guard let state = try await states(visit).first(where: { $0.feed.name == name }) else {
            throw DeskError.notFound
        }
        return state
    }

    /// Newest first.
    private static func history(of state: FeedState, _ visit: Visit) async throws -> [FeedDesk.Entry] {
        try await visit.services.feeds.entries(atMilliseconds: visit.now)
            .filter { $0.version.feed.name == state.feed.name }.reversed()
    }
}
