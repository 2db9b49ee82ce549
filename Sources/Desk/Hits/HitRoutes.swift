// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// The hits that wait at a post, the soonest voyage first, and what officers do with a hit.
enum HitRoutes {
    /// How many hits one page opens; the rest is told.
    private static let pageLimit = 60

    static let routes: [RouteDeclaration] = [
        .get("/atensi", .policy(.viewHits)) { visit in try await queue(visit) },
        .post("/kecocokan/{id}/putusan", .record(.judge)) { visit in try await judge(visit) },
        .post("/kecocokan/{id}/tugas", .record(.assign)) { visit in try await assign(visit) },
    ]

    private static func queue(_ visit: Visit) async throws -> Reply {
        let minute = Int(visit.now / 60_000)
        let rows = try await visit.services.store.hits(
            HitQuery(
                posts: visit.boardPosts, statuses: [.open, .reopened],
                fromUTC: minute - visit.configuration.boardHoursBack * 60,
                toUTC: minute + 2 * visit.configuration.boardHoursAhead * 60, limit: 500))
        let marks = try await FaceMarks(visit.services, atMilliseconds: visit.now)
        let seen = Set(rows.filter { marks.contains($0.hit, on: $0.facts.id) }.map(\.hit.id))
        let sorted = rows.sorted { a, b in
            // Who stands at a station now comes before who is still on the way.
            if seen.contains(a.hit.id) != seen.contains(b.hit.id) { return seen.contains(a.hit.id) }
            let times = (a.facts.postTimeUTC ?? .max, b.facts.postTimeUTC ?? .max)
            if times.0 != times.1 { return times.0 < times.1 }
            return a.hit.rank == b.hit.rank ? a.hit.id < b.hit.id : a.hit.rank > b.hit.rank
        }
        var items: [HitQueuePage.Item] = []
        var voyages: [RecordID<Voyage>: Voyage] = [:]
        for row in sorted.prefix(pageLimit) where visit.allows(.viewHits, at: row.facts) {
            if voyages[row.facts.id] == nil {
                voyages[row.facts.id] = try await visit.services.voyages.voyage(row.facts.id)
            }
            let traveller = voyages[row.facts.id]?.travellers.first { candidate in
                candidate.id == row.hit.traveller || candidate.contributions.contains { $0.id == row.hit.traveller }
            }
            if let traveller {
                items.append(
                    HitQueuePage.Item(
                        hit: row.hit, traveller: traveller, facts: row.facts, isSeen: seen.contains(row.hit.id)))
            }
        }
        let faces = marks.waiting(
            at: visit.boardPosts, for: visit.signedIn?.session.grant?.purpose,
            besides: items.map { ($0.hit, $0.facts.id) })
        let shown =
            items.flatMap { ["hit:\($0.hit.id)", "traveller:\($0.traveller.id)"] }
            + faces.map { "face:\($0.id)" }
        return .page(
            HitQueuePage(visit: visit, items: items, total: sorted.count, faces: faces).render(), shown: shown)
    }

    /// The hit, with the policy asked at its voyage's posts.
    private static func open(_ visit: Visit) async throws -> HitRow {
        let id = try visit.id(of: Hit.self)
        guard let row = try await visit.services.store.hits(HitQuery(ids: [id], limit: 1)).first else {
            throw DeskError.notFound
        }
        try visit.admit(to: row.facts)
        return row
    }

    private static func judge(_ visit: Visit) async throws -> Reply {
        let row = try await open(visit)
        guard let answer = visit.form["jawaban"].flatMap({ JudgementAnswer(rawValue: $0) }) else {
            throw DeskError.casework(
                .invalid(field: visit.words(DecisionText.judge), why: visit.words(DecisionText.chooseOne)))
        }
        _ = try await visit.services.acts.judge(
            hit: row.hit.id, answer: answer, reason: visit.form["alasan"] ?? "", by: try visit.mandate(),
            atMilliseconds: visit.now)
        return await visit.done("/penumpang/\(row.hit.traveller)", visit.words(DecisionText.recorded))
    }

    private static func assign(_ visit: Visit) async throws -> Reply {
        let row = try await open(visit)
        let mandate = try visit.mandate()
        var officer: RecordID<Officer>?
        if let login = visit.form["petugas"]?.lowercased() {
            let token = visit.services.tokeniser.token(.login, login)
            guard let account = try await visit.services.store.account(login: token), account.officer.isActive else {
                throw DeskError.casework(
                    .invalid(field: visit.words(HitText.assignee), why: visit.words(SignInText.login)))
            }
            officer = account.officer.id
        } else if visit.form["saya"] != nil {
            officer = mandate.officer
        }
        _ = try await visit.services.acts.assign(hit: row.hit.id, to: officer, by: mandate, atMilliseconds: visit.now)
        return await visit.done(
            "/penumpang/\(row.hit.traveller)", visit.words("Penugasan dicatat.", "The assignment is recorded."))
    }
}
