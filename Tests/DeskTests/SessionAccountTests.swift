// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import TestSupport
import Testing
import Wording

@testable import Desk

@Suite struct SessionAccountTests {
    private static let now = DeskBench.nowMilliseconds

    private func session(_ bench: DeskBench, of account: Account) async -> SessionToken {
        let signedIn = SignedIn(
            session: Session(of: account.officer, atMilliseconds: Self.now), login: account.officer.login,
            displayName: "O", language: .indonesian, theme: nil, mustChangePassword: false,
            accountMark: account.mark(bench.vault), accountReadAtMilliseconds: Self.now)
        return await bench.server.liveParts.1.begin(signedIn, now: Self.now)
    }

    private func goesOn(_ bench: DeskBench, _ token: SessionToken, after seconds: Int64) async throws -> Bool {
        try await bench.server.liveParts.1.entitled(
            token, now: Self.now + seconds * 1000, services: bench.server.foundations) != nil
    }

    @Test func `a session goes on while its account is what it was`() async throws {
        let bench = try await DeskBench()
        let token = await session(bench, of: try await bench.writeAccount(login: "siti", role: .officer, number: 1))
        for seconds: Int64 in [10, 31, 62, 93] { #expect(try await goesOn(bench, token, after: seconds)) }
    }

    @Test(arguments: [
        (false, Role.officer, DeskBench.password), (true, .analyst, DeskBench.password),
        (true, .officer, "gunung-di-seberang-9"),
    ])
    func `an account switched off or changed elsewhere ends its sessions within a minute`(
        isActive: Bool, role: Role, password: String
    ) async throws {
        let bench = try await DeskBench()
        let token = await session(bench, of: try await bench.writeAccount(login: "siti", role: .officer, number: 1))
        try await bench.writeAccount(login: "siti", role: role, number: 1, isActive: isActive, password: password)
        #expect(try await goesOn(bench, token, after: 60) == false)
        #expect(try await goesOn(bench, token, after: 61) == false)
    }
}
