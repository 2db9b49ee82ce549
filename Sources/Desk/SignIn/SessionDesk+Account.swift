// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards

extension Account {
    /// What a session hangs on: role, posts, password and whether the account is in use; another value ends it.
    func mark(_ tokeniser: any Tokeniser) -> BlindToken {
        let posts = officer.posts.map(\.description).sorted().joined(separator: ",")
        return tokeniser.token(
            .login, "\(officer.role.rawValue)|\(posts)|\(officer.isActive)|\(passwordHash)")
    }
}

extension SessionDesk {
    /// How long a session goes on before its account is read again, which another process may have changed.
    static let accountMilliseconds: Int64 = 30_000

    /// The session of a secret, as ``find(_:now:touching:)``, ended where its account is no longer what it was.
    func entitled(
        _ token: SessionToken, now: Int64, touching: Bool = true, services: DeskServices
    ) async throws -> SignedIn? {
        guard let found = find(token, now: now, touching: touching) else { return nil }
        // Of a reading of the future, after the clock was set back, nobody knows the age.
        guard !(0..<Self.accountMilliseconds).contains(now - found.accountReadAtMilliseconds) else { return found }
        let login = services.tokeniser.token(.login, found.login)
        let account = try await services.store.account(login: login)
        guard let account, account.officer.id == found.session.officer, account.officer.isActive,
            account.mark(services.tokeniser) == found.accountMark
        else {
            end(token)
            return nil
        }
        change(token) { $0.accountReadAtMilliseconds = now }
        return found
    }
}
