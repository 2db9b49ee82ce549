// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mandate
import Safeguards
import Testing

@Suite struct PasswordDeskTests {
    /// Cheap, so that tests are quick.
    private let cheap = Argon2Cost(memoryKiB: 64, passes: 1, lanes: 1)
    /// `printf 'kuda hijau melompat' | argon2 garamkayu16byte! -id -t 2 -k 19456 -p 1 -l 32 -e` of Debian 12.
    private let reference =
        "$argon2id$v=19$m=19456,t=2,p=1$Z2FyYW1rYXl1MTZieXRlIQ$sU/HJtUH0pWASV04VcdUNRZ3VE13SGGPJssGD4fseRg"

    @Test func `agrees with Debian's argon2`() throws {
        let hash = try PasswordHash(stored: reference)
        #expect(hash.cost == .standard)
        #expect(
            try PasswordDesk(cost: .standard).check("kuda hijau melompat", against: hash) == .right(needsRehash: false))
        #expect(try PasswordDesk(cost: cheap).check("kuda hijau melompat", against: hash) == .right(needsRehash: true))
        #expect(try PasswordDesk(cost: cheap).check("kuda hijau melompaT", against: hash) == .wrong)
    }

    @Test func `hash then check is right, with a salt of its own each time`() throws {
        let desk = try PasswordDesk(cost: cheap)
        let first = try desk.hash("kapal ke seberang", login: "sari")
        let second = try desk.hash("kapal ke seberang", login: "sari")
        #expect(first.stored != second.stored)
        #expect(first.stored.hasPrefix("$argon2id$v=19$m=64,t=1,p=1$"))
        #expect(try PasswordHash(stored: first.stored) == first)
        #expect(try desk.check("kapal ke seberang", against: second) == .right(needsRehash: false))
        #expect(try desk.check("kapal ke seberanG", against: second) == .wrong)
        #expect(try desk.check("", against: second) == .wrong)
    }

    @Test func `a password longer than the limit is wrong, even where its beginning is right`() throws {
        let desk = try PasswordDesk(cost: cheap)
        let long = String((0..<1_024).map { _ in "abcdefghkmnpqrstuvwxyz".randomElement() ?? "a" })
        let hash = try desk.hash(long, login: "sari")
        #expect(try desk.check(long, against: hash) == .right(needsRehash: false))
        #expect(try desk.check(long + "x", against: hash) == .wrong)
    }

    @Test func `an unknown login costs the same work`() throws {
        let desk = try PasswordDesk()
        let hash = try desk.hash("kapal ke seberang", login: "sari")
        // Time of this thread alone: what other tests do meanwhile does not count.
        func nanoseconds() -> Int {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return time.tv_sec * 1_000_000_000 + time.tv_nsec
        }
        func quickest(_ stored: PasswordHash?) throws -> Int {
            var times: [Int] = []
            for _ in 0..<5 {
                let start = nanoseconds()
                _ = try desk.check("kapal ke seberanG", against: stored)
                times.append(nanoseconds() - start)
            }
            return times.min() ?? 0
        }
        let known = try quickest(hash)
        let unknown = try quickest(nil)
        #expect(try desk.check("kapal ke seberang", against: nil) == .wrong)
        #expect(unknown > known / 2 && unknown < known * 2, "known \(known), unknown \(unknown)")
    }

    @Test(arguments: [
        "", "x", "$argon2i$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$aGFzaA", "$argon2id$v=16$m=64,t=1,p=1$c2FsdHNhbHQ$aGFzaA",
        "$argon2id$v=19$m=4000000,t=1,p=1$c2FsdHNhbHQ$aGFzaA", "$argon2id$v=19$m=64,t=99,p=1$c2FsdHNhbHQ$aGFzaA",
        "$argon2id$v=19$m=64,t=1,p=99$c2FsdHNhbHQ$aGFzaA", "$argon2id$v=19$m=64,t=1$c2FsdHNhbHQ$aGFzaA",
        "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$",
    ])
    func `refuses stored hashes of other kinds or beyond the limits`(stored: String) {
        #expect(throws: SafeguardsError.passwordHashMalformed) { try PasswordHash(stored: stored) }
    }

    @Test(arguments: [
        ("pendek12345", PasswordProblem.tooShort(minimumCharacters: 12)), ("Password1234", .common),
        ("RAHASIA12345!", .common), ("1qaz2wsx3edc", .common), ("beacukai2026!!", .common),
        ("aaaaaaaaaaaa", .tooRegular), ("abcabcabcabc", .tooRegular), ("123456789012", .tooRegular),
        ("abcdefghijklmn", .tooRegular), ("kuda.budi.laut", .containsLogin),
        (String(repeating: "panjang-sekali ", count: 70), .tooLong(maximumBytes: 1_024)),
    ])
    func `refuses what everybody tries first`(password: String, problem: PasswordProblem) throws {
        #expect(PasswordRules().problem(with: password, login: "budi") == problem)
        let desk = try PasswordDesk(cost: cheap)
        #expect(throws: SafeguardsError.passwordRefused(problem)) { try desk.hash(password, login: "budi") }
    }

    @Test(arguments: ["kuda hijau melompat", "Öresund 12 brücke", "semangka-biru-77", "dua belas ok"])
    func `allows long phrases of any characters`(password: String) {
        #expect(PasswordRules().problem(with: password, login: "budi") == nil)
    }
}
