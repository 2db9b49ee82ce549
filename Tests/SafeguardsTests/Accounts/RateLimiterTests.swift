// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Testing

@Suite struct RateLimiterTests {
    private let limit = RateLimit(burst: 3, refillMilliseconds: 100)

    @Test func `admits a burst, then one for each refill`() {
        var limiter = RateLimiter<String>(limit)
        for _ in 0..<3 { #expect(limiter.take("a", atMilliseconds: 0) == .admitted) }
        #expect(limiter.take("a", atMilliseconds: 0) == .refused(retryAfterMilliseconds: 100))
        #expect(limiter.take("a", atMilliseconds: 99) == .refused(retryAfterMilliseconds: 1))
        #expect(limiter.take("a", atMilliseconds: 100) == .admitted)
        #expect(limiter.take("a", atMilliseconds: 100) == .refused(retryAfterMilliseconds: 100))
        #expect(limiter.take("b", atMilliseconds: 100) == .admitted)
        for _ in 0..<3 { #expect(limiter.take("a", atMilliseconds: 1_000_000) == .admitted) }
        #expect(limiter.take("a", atMilliseconds: 1_000_000) != .admitted)
    }

    @Test func `a clock set back gives nothing`() {
        var limiter = RateLimiter<String>(limit)
        for _ in 0..<3 { _ = limiter.take("a", atMilliseconds: 1_000) }
        #expect(limiter.take("a", atMilliseconds: 0) == .refused(retryAfterMilliseconds: 100))
        #expect(limiter.take("a", atMilliseconds: 1_050) == .refused(retryAfterMilliseconds: 50))
    }

    @Test func `a clock set back far is followed, or a spent key would wait as long`() {
        var limiter = RateLimiter<String>(limit)
        let before: Int64 = 10_000_000
        for _ in 0..<4 { _ = limiter.take("a", atMilliseconds: before) }
        let now = before - 7_200_000
        #expect(limiter.take("a", atMilliseconds: now) == .refused(retryAfterMilliseconds: 100), "it gives nothing")
        #expect(limiter.take("a", atMilliseconds: now + 100) == .admitted)
        #expect(limiter.take("a", atMilliseconds: now + 100) == .refused(retryAfterMilliseconds: 100))
    }

    @Test(arguments: 0..<100) func `never admits more than burst and refills allow`(seed: UInt64) {
        var rng = SeededBits(seed: seed)
        var limiter = RateLimiter<String>(limit)
        var now: Int64 = 0
        var admitted: Int64 = 0
        for _ in 0..<400 {
            now += Int64.random(in: 0...60, using: &rng)
            if limiter.take("a", atMilliseconds: now) == .admitted { admitted += 1 }
            #expect(admitted <= 3 + now / 100)
        }
        #expect(admitted >= now / 100 - 3, "seed \(seed) admitted too few")
    }

    @Test func `a flood of keys neither grows the memory nor frees a spent key`() {
        var limiter = RateLimiter<Int>(limit, maximumKeys: 50)
        for _ in 0..<3 { _ = limiter.take(-1, atMilliseconds: 0) }
        var admitted = 0
        for key in 0..<10_000 where limiter.take(key, atMilliseconds: 1) == .admitted { admitted += 1 }
        #expect(limiter.keyCount == 50)
        #expect(admitted == 49 + 3, "strangers share one bucket")
        #expect(limiter.take(-1, atMilliseconds: 1) != .admitted)
        // Once the buckets are full again their keys are forgotten.
        #expect(limiter.take(99_999, atMilliseconds: 1_000) == .admitted)
        #expect(limiter.keyCount == 1)
    }

    @Test func `sign-in is slowed by login and by address`() {
        let vault = EphemeralKeyVault()
        var guardian = SignInGuard(
            perLogin: RateLimit(burst: 2, refillMilliseconds: 1_000),
            perAddress: RateLimit(burst: 4, refillMilliseconds: 1_000))
        let budi = vault.token(.login, "budi")
        #expect(guardian.attempt(login: budi, address: "10.0.0.1", atMilliseconds: 0) == .admitted)
        #expect(guardian.attempt(login: budi, address: "10.0.0.2", atMilliseconds: 0) == .admitted)
        #expect(guardian.attempt(login: budi, address: "10.0.0.3", atMilliseconds: 0) != .admitted)
        guardian.succeeded(login: budi)
        #expect(guardian.attempt(login: budi, address: "10.0.0.3", atMilliseconds: 0) == .admitted)
        for name in ["a", "b", "c"] {
            let login = vault.token(.login, name)
            #expect(guardian.attempt(login: login, address: "10.0.0.1", atMilliseconds: 0) == .admitted)
        }
        let fresh = vault.token(.login, "d")
        #expect(guardian.attempt(login: fresh, address: "10.0.0.1", atMilliseconds: 0) != .admitted)
        // The refused attempt did not count against the login.
        #expect(guardian.attempt(login: fresh, address: "10.0.0.9", atMilliseconds: 0) == .admitted)
        #expect(guardian.attempt(login: fresh, address: "10.0.0.9", atMilliseconds: 0) == .admitted)
    }
}
