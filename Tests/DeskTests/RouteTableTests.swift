// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing

@testable import Desk

/// Every route x role x purpose: allowed or refused as the policy says, each refusal recorded.
@Suite struct RouteTableTests {
    /// A role with one of its purposes, or with none.
    struct Seat: Sendable, CustomStringConvertible {
        let role: Role
        let purpose: Purpose?
        var description: String { role.rawValue + "/" + (purpose?.rawValue ?? "none") }
    }

    static let seats: [Seat] = Role.allCases.flatMap { role in
        [Seat(role: role, purpose: nil)] + Purpose.allCases.map { Seat(role: role, purpose: $0) }
    }

    @Test(arguments: seats) func `routes answer as the policy says`(seat: Seat) async throws {
        let bench = try await DeskBench()
        let policy = bench.server.policy
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(seat.role)
            var grant: PurposeGrant?
            if let purpose = seat.purpose {
                let answer = try await browser.declare(purpose)
                guard policy.purposes(for: seat.role).contains(purpose) else {
                    #expect(answer.status == 422, "\(seat) may not be declared")
                    let row = try await bench.memory.audit(AuditQuery(actions: [.declarePurpose])).first
                    #expect(row?.event.outcome == .refused)
                    return
                }
                #expect(answer.status == 303)
                grant = try policy.grant(
                    purpose, reference: "ST-1", to: seat.role, atMilliseconds: DeskBench.nowMilliseconds)
            }
            let own: [PostCode] = bench.officers[seat.role]?.posts ?? []
            for route in bench.server.routes where !route.path.hasPrefix("/live/") {
                guard let action = route.access.action else { continue }
                let decision = policy.decide(
                    action, for: PolicySubject(role: seat.role, posts: own, grant: grant), at: Set(own),
                    atMilliseconds: DeskBench.nowMilliseconds)
                let before = try await bench.memory.audit(AuditQuery(limit: 1)).first?.sequence ?? 0
                let path = bench.path(of: route)
                let answer = route.method == .get ? try await browser.get(path) : try await browser.post(path, [])
                let label = "\(seat) \(route.method) \(route.path): \(answer.status)"
                if decision.isAllowed {
                    #expect(answer.status != 403 && answer.status != 401 && answer.status < 500, "\(label)")
                } else {
                    #expect(answer.status == 403, "\(label)")
                    let row = try await bench.memory.audit(AuditQuery(limit: 1)).first
                    #expect(row?.event.outcome == .refused && (row?.sequence ?? 0) > before, "\(label) leaves a record")
                    #expect(!answer.body.contains("HASAN"), "\(label)")
                }
                // A refused or failed form may have left a page without a token.
                try await browser.get("/bantuan")
            }
        }
    }

    @Test func `no route about travellers is open to administrators, auditors or data-protection officers`()
        async throws
    {
        let bench = try await DeskBench()
        for route in bench.server.routes {
            guard let action = route.access.action, action.concernsTravellers else { continue }
            for role in [Role.administrator, .auditor, .dataProtectionOfficer] {
                for purpose in bench.server.policy.purposes(for: role) {
                    let grant = PurposeGrant(purpose: purpose, reference: "X-1", expiresAtMilliseconds: .max)
                    let decision = bench.server.policy.decide(
                        action, for: PolicySubject(role: role, posts: [], grant: grant), atMilliseconds: 0)
                    #expect(!decision.isAllowed, "\(role) \(route.path)")
                }
            }
        }
    }
}

extension DeskBench {
    /// A route's path with identifiers of the bench in it.
    func path(of route: RouteDeclaration) -> String {
        let id: String
        switch route.path.split(separator: "/").first ?? "" {
        case "perjalanan": id = "\(voyage)"
        case "penumpang": id = "\(hitTraveller)"
        case "kecocokan": id = "\(hit)"
        case "pesan", "dokumen": id = "\(message)"
        case "karantina": id = "\(quarantined)"
        case "daftar-pantau", "galeri": id = "\(entry)"
        // No list is held: the page of one that is gone.
        case "manifes", "penangguhan", "samaran", "stasiun", "tinjau-wajah", "foto-perkara", "wajah-pasti":
            id = "\(voyage)"
        case "saluran": id = "garuda"
        case "tabel": id = "ports"
        case "akun": id = officers[.officer].map { "\($0.id)" } ?? ""
        default: id = ""
        }
        // No such station is configured: what one answers depends on its purpose too (StationPageTests).
        let path = route.path.replacingOccurrences(of: "{id}", with: id)
            .replacingOccurrences(of: "{nama}", with: "CGK-gate9").replacingOccurrences(of: "{nomor}", with: "1")
            .replacingOccurrences(of: "{gambar}", with: "\(voyage)")
        return route.path.hasPrefix("/pesan/") ? path + "?untuk=\(hitTraveller)" : path
    }
}
