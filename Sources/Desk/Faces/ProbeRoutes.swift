// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Wording

/// The kept picture of a face that two reviewers confirmed, for those who may see it on the hit's journey, or at the
/// station's post where there is no journey. Each look is on record before a byte leaves.
enum ProbeRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/wajah-pasti/{id}", .record(.viewProbe)) { visit in
            let probe = try await admitted(visit)
            let traveller = try await traveller(of: probe, visit)
            return .page(
                ProbePage(visit: visit, probe: probe, traveller: traveller).render(), shown: shown(probe),
                detail: "confirmed face")
        },
        .get("/wajah-pasti/{id}/gambar", .record(.viewProbe)) { visit in
            let probe = try await admitted(visit)
            guard let jpeg = try await visit.services.store.probePicture(of: probe.review) else {
                throw DeskError.notFound
            }
            return Reply(body: .asset(jpeg, type: "image/jpeg"), shown: shown(probe), detail: "picture shown")
        },
    ]

    /// What is known of the picture, once the policy has let the reader in.
    private static func admitted(_ visit: Visit) async throws -> KeptProbe {
        let store = visit.services.store
        guard let id = try? visit.id(of: ReviewedFace.self), let probe = try await store.keptProbes(of: [id]).first
        else {
            throw visit.absence
        }
        if let voyage = probe.voyage, let row = try await store.voyages([voyage]).first {
            try visit.admit(to: row.facts)
        } else {
            try visit.admit(toPost: probe.post)
        }
        return probe
    }

    /// Whose card it belongs to.
    private static func traveller(of probe: KeptProbe, _ visit: Visit) async throws -> RecordID<Traveller>? {
        guard let hit = probe.hit else { return nil }
        return try await visit.services.store.hits(HitQuery(ids: [hit], limit: 1)).first?.hit.traveller
    }

    private static func shown(_ probe: KeptProbe) -> [String] {
        ["face:\(probe.review)", "entry:\(probe.entry)"] + (probe.voyage.map { ["voyage:\($0)"] } ?? [])
            + (probe.hit.map { ["hit:\($0)"] } ?? [])
    }
}
