// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards

/// Checks passwords: few at a time, and only as often as the guard allows.
actor SignInDesk {
    private var gatekeeper = SignInGuard()
    private let passwords: PasswordDesk

    init(passwords: PasswordDesk) { self.passwords = passwords }

    /// Whether an account's password was given; the same work is done where there is no account.
    func check(
        _ password: String, of account: Account?, login: BlindToken, address: String, now: Int64
    ) throws(DeskError) -> Bool {
        if case .refused(let wait) = gatekeeper.attempt(login: login, address: address, atMilliseconds: now) {
            throw .tooMany(retryAfterSeconds: Int(wait / 1000) + 1)
        }
        do throws(SafeguardsError) {
            let stored = try account.map { account throws(SafeguardsError) in
                try PasswordHash(stored: account.passwordHash)
            }
            guard case .right = try passwords.check(password, against: stored) else { return false }
        } catch {
            throw .safeguards(error)
        }
        gatekeeper.succeeded(login: login)
        return true
    }

    /// Hashes a new password that the rules allow.
    func hash(_ password: String, login: String) throws(DeskError) -> String {
        do throws(SafeguardsError) { return try passwords.hash(password, login: login).stored } catch {
            throw .safeguards(error)
        }
    }
}
