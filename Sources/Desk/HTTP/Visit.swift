// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Travel
import Wording

/// One admitted request, as a handler sees it.
struct Visit: Sendable {
    let services: DeskServices
    let configuration: DeskConfiguration
    let sessions: SessionDesk
    /// The act that the policy was asked about.
    let action: PolicyAction?
    let signedIn: SignedIn?
    let token: SessionToken?
    /// What a form must carry; the session's, or the door's where nobody is signed in.
    let formToken: String
    let now: Int64
    let words: Words
    /// The path asked for, without a query.
    let path: String
    let parameters: [String: String]
    let query: Form
    let form: Form
    let body: [UInt8]
    let address: String
    /// The name of a carrier's feed that showed its token.
    let feed: String?
    /// The card reader that showed its token.
    let reader: ReaderName?
    /// The station whose fixed camera showed its token.
    let camera: StationName?
    let notice: SignedIn.Notice?

    /// The signed-in officer; throws where nobody is.
    func officer() throws(DeskError) -> SignedIn {
        guard let signedIn else { throw .notSignedIn }
        return signedIn
    }

    /// On whose behalf acts are done.
    func mandate() throws(DeskError) -> Mandated { try officer().session.mandated }

    /// The clock of the officer's post.
    var clock: LocalClock {
        LocalClock(post: signedIn?.session.chosenPost, gazetteer: services.gazetteer, words: words)
    }

    /// A record identifier from the path.
    func id<Kind>(_ name: String = "id", of kind: Kind.Type = Kind.self) throws(DeskError) -> RecordID<Kind> {
        guard let id = parameters[name].flatMap({ RecordID<Kind>($0) }) else { throw .notFound }
        return id
    }

    /// Whether the policy allows an act, at the chosen post or at a voyage's.
    func allows(_ action: PolicyAction, at facts: VoyageFacts? = nil) -> Bool {
        decide(action, at: facts).isAllowed
    }

    /// Lets in to a voyage whose posts are the officer's; to be called before anything of a record is shown.
    func admit(to facts: VoyageFacts) throws(DeskError) {
        guard let action else { throw .notFound }
        if case .refused(let why) = decide(action, at: facts) { throw .refused(action, why) }
    }

    /// Lets in to a record of a post (nil for one of no post, which is for those alone who work for all).
    func admit(toPost post: PostCode?) throws(DeskError) {
        guard let action, let session = signedIn?.session else { throw .notFound }
        let posts: Set<PostCode> = post.map { [$0] } ?? []
        let decision = services.policy.decide(action, for: session.subject, at: posts, atMilliseconds: now)
        if case .refused(let why) = decision { throw .refused(action, why) }
    }

    /// Why there is nothing to show of a record that is not there: to whoever could see none at their own posts a recorded
    /// refusal, so that an answer does not tell what exists.
    var absence: DeskError {
        guard let action, let session = signedIn?.session else { return .notFound }
        let decision = services.policy.decide(
            action, for: session.subject, at: Set(session.posts), atMilliseconds: now)
        if case .refused(let why) = decision { return .refused(action, why) }
        return .notFound
    }

    /// Whether a further act is allowed on a voyage; throws a recorded refusal.
    func require(_ action: PolicyAction, at facts: VoyageFacts?) throws(DeskError) {
        if case .refused(let why) = decide(action, at: facts) { throw .refused(action, why) }
    }

    /// The ports of the officer's board; nil for all posts.
    var boardPosts: Set<String>? {
        guard let session = signedIn?.session else { return [] }
        if signedIn?.watchesAllPosts != true, let post = session.chosenPost { return [post.description] }
        guard let purpose = session.grant?.purpose,
            services.policy.scope(of: session.role, under: purpose) == .all
        else { return Set(session.posts.map(\.description)) }
        return nil
    }

    /// How fields of a traveller appear.
    func lens(isHit: Bool, isRevealed: Bool = false) -> Lens {
        Lens(
            subject: signedIn?.session.subject ?? PolicySubject(role: .auditor, posts: [], grant: nil),
            policy: services.policy, isHit: isHit, now: now, isRevealed: isRevealed)
    }

    private func decide(_ action: PolicyAction, at facts: VoyageFacts?) -> PolicyDecision {
        guard let session = signedIn?.session else { return .refused(.notForRole) }
        var posts = Set<PostCode>()
        if let facts {
            for port in [facts.from, facts.to] { if let code = port.flatMap({ PostCode($0) }) { posts.insert(code) } }
        } else if let post = session.chosenPost {
            posts = [post]
        }
        return services.policy.decide(action, for: session.subject, at: posts, atMilliseconds: now)
    }
}
