// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Watchlists
import Wording

/// A signed-in officer with what the desk remembers for them.
struct SignedIn: Sendable {
    var session: Session
    var login: String
    var displayName: String
    var language: Language
    /// `dark`, `light`, or nil for the system's.
    var theme: String?
    var mustChangePassword: Bool
    var isKeyboardOff = false
    /// Whether the board shows all posts, where the policy opens them, rather than the chosen one.
    var watchesAllPosts = false
    /// The account as it was at sign-in (``Account/mark(_:)``), and when it was last compared.
    var accountMark: BlindToken
    var accountReadAtMilliseconds: Int64
    /// A sentence for the next page only.
    var notice: Notice?
    /// What the last watchlist file came to, for the next page.
    var lastImport: WatchlistNotice?

    struct Notice: Sendable {
        var isProblem: Bool
        var text: String
    }

    /// What the last watchlist file came to.
    struct WatchlistNotice: Sendable {
        var written: Int
        var refusals: [WatchlistCSV.Refusal]
    }
}

/// The sessions of a running server, by the blind token of their secret; bounded, and gone with the process.
actor SessionDesk {
    private var sessions: [BlindToken: SignedIn] = [:]
    private let limit: Int
    private let limits: SessionLimits
    private let tokeniser: any Tokeniser

    init(limit: Int, limits: SessionLimits, tokeniser: any Tokeniser) {
        self.limit = limit
        self.limits = limits
        self.tokeniser = tokeniser
    }

    /// The session of a secret, noted as seen; nil when there is none or it has ended.
    func find(_ token: SessionToken, now: Int64, touching: Bool = true) -> SignedIn? {
        let key = token.storedForm(using: tokeniser)
        guard var found = sessions[key] else { return nil }
        guard !found.session.isExpired(atMilliseconds: now, limits: limits) else {
            sessions[key] = nil
            return nil
        }
        if touching {
            found.session.touch(atMilliseconds: now)
            sessions[key] = found
        }
        return found
    }

    /// How many have not ended.
    func count(now: Int64) -> Int {
        sessions.values.count { !$0.session.isExpired(atMilliseconds: now, limits: limits) }
    }

    /// Begins a session under a fresh secret.
    func begin(_ signedIn: SignedIn, now: Int64) -> SessionToken {
        if sessions.count >= limit {
            sessions = sessions.filter { !$0.value.session.isExpired(atMilliseconds: now, limits: limits) }
            if sessions.count >= limit,
                let oldest = sessions.min(by: {
                    $0.value.session.lastSeenAtMilliseconds < $1.value.session.lastSeenAtMilliseconds
                })
            {
                sessions[oldest.key] = nil
            }
        }
        var generator = SystemRandomNumberGenerator()
        let token = SessionToken.random(using: &generator)
        sessions[token.storedForm(using: tokeniser)] = signedIn
        return token
    }

    /// Changes a session in place: language, theme, notices.
    func change(_ token: SessionToken, _ body: @Sendable (inout SignedIn) -> Void) {
        let key = token.storedForm(using: tokeniser)
        guard var found = sessions[key] else { return }
        body(&found)
        sessions[key] = found
    }

    /// Moves a session to a fresh secret after a change of post, purpose or password (ASVS 5.0, 7.2.4).
    func renew(_ token: SessionToken, as signedIn: SignedIn, now: Int64) -> SessionToken {
        sessions[token.storedForm(using: tokeniser)] = nil
        return begin(signedIn, now: now)
    }

    /// Ends a session.
    func end(_ token: SessionToken) { sessions[token.storedForm(using: tokeniser)] = nil }

    /// Ends all sessions of an officer whose account has changed.
    func end(officer: RecordID<Officer>, except token: SessionToken? = nil) {
        let kept = token?.storedForm(using: tokeniser)
        sessions = sessions.filter { $0.value.session.officer != officer || $0.key == kept }
    }

    /// Takes the notice that waits for the next page.
    func takeNotice(_ token: SessionToken) -> SignedIn.Notice? {
        let key = token.storedForm(using: tokeniser)
        let notice = sessions[key]?.notice
        if notice != nil { sessions[key]?.notice = nil }
        return notice
    }
}
