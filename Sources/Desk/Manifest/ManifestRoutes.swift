// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import HTTPTypes
import Mandate
import Manifests
import Safeguards
import Screening
import Travel
import Wording

/// A passenger list made by hand: read, mapped, checked, handed in; it goes the way of every message.
struct ManifestRoutes: Sendable {
    let shelf: DraftShelf

    /// The desk's lists are smaller than the command line's.
    static let limits: SheetLimits = {
        var limits = SheetLimits()
        limits.bytes = 2 * 1024 * 1024
        limits.rows = 5_000
        return limits
    }()

    var routes: [RouteDeclaration] {
        [
            .get("/manifes", .policy(.submitManifest)) { visit in
                .page(ManifestStartPage(visit: visit, layouts: try await layouts(visit)).render())
            },
            .post("/manifes", .policy(.submitManifest), body: .passengerList) { visit in try await start(visit) },
            .get("/manifes/{id}", .policy(.submitManifest)) { visit in
                let held = try await find(visit)
                if let result = held.result {
                    return .page(
                        ManifestResultPage(visit: visit, result: result).render(),
                        shown: result.messages.map { "message:\($0)" }, detail: "result")
                }
                let page = ManifestDraftPage(visit: visit, draft: held.draft, reading: held.draft.read())
                return .page(page.render(), detail: page.counts)
            },
            .post("/manifes/{id}", .policy(.submitManifest)) { visit in try await change(visit) },
            .get("/manifes/{id}/periksa", .policy(.submitManifest)) { visit in try await confirm(visit) },
            .post("/manifes/{id}/kirim", .policy(.submitManifest)) { visit in try await submit(visit) },
            .post("/manifes/{id}/buang", .policy(.submitManifest)) { visit in
                let officer = try visit.officer().session.officer
                await shelf.discard(try visit.id(of: DraftShelf.Held.self), of: officer)
                try await visit.note(.submitManifest, detail: "discarded")
                return await visit.done("/manifes", visit.words(ManifestText.discarded))
            },
        ]
    }

    private func layouts(_ visit: Visit) async throws -> [LayoutShelf.Entry] {
        try await LayoutShelf(visit.services.store).entries
    }

    private func find(_ visit: Visit) async throws -> DraftShelf.Held {
        let officer = try visit.officer().session.officer
        guard let held = await shelf.find(try visit.id(of: DraftShelf.Held.self), of: officer, now: visit.now) else {
            throw DeskError.notFound
        }
        return held
    }

    // MARK: Reading

    private func start(_ visit: Visit) async throws -> Reply {
        let file = visit.form.file("berkas") ?? []
        let bytes = file.isEmpty ? Array((visit.form.verbatim("tempel") ?? "").utf8) : file
        let shelfOfLayouts = try await LayoutShelf(visit.services.store)
        var draft: ManifestDraft
        do throws(SheetRefusal) {
            draft = try ManifestDraft(
                bytes, today: visit.clock.today(visit.now) ?? ManifestRoutes.epoch, gazetteer: visit.services.gazetteer,
                limits: ManifestRoutes.limits)
        } catch {
            var reply = Reply.page(
                ManifestStartPage(visit: visit, layouts: shelfOfLayouts.entries, refusal: error).render())
            reply.status = .unprocessableContent
            return reply
        }
        let typed = visit.form["operator"].flatMap { ListVoyage.operatorCode($0) }
        if let typed { draft.voyage.operatorCode = typed }
        if let entry = shelfOfLayouts.entry(
            operatorCode: draft.voyage.operatorCode, fingerprint: draft.fingerprint)
        {
            draft.apply(entry.layout)
        }
        let session = try visit.officer().session
        if let post = session.chosenPost, let port = visit.services.gazetteer.port(post.description) {
            if draft.voyage.mode == nil {
                let isShip = draft.voyage.conveyance != nil || draft.voyage.imo != nil
                draft.voyage.mode = isShip ? .sea : draft.voyage.plate != nil ? .land : port.mode
            }
            if draft.voyage.from == nil, draft.voyage.to == nil {
                if session.grant?.purpose == .arrivalControl { draft.voyage.to = port.code }
                if session.grant?.purpose == .departureControl { draft.voyage.from = port.code }
            }
        }
        let id = await shelf.hold(draft, of: session.officer, now: visit.now)
        try await visit.note(
            .submitManifest, detail: "read bytes=\(bytes.count) rows=\(draft.sheet.rows.count)")
        return .done("/manifes/\(id)")
    }

    private static let epoch: CivilDate = {
        guard let day = CivilDate(year: 1970, month: 1, day: 1) else { preconditionFailure("a day of the calendar") }
        return day
    }()

    // MARK: Changing

    private func change(_ visit: Visit) async throws -> Reply {
        var draft = try await find(visit).draft
        let id = try visit.id(of: DraftShelf.Held.self)
        ManifestForm(visit: visit).apply(to: &draft)
        await shelf.replace(id, draft, now: visit.now)
        try await visit.note(.submitManifest, detail: "mapped")
        let isReady = draft.read().isReady
        return .done(visit.form["aksi"] == "lanjut" && isReady ? "/manifes/\(id)/periksa" : "/manifes/\(id)")
    }

    // MARK: Handing in

    private func intent(_ visit: Visit) -> ListIntent { visit.form["maksud"] == "tambah" ? .add : .replace }

    private func plan(_ visit: Visit, _ draft: ManifestDraft, _ intent: ListIntent) async throws -> ListPlan {
        let reading = draft.read()
        guard reading.isReady, let time = visit.clock.now(visit.now) else { throw DeskError.badRequest(field: "list") }
        let plan = try await visit.services.lists.plan(reading, intent: intent, at: time)
        for part in plan.parts { try visit.require(.submitManifest, at: part.facts) }
        return plan
    }

    private func confirm(_ visit: Visit) async throws -> Reply {
        let held = try await find(visit)
        let id = try visit.id(of: DraftShelf.Held.self)
        guard held.result == nil, held.draft.read().isReady else { return .done("/manifes/\(id)") }
        let plan = try await plan(visit, held.draft, .replace)
        let page = ManifestConfirmPage(visit: visit, draft: held.draft, reading: held.draft.read(), plan: plan)
        return .page(page.render(), shown: page.shown, detail: "difference")
    }

    private func submit(_ visit: Visit) async throws -> Reply {
        let id = try visit.id(of: DraftShelf.Held.self)
        let officer = try visit.officer().session.officer
        guard let draft = await shelf.claim(id, of: officer, now: visit.now) else { throw DeskError.notFound }
        do {
            await shelf.finish(id, try await handIn(draft, visit))
        } catch {
            await shelf.release(id)
            throw error
        }
        return .done("/manifes/\(id)")
    }

    private func handIn(_ draft: ManifestDraft, _ visit: Visit) async throws -> DraftShelf.Result {
        let reading = draft.read()
        let plan = try await plan(visit, draft, intent(visit))
        var messages: [RecordID<ReceivedMessage>] = plan.parts.compactMap { $0.earlier?.id }
        if !plan.isKnown {
            let post = try visit.officer().session.chosenPost
            let receipts = try await visit.services.entrance.submit(
                plan.bytes, origin: "list:" + (post?.description ?? "desk"))
            messages = receipts.map(\.id)
        }
        var version: Int?
        if visit.form["ingat"] != nil {
            version = try await visit.services.acts.writeLayout(
                draft, by: try visit.mandate(), atMilliseconds: visit.now)
        }
        try await visit.note(
            .submitManifest,
            subjects: messages.map { "message:\($0)" } + plan.parts.map { "voyage:\($0.voyage)" },
            detail: "handed in travellers=\(reading.travellers) refused=\(reading.refused.count)")
        return DraftShelf.Result(
            travellers: reading.travellers, voyages: plan.parts.map(\.voyage), messages: messages,
            isKnown: plan.isKnown, layoutVersion: version, refused: reading.refused, flawed: reading.flawed)
    }
}
