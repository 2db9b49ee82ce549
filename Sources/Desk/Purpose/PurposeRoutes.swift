// SPDX-License-Identifier: Apache-2.0

import Casework
import Gazetteer
import Mandate
import Safeguards
import Wording

/// Declaring why personal data are read, and where one works today (R01).
enum PurposeRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/tujuan", .signedIn) { visit in .page(try PurposePage(visit: visit).render()) },
        .post("/tujuan", .signedIn) { visit in try await declare(visit) },
    ]

    private static func declare(_ visit: Visit) async throws -> Reply {
        var signedIn = try visit.officer()
        guard let token = visit.token, !signedIn.mustChangePassword else { throw DeskError.notSignedIn }
        let policy = visit.services.policy
        let role = signedIn.session.role
        guard let purpose = visit.form["tujuan"].flatMap({ Purpose(rawValue: $0) }) else {
            throw DeskError.casework(.invalid(field: "tujuan", why: visit.words(PurposeText.purpose)))
        }
        let grant: PurposeGrant
        do throws(SafeguardsError) {
            grant = try policy.grant(
                purpose, reference: visit.form["nomor"] ?? "", to: role, atMilliseconds: visit.now)
        } catch {
            try await visit.note(.declarePurpose, outcome: .refused, detail: "\(error.code) \(purpose.rawValue)")
            throw DeskError.safeguards(error)
        }
        let opensAll = policy.scope(of: role, under: purpose) == .all
        if let text = visit.form["pos"] {
            guard let post = PostCode(text), visit.services.gazetteer.port(post.description) != nil,
                signedIn.session.choose(post, worksAtAllPosts: opensAll)
            else {
                try await visit.note(.declarePurpose, outcome: .refused, detail: "other-post \(purpose.rawValue)")
                throw DeskError.refused(.viewBoard, .otherPost)
            }
            signedIn.watchesAllPosts = false
        } else {
            signedIn.watchesAllPosts = opensAll
        }
        signedIn.session.declare(grant)
        try await visit.note(.declarePurpose, actor: signedIn.session.actor, grant: grant)
        let fresh = await visit.sessions.renew(token, as: signedIn, now: visit.now)
        var reply = Reply.done("/")
        reply.cookies = [.set(name: .session, value: fresh.cookieValue)]
        return reply
    }
}

/// The form on which an officer says why, under which letter, and where.
struct PurposePage {
    let visit: Visit

    func render() throws(DeskError) -> String {
        let words = visit.words
        let signedIn = try visit.officer()
        let policy = visit.services.policy
        let role = signedIn.session.role
        let purposes = policy.purposes(for: role)
        let needsPost = purposes.contains { policy.scope(of: role, under: $0) == .own }
        return PageFrame(visit, words(PurposeText.title)).render { html in
            html.add("section", ["class": "card narrow"]) { html in
                html.add("h1", words(PurposeText.title))
                html.add("p", words(PurposeText.lead))
                html.add("form", ["method": "post", "action": "/tujuan", "class": "stack"]) { html in
                    FormParts.token(visit, &html)
                    html.add("fieldset", ["class": "options"]) { html in
                        html.add("legend", words(PurposeText.purpose))
                        for purpose in purposes {
                            html.add("label", ["class": "option"]) { html in
                                html.void(
                                    "input",
                                    [
                                        "type": "radio", "name": "tujuan", "value": purpose.rawValue, "required": "",
                                        "checked": flag(
                                            purpose == signedIn.session.grant?.purpose || purposes.count == 1),
                                    ])
                                html.add("span") { html in
                                    html.add("strong", words.raised(words(.purpose, purpose)))
                                    html.add("small", words(.legalBasis, purpose.legalBasis))
                                }
                            }
                        }
                    }
                    FormParts.field(
                        "nomor", words(PurposeText.reference), value: signedIn.session.grant?.reference,
                        hint: words(PurposeText.referenceHint), isRequired: true, limit: 64, &html)
                    posts(signedIn, needsPost: needsPost, &html)
                    html.add("button", ["class": "button primary"], words(PurposeText.submit))
                }
            }
        }
    }

    private func posts(_ signedIn: SignedIn, needsPost: Bool, _ html: inout Markup) {
        let gazetteer = visit.services.gazetteer
        var options: [(value: String, text: String)] = []
        if needsPost {
            options = signedIn.session.posts.map { post in
                let name = gazetteer.port(post.description)?.name
                return (post.description, [post.description, name].compactMap(\.self).joined(separator: " · "))
            }
        } else if visit.services.policy.worksAtAllPosts(signedIn.session.role), seesTravellers(signedIn) {
            options = [("", visit.words.raised(visit.words(CommonText.allPosts)))]
            options += gazetteer.allPosts.map { ($0.code, $0.code + " · " + $0.name) }
        }
        guard !options.isEmpty else { return }
        FormParts.choice(
            "pos", visit.words(PurposeText.post), options,
            selected: signedIn.watchesAllPosts ? "" : signedIn.session.chosenPost?.description, isRequired: needsPost,
            &html)
    }

    private func seesTravellers(_ signedIn: SignedIn) -> Bool {
        signedIn.session.role.mayConcernTravellers && signedIn.session.role != .intakeEngineer
    }
}
