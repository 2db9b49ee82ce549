// SPDX-License-Identifier: Apache-2.0

import CArgon2

/// The cost of one Argon2id hash.
public struct Argon2Cost: Hashable, Sendable {
    public let memoryKiB: UInt32
    public let passes: UInt32
    public let lanes: UInt32

    public init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        self.memoryKiB = memoryKiB
        self.passes = passes
        self.lanes = lanes
    }

    /// 19 MiB, two passes, one lane: the second choice of OWASP's Password Storage Cheat Sheet (2023), here the default.
    public static let standard = Argon2Cost(memoryKiB: 19 * 1024, passes: 2, lanes: 1)

    /// What a stored hash may ask for; more would be a way to exhaust memory.
    var isAllowed: Bool {
        (8...1_048_576).contains(memoryKiB) && (1...16).contains(passes) && (1...16).contains(lanes)
            && memoryKiB >= 8 * lanes
    }
}

/// An Argon2id hash (RFC 9106) in its stored form, `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`.
public struct PasswordHash: Hashable, Sendable {
    /// The stored form: cost, salt and hash in one.
    public let stored: String
    /// The cost written in ``stored``.
    public let cost: Argon2Cost

    private static let saltByteCount = 16
    private static let hashByteCount = 32

    /// Accepts a stored hash whose cost is within limits.
    public init(stored: String) throws(SafeguardsError) {
        guard stored.utf8.count <= 256, let cost = Self.cost(of: stored), cost.isAllowed else {
            throw .passwordHashMalformed
        }
        self.stored = stored
        self.cost = cost
    }

    /// Hashes a password under a fresh salt; takes tens of milliseconds and `cost.memoryKiB` of memory.
    init(
        hashing password: String, cost: Argon2Cost, using generator: inout some RandomNumberGenerator
    ) throws(SafeguardsError) {
        let salt = (0..<Self.saltByteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        try self.init(hashing: password, salt: salt, cost: cost)
    }

    /// Hashes under a given salt: for test vectors.
    init(hashing password: String, salt: [UInt8], cost: Argon2Cost) throws(SafeguardsError) {
        guard cost.isAllowed else { throw .passwordHashMalformed }
        let bytes = Array(password.utf8)
        let length = argon2_encodedlen(
            cost.passes, cost.memoryKiB, cost.lanes, UInt32(salt.count), UInt32(Self.hashByteCount), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = argon2id_hash_encoded(
            cost.passes, cost.memoryKiB, cost.lanes, bytes, bytes.count, salt, salt.count, Self.hashByteCount,
            &encoded, encoded.count)
        guard code == ARGON2_OK.rawValue else { throw .passwordHashingFailed(code: code) }
        stored = String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.cost = cost
    }

    /// Whether the password gives this hash; the comparison takes the same time wherever they differ.
    func matches(_ password: String) throws(SafeguardsError) -> Bool {
        let bytes = Array(password.utf8)
        let code = argon2id_verify(stored, bytes, bytes.count)
        if code == ARGON2_OK.rawValue { return true }
        guard code == ARGON2_VERIFY_MISMATCH.rawValue else { throw .passwordHashingFailed(code: code) }
        return false
    }

    private static func cost(of stored: String) -> Argon2Cost? {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19", !parts[4].isEmpty,
            !parts[5].isEmpty
        else { return nil }
        let numbers = parts[3].split(separator: ",", omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers[0].hasPrefix("m="), numbers[1].hasPrefix("t="), numbers[2].hasPrefix("p="),
            let memory = UInt32(numbers[0].dropFirst(2)), let passes = UInt32(numbers[1].dropFirst(2)),
            let lanes = UInt32(numbers[2].dropFirst(2))
        else { return nil }
        return Argon2Cost(memoryKiB: memory, passes: passes, lanes: lanes)
    }
}
