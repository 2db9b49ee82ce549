// SPDX-License-Identifier: Apache-2.0

import Civil
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import Safeguards
import TestSupport
import Testing

@testable import Desk

/// Where the access cannot be recorded nothing of anybody is shown: every route about travellers, for whoever may open it.
@Suite struct UnwritableAuditTests {
    private static let seats = RouteTableTests.seats.filter { $0.purpose != nil && $0.role.mayConcernTravellers }
    private static let personal = ["HASAN", "CANARIO", "A1234567"] + DeskBench.canaries

    @Test(arguments: seats) func `no page with personal data leaves`(seat: RouteTableTests.Seat) async throws {
        let bench = try await DeskBench()
        let policy = bench.server.policy
        guard let purpose = seat.purpose, policy.purposes(for: seat.role).contains(purpose) else { return }
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(seat.role)
            _ = try await browser.declare(purpose)
            let own = bench.officers[seat.role]?.posts ?? []
            let subject = PolicySubject(
                role: seat.role, posts: own,
                grant: try policy.grant(
                    purpose, reference: "ST-1", to: seat.role, atMilliseconds: DeskBench.nowMilliseconds))
            bench.audit.isBroken = true
            var tried = 0
            for route in bench.server.routes where !route.path.hasPrefix("/live/") && route.method == .get {
                guard let action = route.access.action, action.concernsTravellers,
                    policy.decide(action, for: subject, at: Set(own), atMilliseconds: DeskBench.nowMilliseconds)
                        .isAllowed
                else { continue }
                tried += 1
                let answer = try await browser.get(bench.path(of: route))
                // What is not there says so without a record; all else waits until it can be recorded.
                #expect([503, 404].contains(answer.status), "\(seat) \(route.path): \(answer.status)")
                for word in Self.personal { #expect(!answer.body.contains(word), "\(seat) \(route.path): \(word)") }
            }
            #expect(tried > 0)
        }
    }

    @Test func `a search and a look-up show nothing either`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let fields = [("nama", "HASAN BUDI"), ("alasan", "laporan gerbang 3")]
            #expect(try await browser.post("/cari", fields).body.contains("/penumpang/\(bench.hitTraveller)"))
            bench.audit.isBroken = true
            let answer = try await browser.post("/cari", fields)
            #expect(answer.status == 503 && !answer.body.contains("/penumpang/"))
        }
    }
}
