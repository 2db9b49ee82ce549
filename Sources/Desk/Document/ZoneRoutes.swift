// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Messages
import Safeguards
import Screening
import Travel
import Wording

/// A zone scanned at a post: read, compared with today's voyages, registered as a crossing, checked.
enum ZoneRoutes {
    static let routes: [RouteDeclaration] = [
        .post("/dokumen/zona", .policy(.enterDocument)) { visit in try await read(visit) },
        .post("/dokumen/lintas", .policy(.enterDocument)) { visit in try await register(visit) },
        .get("/dokumen/lintas/{id}", .policy(.enterDocument)) { visit in try await result(visit) },
    ]

    /// How long a page waits for the check of what was just stored.
    private static let patienceMilliseconds = 5_000
    private static let stepMilliseconds = 100

    /// The reading of the form's zone with the repair that was accepted, or nil where there is none.
    private static func reading(_ visit: Visit) -> (reading: MRZReading, accepted: Int?)? {
        let text = String((visit.form["zona"] ?? "").prefix(ZoneForm.limit))
        let today = visit.clock.now(visit.now)?.date
        guard
            let reading = MRZSearch.zones(in: Array(text.utf8)).lazy.compactMap({
                MRZReading(lines: $0.lines, today: today)
            }).first
        else { return nil }
        let accepted = visit.form["perbaikan"].flatMap { Int($0) }
        return (reading, accepted.flatMap { reading.repairs.indices.contains($0) ? $0 : nil })
    }

    private static func read(_ visit: Visit) async throws -> Reply {
        guard let (reading, accepted) = reading(visit) else {
            let page = DocumentPage(
                visit: visit, crossing: try await DocumentRoutes.crossing(visit), problem: visit.words(ZoneText.none))
            return .page(page.render(), detail: "zone=none")
        }
        let zone = accepted.map { reading.repairs[$0].zone } ?? reading.zone
        let found = try await people(zone, visit)
        let page = ZonePage(visit: visit, reading: reading, accepted: accepted, found: found)
        let verdict = zone.map { $0.isVerified ? "verified" : "wrong" } ?? "unread"
        return .page(
            page.render(), shown: found.map { "traveller:\($0.traveller.id)" },
            detail: "zone=\(verdict) repairs=\(reading.repairs.count) found=\(found.count)")
    }

    /// Who on today's voyages of the officer's posts bears the document, or its name and birth date.
    private static func people(_ zone: MachineReadableZone?, _ visit: Visit) async throws -> [PresentTraveller] {
        guard let zone else { return [] }
        var places: [TravellerLocation] = []
        if let number = zone.documentNumber, number.count >= 4 {
            places = try await visit.services.search.find(SearchQuery(document: number), limit: 50)
        }
        if let birth = zone.birthDate?.date {
            let name = [zone.surname, zone.given].compactMap(\.self).joined(separator: " ")
            if !name.isEmpty {
                places += try await visit.services.search.find(SearchQuery(name: name, birthDate: birth), limit: 50)
            }
        }
        let own = places.filter { place in
            visit.boardPosts.map { posts in
                [place.facts.from, place.facts.to].contains { $0.map(posts.contains) ?? false }
            } ?? true
        }
        return try await PresentTraveller.open(own, limit: 10, visit)
    }

    // MARK: Registering

    private static func register(_ visit: Visit) async throws -> Reply {
        let words = visit.words
        guard let post = visit.signedIn?.session.chosenPost, let port = visit.services.gazetteer.port(post.description),
            let time = visit.clock.now(visit.now)
        else { throw DeskError.refused(.enterDocument, .postUnknown) }
        guard let (reading, accepted) = reading(visit),
            let zone = accepted.map({ reading.repairs[$0].zone }) ?? reading.zone
        else { throw DeskError.casework(.invalid(field: words(ZoneText.zone), why: words(ZoneText.none))) }
        let changes = reading.cleaning + (accepted.map { reading.repairs[$0].changes } ?? [])
        let record = CrossingRecord(
            post: post.description, mode: port.mode, time: time, isArrival: visit.form["arah"] != "berangkat",
            reference: visit.form["catatan"], plate: visit.form["polisi"]?.uppercased(), repairs: changes)
        let receipts = try await visit.services.entrance.submit(
            record.bytes(with: zone.lines), origin: "desk:" + post.description)
        guard let receipt = receipts.first, receipt.outcome != .quarantined else {
            throw DeskError.casework(
                .invalid(field: words(ZoneText.zone), why: words(.messageReceipt, InboxReceipt.Outcome.quarantined)))
        }
        try await visit.note(
            .enterDocument, subjects: ["message:\(receipt.id)"],
            detail: "zone=\(zone.isVerified ? "verified" : "wrong") repairs=\(accepted == nil ? 0 : 1)")
        return .done("/dokumen/lintas/\(receipt.id)")
    }

    /// What the check of a registered crossing found.
    private static func result(_ visit: Visit) async throws -> Reply {
        let id = try visit.id(of: ReceivedMessage.self)
        var bytes = id.bytes
        withUnsafeBytes(of: UInt32(0).bigEndian) { bytes.append(contentsOf: $0) }
        let token = visit.services.tokeniser.token(.traveller, bytes)
        let traveller = RecordID<Traveller>(high: token.high, low: token.low)
        guard let stored = try await visit.services.store.message(id), stored.origin.hasPrefix("desk:") else {
            throw DeskError.notFound
        }
        var waited = 0
        var place = try await visit.services.store.locate(traveller)
        while place == nil, waited < patienceMilliseconds, !Task.isCancelled {
            // The screener takes what is stored within some tenths of a second.
            try await Task.sleep(for: .milliseconds(stepMilliseconds))
            waited += stepMilliseconds
            place = try await visit.services.store.locate(traveller)
        }
        guard let place else {
            return .page(CrossingPage(visit: visit, opening: nil, traveller: nil).render())
        }
        let opening = try await VoyageOpening(place.facts.id, visit)
        guard let person = opening.traveller(traveller) else { throw DeskError.notFound }
        let page = CrossingPage(visit: visit, opening: opening, traveller: person)
        return .page(
            page.render(), shown: ["message:\(id)", "traveller:\(person.id)"],
            detail: "hits=\(opening.hits(of: person.id).count)")
    }
}
