// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// Slows guessing: attempts are counted by login and by address (ASVS 5.0, 6.3.1), before any password is hashed.
///
/// Logins are counted by their blind tokens, so that the memory of a running server names nobody.
public struct SignInGuard: Sendable {
    private var logins: RateLimiter<BlindToken>
    private var addresses: RateLimiter<String>

    /// Five tries and one a minute for a login, thirty and one every five seconds for an address, unless said otherwise.
    public init(
        perLogin: RateLimit = RateLimit(burst: 5, refillMilliseconds: 60_000),
        perAddress: RateLimit = RateLimit(burst: 30, refillMilliseconds: 5_000), maximumKeys: Int = 10_000
    ) {
        logins = RateLimiter(perLogin, maximumKeys: maximumKeys)
        addresses = RateLimiter(perAddress, maximumKeys: maximumKeys)
    }

    /// Counts an attempt and says whether it may go on; the answer does not tell whether the login exists.
    public mutating func attempt(login: BlindToken, address: String, atMilliseconds now: Int64) -> RateVerdict {
        // The address first: who floods from one address does not lock others out of their accounts.
        if case .refused(let wait) = addresses.take(address, atMilliseconds: now) {
            return .refused(retryAfterMilliseconds: wait)
        }
        return logins.take(login, atMilliseconds: now)
    }

    /// Notes a right password: the login's tries are given back, the address's are not.
    public mutating func succeeded(login: BlindToken) { logins.forgive(login) }
}
