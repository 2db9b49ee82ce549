// SPDX-License-Identifier: Apache-2.0

/// What a password check found.
public enum PasswordVerdict: Hashable, Sendable {
    /// Right; `needsRehash` when it was stored at another cost and should be hashed anew while it is at hand.
    case right(needsRehash: Bool)
    /// Wrong, or no such account: the same answer after the same work.
    case wrong
}

/// Hashes and checks passwords at one cost.
///
/// Both are heavy on purpose (tens of milliseconds, ``Argon2Cost/memoryKiB``): call them off the event loop, few at a
/// time, and only after ``SignInGuard`` has admitted the attempt.
public struct PasswordDesk: Sendable {
    public let rules: PasswordRules
    public let cost: Argon2Cost
    /// Stands in for the hash of an unknown login, so that its check costs the same.
    private let decoy: PasswordHash

    /// Hashes one random password, as decoy.
    public init(cost: Argon2Cost = .standard, rules: PasswordRules = PasswordRules()) throws(SafeguardsError) {
        self.cost = cost
        self.rules = rules
        var generator = SystemRandomNumberGenerator()
        decoy = try PasswordHash(
            hashing: Hexadecimal.text(SessionToken.random(using: &generator).bytes), cost: cost, using: &generator)
    }

    /// Hashes a new password that the rules allow.
    public func hash(_ password: String, login: String) throws(SafeguardsError) -> PasswordHash {
        if let problem = rules.problem(with: password, login: login) { throw .passwordRefused(problem) }
        var generator = SystemRandomNumberGenerator()
        return try PasswordHash(hashing: password, cost: cost, using: &generator)
    }

    /// Checks a password against the stored hash; pass nil when there is no such account.
    public func check(_ password: String, against stored: PasswordHash?) throws(SafeguardsError) -> PasswordVerdict {
        // Cut, not refused: an early return would tell by its time that something else was wrong.
        let bounded =
            password.utf8.count <= PasswordRules.maximumBytes
            ? password : String(decoding: password.utf8.prefix(PasswordRules.maximumBytes), as: UTF8.self)
        let matches = try (stored ?? decoy).matches(bounded)
        guard let stored, matches, bounded == password else { return .wrong }
        return .right(needsRehash: stored.cost != cost)
    }
}
