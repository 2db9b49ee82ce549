// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Wording

/// Accounts, roles and posts; no data of travellers.
struct AccountRoutes: Sendable {
    let desk: SignInDesk

    var routes: [RouteDeclaration] {
        [
            .get("/akun", .policy(.viewAccounts)) { visit in
                let accounts = try await visit.services.store.accounts()
                return .page(
                    AccountsPage(visit: visit, accounts: accounts).render(),
                    shown: accounts.map { "officer:\($0.officer.id)" })
            },
            .get("/akun/baru", .policy(.editAccount)) { visit in .page(AccountPage(visit: visit, account: nil).render())
            },
            .get("/akun/{id}", .policy(.editAccount)) { visit in
                let account = try await open(try visit.id(of: Officer.self), visit)
                return .page(
                    AccountPage(visit: visit, account: account).render(), shown: ["officer:\(account.officer.id)"])
            },
            .post("/akun", .policy(.editAccount)) { visit in try await write(visit) },
        ]
    }

    private func open(_ id: RecordID<Officer>, _ visit: Visit) async throws -> Account {
        guard let account = try await visit.services.store.accounts().first(where: { $0.officer.id == id }) else {
            throw DeskError.notFound
        }
        return account
    }

    private func write(_ visit: Visit) async throws -> Reply {
        let words = visit.words
        let own = try visit.mandate().officer
        guard let role = visit.form["peran"].flatMap({ Role(rawValue: $0) }), let name = visit.form["nama"],
            name.count <= 80
        else {
            throw DeskError.casework(.invalid(field: words(AccountText.displayName), why: words(CommonText.required)))
        }
        var posts: [PostCode] = []
        for text in (visit.form["pos"] ?? "").split(whereSeparator: { $0 == "," || $0 == " " }).prefix(100) {
            guard let post = PostCode(text), visit.services.gazetteer.port(post.description)?.isDomestic == true else {
                throw DeskError.casework(.invalid(field: words(AccountText.posts), why: String(text.prefix(12))))
            }
            if !posts.contains(post) { posts.append(post) }
        }
        let isActive = visit.form["aktif"] != nil
        var account: Account
        if let id = visit.form["id"].flatMap({ RecordID<Officer>($0) }) {
            account = try await open(id, visit)
            if id == own, !isActive || role != account.officer.role {
                throw DeskError.casework(.notAllowed(why: words(AccountText.ownAccount)))
            }
            account.officer.displayName = name
            account.officer.role = role
            account.officer.posts = posts
            account.officer.isActive = isActive
        } else {
            let login = (visit.form["masuk"] ?? "").lowercased()
            let token = visit.services.tokeniser.token(.login, login)
            guard try await visit.services.store.account(login: token) == nil else {
                throw DeskError.casework(.invalid(field: words(AccountText.login), why: words(AccountText.loginTaken)))
            }
            var generator = SystemRandomNumberGenerator()
            account = Account(
                officer: Officer(
                    id: .random(using: &generator), login: login, displayName: name, role: role, posts: posts,
                    isActive: isActive),
                passwordHash: "", mustChangePassword: true)
        }
        if let text = visit.form["nik"], !text.isEmpty {
            guard let nik = try? NIK(parsing: text) else {
                throw DeskError.casework(
                    .invalid(field: words(AccountText.ownNumber), why: words(AccountText.ownNumberHint)))
            }
            account.ownNumber = visit.services.tokeniser.token(.nik, nik.description)
        }
        if let text = visit.form["kk"], !text.isEmpty {
            guard text.utf8.count == 16, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
                throw DeskError.casework(
                    .invalid(field: words(AccountText.ownFamilyCard), why: words(AccountText.ownFamilyCardHint)))
            }
            account.ownFamilyCard = visit.services.tokeniser.token(.familyCard, text)
        }
        if let password = visit.form.verbatim("sandi"), !password.isEmpty {
            account.passwordHash = try await desk.hash(password, login: account.officer.login)
            account.mustChangePassword = true
        }
        guard !account.passwordHash.isEmpty else {
            throw DeskError.casework(.invalid(field: words(AccountText.resetPassword), why: words(CommonText.required)))
        }
        try await visit.services.acts.writeAccount(account, by: try visit.mandate(), atMilliseconds: visit.now)
        // The role and posts of a session are those at sign-in, so a change ends it.
        if account.officer.id != own { await visit.sessions.end(officer: account.officer.id) }
        return await visit.done("/akun", words(AccountText.saved))
    }
}
