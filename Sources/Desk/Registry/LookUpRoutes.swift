// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Identity
import Mandate
import Messages
import Screening
import Travel
import Wording

/// Who somebody at a post is, by number or document (requirement R27).
struct LookUpRoutes: Sendable {
    let readers: ReaderCounter

    var routes: [RouteDeclaration] {
        [
            .get("/kenali", .policy(.lookUpResident)) { visit in
                let page = await form(visit)
                return .page(page.render(), shown: page.card?.residents(visit) ?? [])
            },
            .post("/kenali", .policy(.lookUpResident)) { visit in try await lookUp(visit) },
            .post("/kenali/wajah", .policy(.compareHolder), body: .portraits) { visit in
                // What it shows is what a look-up shows.
                guard visit.allows(.lookUpResident) else { throw DeskError.notFound }
                return try await lookUp(visit, comparing: .photographHere)
            },
            .post("/kenali/foto", .policy(.verifyHolder), body: .portraits) { visit in
                guard visit.allows(.lookUpResident) else { throw DeskError.notFound }
                return try await lookUp(visit, comparing: .registrysPhotograph)
            },
        ]
    }

    /// The form with the readers of the post, and a card that waits.
    private func form(_ visit: Visit) async -> LookUpPage {
        var page = LookUpPage(visit: visit)
        page.readers = await readers.readers(visit)
        page.card = await readers.waiting(visit).map(CardAtPost.init)
        return page
    }

    /// What a face is compared with besides.
    private enum FaceReference { case photographHere, registrysPhotograph }

    private func lookUp(_ visit: Visit, comparing reference: FaceReference? = nil) async throws -> Reply {
        let words = visit.words
        let terms = visit.services.registry.terms
        guard terms.holds(atMilliseconds: visit.now) else {
            throw DeskError.casework(.notAllowed(why: words(RegistryText.agreementOver)))
        }
        let waiting = await readers.waiting(visit)
        var input: LookUpInput?
        if let handle = visit.form["kartu"] {
            input = waiting.flatMap { $0.handle == handle ? LookUpInput($0.reading) : nil }
        } else {
            input = LookUpInput(visit.form["isi"] ?? "", today: visit.clock.now(visit.now)?.date)
        }
        guard let input else {
            var page = await form(visit)
            page.problem = words(visit.form["kartu"] == nil ? LookUpText.nothingRead : .cardGone)
            return .page(page.render(), shown: page.card?.residents(visit) ?? [], detail: "unread")
        }
        let places = try await present(input, visit)
        let asksDetails = visit.form["rincian"] != nil && DetailsPart.isOffered(visit)
        let entry = ResidentLookUp(
            resident: input.nik.map { visit.services.tokeniser.token(.nik, $0.description) },
            traveller: places.first?.traveller.id, isScanned: input.isScanned, reason: visit.form["alasan"],
            asksDetails: asksDetails ? true : nil)
        do {
            try await visit.services.acts.lookUp(
                entry, under: visit.services.lookUps, by: try visit.mandate(), atMilliseconds: visit.now)
        } catch CaseworkError.reasonRequired {
            var page = await form(visit)
            page.problem = words(LookUpText.needsReason)
            page.needsReason = true
            return .page(page.render(), shown: page.card?.residents(visit) ?? [], detail: "reason asked for")
        }
        if let waiting, input.card != nil { await readers.forget(waiting.handle, visit) }
        let finding = await finding(input, places.first?.traveller, visit)
        var page = LookUpResultPage(visit: visit, input: input, places: places, finding: finding)
        // The look-up is recorded by now, with what was asked for. A number that only the carrier quoted may be another's.
        if asksDetails, input.nik != nil, case .record(_, let record?) = finding {
            page.details = visit.services.registry.extract?.details(of: record.nik)
        }
        let own = try await OwnTies(visit).ties(to: input, places.map(\.traveller), finding, visit)
        var detail = "found=\(places.count)" + (page.details == nil ? "" : " details")
        switch reference {
        case nil: break
        case .photographHere:
            let comparison = try await HolderComparison.made(input, places.first?.traveller, visit)
            page.comparison = comparison
            detail += " face=" + comparison.code
        case .registrysPhotograph:
            let comparison = try await RegistryFaceComparison.made(input, places.first?.traveller, visit)
            page.registryFace = comparison
            detail += " registry-face=" + comparison.code
        }
        if let ties = OwnTie.text(own) { detail += " " + ties }
        let residents = finding.residents.map { "resident:\(visit.services.tokeniser.token(.nik, $0.description))" }
        return .page(
            page.render(), shown: places.map { "traveller:\($0.traveller.id)" } + residents, detail: detail)
    }

    /// The travellers on today's voyages of the officer's posts who quote the number or bear the document.
    private func present(_ input: LookUpInput, _ visit: Visit) async throws -> [PresentTraveller] {
        let store = visit.services.store
        var found: [TravellerLocation] = []
        if let nik = input.nik {
            found += try await store.travellers(
                carrying: [visit.services.tokeniser.token(.nik, nik.description)], limit: 50)
        }
        if let number = input.zone?.documentNumber, number.count >= 4 {
            found += try await visit.services.search.find(SearchQuery(document: number), limit: 50)
        }
        return try await PresentTraveller.open(found, limit: 5, visit)
    }

    /// Asks the registry by whichever access there is.
    private func finding(
        _ input: LookUpInput, _ traveller: Traveller?, _ visit: Visit
    ) async -> LookUpFinding {
        var claim = input.claim
        if input.zone == nil, input.card == nil, let traveller { claim = traveller.claim }
        claim.nik = input.nik ?? traveller?.nik.current
        let registry = visit.services.registry
        if let extract = registry.extract {
            guard let nik = claim.nik else { return .candidates(claim, extract.answer(claim)) }
            return .record(claim, extract.record(of: nik))
        }
        guard let question = RegistryQuestion(claim) else { return .nothingToAsk }
        let compares = claim.surname != nil || claim.given != nil
        if !compares, terms(visit).service.mode == .verification { return .nothingToAsk }
        guard let verification = registry.verification else { return .nothingToAsk }
        return .standing(claim, await verification.askNow(question, about: traveller))
    }

    private func terms(_ visit: Visit) -> RegistryTerms { visit.services.registry.terms }
}
