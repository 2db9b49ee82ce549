// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Testing

@Suite struct SessionTokenTests {
    @Test(arguments: 0..<50) func `comes back from its cookie`(seed: UInt64) throws {
        var rng = SeededBits(seed: seed)
        let token = SessionToken.random(using: &rng)
        #expect(token.cookieValue.count == 64)
        #expect(SessionToken(cookieValue: token.cookieValue) == token)
        #expect(SessionToken.random(using: &rng) != token)
    }

    @Test(arguments: ["", "00", String(repeating: "0", count: 63), String(repeating: "A", count: 64), "g"])
    func `refuses other cookies`(value: String) { #expect(SessionToken(cookieValue: value) == nil) }

    @Test func `the form token is bound to the session`() throws {
        let digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
        let token = try #require(SessionToken(cookieValue: digits))
        #expect(token.csrfToken == "58344ccdf85d853556040e2b23c50241123347c262c286d55ea8d3aeb7d2048c")
        #expect(token.accepts(csrfToken: token.csrfToken))
        var rng = SeededBits(seed: 1)
        #expect(!SessionToken.random(using: &rng).accepts(csrfToken: token.csrfToken))
        for text in ["", "x", String(token.csrfToken.dropLast()), token.csrfToken.replacingOccurrences("5", "6")] {
            #expect(!token.accepts(csrfToken: text))
        }
    }

    @Test func `tells nothing when printed or stored`() {
        var rng = SeededBits(seed: 7)
        let token = SessionToken.random(using: &rng)
        #expect(!"\(token)".contains(token.cookieValue.prefix(8)))
        #expect(!String(reflecting: token).contains(token.cookieValue.prefix(8)))
        let stored = token.storedForm(using: EphemeralKeyVault())
        #expect(!token.cookieValue.contains(stored.description))
        #expect(stored != token.storedForm(using: EphemeralKeyVault()))
    }
}

extension String {
    fileprivate func replacingOccurrences(_ old: Character, _ new: Character) -> String {
        String(map { $0 == old ? new : $0 })
    }
}
