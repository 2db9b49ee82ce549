// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// A document typed at a post that gets no messages: it goes the way of every message, and makes the traveller.
enum DocumentRoutes {
    static let routes: [RouteDeclaration] =
        [
            .get("/dokumen", .policy(.enterDocument)) { visit in
                .page(try await DocumentPage(visit: visit, crossing: crossing(visit)).render())
            },
            .post("/dokumen", .policy(.enterDocument)) { visit in
                do { return try await enter(visit) } catch {
                    let rows = try await crossing(visit)
                    return try Reply.again(error, visit) { problem in
                        DocumentPage(visit: visit, crossing: rows, problem: problem).render()
                    }
                }
            },
        ] + ZoneRoutes.routes

    /// Today's voyages of the post, the latest first.
    static func crossing(_ visit: Visit) async throws -> [BoardRow] {
        guard let posts = visit.boardPosts else { return [] }
        let minute = Int(visit.now / 60_000)
        var rows: [BoardRow] = []
        for direction in [TravelDirection.arrival, .departure] {
            rows += try await visit.services.store.board(
                BoardQuery(posts: posts, direction: direction, fromUTC: minute - 1_440, toUTC: minute + 60, limit: 20))
        }
        return rows.filter { $0.facts.mode == .land }
    }

    private static func enter(_ visit: Visit) async throws -> Reply {
        let words = visit.words
        guard let post = visit.signedIn?.session.chosenPost, let port = visit.services.gazetteer.port(post.description),
            let time = visit.clock.now(visit.now)
        else { throw DeskError.refused(.enterDocument, .postUnknown) }
        var birth: PartialDate?
        if let text = visit.form["lahir"] {
            guard let date = PartialDate(iso: text) else {
                throw DeskError.casework(
                    .invalid(field: words(PostText.birthDate), why: text.count > 10 ? "…" : words("tanggal", "a date")))
            }
            birth = date
        }
        var expiry: CivilDate?
        if let text = visit.form["berlaku"] {
            guard let date = CivilDate(iso: text) else {
                throw DeskError.casework(.invalid(field: words(PostText.expiry), why: words("tanggal", "a date")))
            }
            expiry = date
        }
        let document = TypedDocument(
            surname: (visit.form["keluarga"] ?? "").uppercased(), given: (visit.form["depan"] ?? "").uppercased(),
            birthDate: birth,
            sex: visit.form["kelamin"].flatMap { Sex(rawValue: $0) }, nationality: visit.form["warga"]?.uppercased(),
            documentType: visit.form["jenis"] ?? "P", documentNumber: (visit.form["nomor"] ?? "").uppercased(),
            documentIssuer: visit.form["penerbit"]?.uppercased(), expiry: expiry,
            plate: visit.form["polisi"]?.uppercased())
        let bytes = try document.manifestBytes(
            mode: port.mode, post: post, isArrival: visit.form["arah"] != "berangkat", at: time)
        let receipts = try await visit.services.entrance.submit(bytes, origin: "desk:" + post.description)
        guard let receipt = receipts.first, receipt.outcome != .quarantined else {
            throw DeskError.casework(
                .invalid(field: words(PostText.title), why: words(.messageReceipt, InboxReceipt.Outcome.quarantined)))
        }
        try await visit.note(.enterDocument, subjects: ["message:\(receipt.id)"])
        return await visit.done(
            "/dokumen",
            words(PostText.saved) + " "
                + words("Buka lintasan untuk melihat hasilnya.", "Open the crossing to see the result."))
    }
}
