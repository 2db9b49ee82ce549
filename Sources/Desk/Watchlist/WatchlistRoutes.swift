// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Screening
import Watchlists
import Wording

/// Watchlist entries: the list, one entry's form, withdrawal, and files.
enum WatchlistRoutes {
    private static let pageLimit = 100
    /// The list that entries typed here belong to.
    private static let deskList = "DESK"

    static let routes: [RouteDeclaration] = [
        .get("/daftar-pantau", .policy(.viewWatchlist)) { visit in try await list(visit) },
        .get("/daftar-pantau/baru", .policy(.editWatchlist)) { visit in
            .page(WatchlistEntryPage(visit: visit, entry: nil).render())
        },
        .get("/daftar-pantau/{id}", .policy(.editWatchlist)) { visit in
            let entry = try await open(visit)
            return .page(WatchlistEntryPage(visit: visit, entry: entry).render(), shown: ["entry:\(entry.id)"])
        },
        .post("/daftar-pantau", .policy(.editWatchlist)) { visit in
            let id = visit.form["id"].flatMap { RecordID<WatchlistEntry>($0) }
            var existing: WatchlistEntry?
            if let id {
                existing = try await visit.services.store.entries([id]).first?.entry
                guard let existing, !existing.isWithdrawn else { throw DeskError.notFound }
            }
            do { return try await write(visit, over: existing) } catch {
                return try Reply.again(error, visit) { problem in
                    WatchlistEntryPage(visit: visit, entry: existing, problem: problem).render()
                }
            }
        },
        .post("/daftar-pantau/{id}/cabut", .policy(.editWatchlist)) { visit in
            let entry = try await open(visit)
            try await visit.services.acts.withdrawEntry(
                entry.id, reason: visit.form["alasan"] ?? "", by: try visit.mandate(), atMilliseconds: visit.now)
            return await visit.done("/daftar-pantau", visit.words(WatchlistText.withdrawn) + ".")
        },
        .post("/daftar-pantau/impor", .policy(.editWatchlist), body: .watchlistFile) { visit in try await take(visit) },
    ]

    private static func list(_ visit: Visit) async throws -> Reply {
        let offset = max(0, visit.query["mulai"].flatMap { Int($0) } ?? 0)
        let withdrawn = visit.query["dicabut"] == "1"
        let entries = try await visit.services.store.entries(
            offset: min(offset, 1_000_000), limit: pageLimit, includingWithdrawn: withdrawn)
        var notice: SignedIn.WatchlistNotice?
        if let token = visit.token, let last = visit.signedIn?.lastImport {
            notice = last
            await visit.sessions.change(token) { $0.lastImport = nil }
        }
        let page = WatchlistPage(
            visit: visit, entries: entries, offset: offset, hasMore: entries.count == pageLimit,
            showsWithdrawn: withdrawn,
            imported: notice)
        return .page(page.render(), shown: entries.map { "entry:\($0.id)" })
    }

    private static func open(_ visit: Visit) async throws -> WatchlistEntry {
        let id = try visit.id(of: WatchlistEntry.self)
        guard let entry = try await visit.services.store.entries([id]).first?.entry else { throw DeskError.notFound }
        return entry
    }

    private static func write(_ visit: Visit, over existing: WatchlistEntry?) async throws -> Reply {
        let names = [
            "KIND", "SURNAME", "GIVEN", "DOB", "SEX", "NATIONALITY", "DOC_NO", "DOC_ISSUER", "CONTACT_KIND", "CONTACT",
            "CARD", "OWNER", "BASIS", "CATEGORY", "GRADING", "REVIEW_DATE", "EXPIRY", "REASON",
        ]
        var columns: [String: String] = [:]
        for name in names { if let value = visit.form[name] { columns[name] = value } }
        let tokens = IdentityTokens(tokeniser: visit.services.tokeniser)
        let list = existing?.list ?? deskList
        var draft: WatchlistDraft
        do throws(WatchlistDraftError) {
            draft = try WatchlistDraft(columns: columns, list: list, tokens: tokens)
        } catch {
            let own = WatchlistDraftWords(error: error, words: visit.words)
            throw DeskError.casework(.invalid(field: own.field, why: own.why))
        }
        if let today = visit.clock.today(visit.now), draft.expiry < today {
            let why = visit.words(WatchlistText.alreadyExpired)
            throw DeskError.casework(.invalid(field: visit.words(WatchlistText.expiry), why: why))
        }
        draft.id = existing?.id
        let entry = try await visit.services.acts.writeEntry(draft, by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done("/daftar-pantau#e\(entry.id)", visit.words(WatchlistText.saved))
    }

    private static func take(_ visit: Visit) async throws -> Reply {
        guard let file = visit.form.file("berkas"), !file.isEmpty else {
            throw DeskError.casework(.invalid(field: "CSV", why: visit.words("pilih berkas", "choose a file")))
        }
        let list = (visit.form["daftar"] ?? deskList).uppercased()
        let result = try await visit.services.acts.importEntries(
            csv: file, list: String(list.prefix(40)), by: try visit.mandate(), atMilliseconds: visit.now)
        if let token = visit.token {
            await visit.sessions.change(token) {
                $0.lastImport = SignedIn.WatchlistNotice(
                    written: result.written, refusals: Array(result.refusals.prefix(200)))
            }
        }
        return .done("/daftar-pantau")
    }
}
