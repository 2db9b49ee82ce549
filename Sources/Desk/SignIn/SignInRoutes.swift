// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import HTTPTypes
import Mandate
import Safeguards
import Wording

/// Coming in and going out.
struct SignInRoutes: Sendable {
    let desk: SignInDesk

    var routes: [RouteDeclaration] {
        [
            .get("/", .signedIn) { visit in
                guard visit.signedIn?.session.grant != nil, let first = NavigationItem.permitted(visit).first else {
                    return Reply(status: .seeOther, body: .none, location: "/tujuan")
                }
                return Reply(status: .seeOther, body: .none, location: first.path)
            },
            .get("/masuk", .open) { visit in
                if visit.signedIn != nil { return Reply(status: .seeOther, body: .none, location: "/") }
                return .page(SignInPage(visit: visit, problem: nil).render())
            },
            .post("/masuk", .open) { visit in try await signIn(visit) },
            .post("/masuk/peran", .open) { visit in try await signInAs(visit) },
            .post("/keluar", .signedIn) { visit in try await signOut(visit) },
            .get("/sandi", .signedIn) { visit in .page(try PasswordPage(visit: visit).render()) },
            .post("/sandi", .signedIn) { visit in try await changePassword(visit) },
            .post("/tampilan", .signedIn) { visit in try await changeLook(visit) },
        ]
    }

    private func signIn(_ visit: Visit) async throws -> Reply {
        let name = (visit.form["nama"] ?? "").lowercased()
        let token = visit.services.tokeniser.token(.login, name)
        let account = name.isEmpty ? nil : try await visit.services.store.account(login: token)
        let isRight = try await desk.check(
            visit.form.verbatim("sandi") ?? "", of: account, login: token, address: visit.address, now: visit.now)
        guard isRight, let account, account.officer.isActive else {
            try await visit.note(.signIn, outcome: .refused, actor: .anonymous, detail: "wrong name or password")
            let problem = visit.words(isRight ? SignInText.inactive : SignInText.wrong)
            var reply = Reply.page(SignInPage(visit: visit, problem: problem).render())
            reply.status = .unauthorized
            return reply
        }
        return try await begin(account, visit, grant: nil, post: nil)
    }

    /// Signs in without a password: in the demonstration, from this computer, for its invented officers.
    private func signInAs(_ visit: Visit) async throws -> Reply {
        guard visit.configuration.isDemo, ["127.0.0.1", "::1", "local"].contains(visit.address) else {
            throw DeskError.notFound
        }
        guard let demo = DemoOfficer.all.first(where: { $0.role.rawValue == visit.form["peran"] }),
            let account = try await visit.services.store.account(
                login: visit.services.tokeniser.token(.login, demo.login)),
            account.officer.role == demo.role, account.officer.isActive
        else { throw DeskError.badRequest(field: "peran") }
        let grant = try visit.services.policy.grant(
            demo.purpose, reference: "DEMO-001", to: demo.role, atMilliseconds: visit.now)
        return try await begin(account, visit, grant: grant, post: account.officer.posts.first)
    }

    private func begin(_ account: Account, _ visit: Visit, grant: PurposeGrant?, post: PostCode?) async throws -> Reply
    {
        var session = Session(of: account.officer, atMilliseconds: visit.now)
        if let grant { session.declare(grant) }
        let worksAtAll = visit.services.policy.worksAtAllPosts(account.officer.role)
        if let post, !worksAtAll { _ = session.choose(post, worksAtAllPosts: false) }
        let signedIn = SignedIn(
            session: session, login: account.officer.login, displayName: account.officer.displayName,
            language: visit.words.language, theme: nil,
            mustChangePassword: account.mustChangePassword && grant == nil, watchesAllPosts: worksAtAll,
            accountMark: account.mark(visit.services.tokeniser), accountReadAtMilliseconds: visit.now)
        try await visit.note(.signIn, actor: session.actor, detail: grant == nil ? nil : "demo")
        if let grant { try await visit.note(.declarePurpose, actor: session.actor, grant: grant) }
        let token = await visit.sessions.begin(signedIn, now: visit.now)
        var reply = Reply.done(signedIn.mustChangePassword ? "/sandi" : "/")
        reply.cookies = [.set(name: .session, value: token.cookieValue), .clear(.door)]
        return reply
    }

    private func signOut(_ visit: Visit) async throws -> Reply {
        if let token = visit.token { await visit.sessions.end(token) }
        await VisitorRoutes.forget(visit)
        try await visit.note(.signOut)
        var reply = Reply.done("/masuk?keluar=1")
        reply.cookies = [.clear(.session)]
        return reply
    }

    private func changePassword(_ visit: Visit) async throws -> Reply {
        var signedIn = try visit.officer()
        let store = visit.services.store
        let login = visit.services.tokeniser.token(.login, signedIn.login)
        guard var account = try await store.account(login: login), let token = visit.token else {
            throw DeskError.notSignedIn
        }
        let isRight = try await desk.check(
            visit.form.verbatim("lama") ?? "", of: account, login: login, address: visit.address, now: visit.now)
        let new = visit.form.verbatim("baru") ?? ""
        guard isRight, new == visit.form.verbatim("ulang") else {
            let problem = visit.words(isRight ? SignInText.passwordsDiffer : SignInText.wrong)
            if !isRight { try await visit.note(.signIn, outcome: .refused, detail: "wrong password at change") }
            var reply = Reply.page(try PasswordPage(visit: visit, problem: problem).render())
            reply.status = .unprocessableContent
            return reply
        }
        account.passwordHash = try await desk.hash(new, login: signedIn.login)
        account.mustChangePassword = false
        try await visit.services.acts.writeAccount(account, by: try visit.mandate(), atMilliseconds: visit.now)
        signedIn.mustChangePassword = false
        signedIn.accountMark = account.mark(visit.services.tokeniser)
        signedIn.notice = SignedIn.Notice(
            isProblem: false, text: visit.words("Kata sandi diganti.", "The password is changed."))
        await visit.sessions.end(officer: signedIn.session.officer, except: token)
        let fresh = await visit.sessions.renew(token, as: signedIn, now: visit.now)
        var reply = Reply.done("/")
        reply.cookies = [.set(name: .session, value: fresh.cookieValue)]
        return reply
    }

    private func changeLook(_ visit: Visit) async throws -> Reply {
        guard let token = visit.token else { throw DeskError.notSignedIn }
        let language = visit.form["bahasa"].flatMap { Language(rawValue: $0) }
        let theme = visit.form["tema"]
        let keys = visit.form["tombol"]
        await visit.sessions.change(token) { signedIn in
            if let language { signedIn.language = language }
            if let theme { signedIn.theme = ["dark", "light"].contains(theme) ? theme : nil }
            if let keys { signedIn.isKeyboardOff = keys == "mati" }
        }
        let back = visit.form["kembali"] ?? "/"
        let isOwn =
            back.hasPrefix("/") && !back.hasPrefix("//") && back.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 92 }
        return .done(isOwn ? back : "/")
    }
}
