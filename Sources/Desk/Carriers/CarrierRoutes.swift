// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Mandate
import Messages
import Screening
import Wording

/// Carrier profiles: the list, the versions of one, and the form that checks, tries and saves.
enum CarrierRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/pengangkut", .policy(.viewProfiles)) { visit in
            let latest = try await visit.services.profiles.latest()
            return .page(
                CarrierListPage(visit: visit, profiles: latest, officers: try await officers(visit)).render(),
                detail: "profiles=\(latest.count)")
        },
        .get("/pengangkut/{id}", .policy(.viewProfiles)) { visit in
            let id = visit.parameters["id"] ?? ""
            let versions = try await visit.services.profiles.versions().filter { $0.saved.profile.id == id }
                .sorted { $0.saved.version > $1.saved.version }
            guard !versions.isEmpty else { throw DeskError.notFound }
            return .page(
                CarrierPage(visit: visit, versions: versions, officers: try await officers(visit)).render(),
                detail: "versions=\(versions.count)")
        },
        .post("/pengangkut", .policy(.editProfile), body: .trial) { visit in
            let text = visit.form.verbatim("teks") ?? ""
            let file = ProfileFile(Array(text.utf8))
            var draft = CarrierDraft(text: text, problems: file.problems)
            guard let profile = file.profile else {
                var reply = Reply.page(CarrierDraftPage(visit: visit, draft: draft).render())
                reply.status = .unprocessableContent
                return reply
            }
            if visit.form["aksi"] == "simpan" {
                do {
                    let mandate = try visit.mandate()
                    let saved = try await visit.services.profiles.save(
                        profile, by: mandate, atMilliseconds: visit.now)
                    // The profile is saved whatever becomes of this, and the officer is told so.
                    let isBegun = (try? await visit.services.replays.ask(by: mandate)) != nil
                    return await visit.done(
                        "/pengangkut/\(profile.id)",
                        visit.words(ProfileText.saved) + " v\(saved.version) · "
                            + visit.words(isBegun ? ProfileText.replayBegun : .replayNotBegun), isProblem: !isBegun)
                } catch CaseworkError.notAllowed {
                    draft.note = .unchanged
                    return .page(CarrierDraftPage(visit: visit, draft: draft).render())
                }
            }
            let reader = try await visit.services.profiles.reader(trying: profile)
            let days = min(92, max(1, visit.form["hari"].flatMap { Int($0) } ?? 7))
            let replay = QuarantineReplay(
                store: visit.services.store, tokeniser: visit.services.tokeniser, reader: reader)
            draft.days = days
            draft.count = try await replay.count(sinceMilliseconds: visit.now - Int64(days) * 86_400_000)
            draft.note = .noProblem
            if let input = try? TrialInput.bytes(visit) { draft.trials = MessageTrials(input, reader: reader) }
            return .page(
                CarrierDraftPage(visit: visit, draft: draft).render(),
                detail: "check looked=\(draft.count?.looked ?? 0) readable=\(draft.count?.readable ?? 0)")
        },
    ]

    private static func officers(_ visit: Visit) async throws -> [String: String] {
        let accounts = try await visit.services.store.accounts()
        return Dictionary(
            accounts.map { ("\($0.officer.id)", $0.officer.displayName) }, uniquingKeysWith: { a, _ in a })
    }
}
