// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import Gazetteer
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// Writes accounts from the command line.
struct AccountSetup {
    let folder: DataFolder

    /// Writes an account; a password is drawn when none is given. Returns the password.
    func add(
        login: String, name: String, role: Role, posts: [PostCode], password: String?, mustChange: Bool
    ) async throws -> String {
        var generator = SystemRandomNumberGenerator()
        let word = password ?? SessionToken.random(using: &generator).cookieValue.prefix(20).description
        let hash = try PasswordDesk().hash(word, login: login)
        let officer = Officer(id: .random(using: &generator), login: login, displayName: name, role: role, posts: posts)
        let account = Account(officer: officer, passwordHash: hash.stored, mustChangePassword: mustChange)
        try await folder.acts.writeAccount(account, by: nil, atMilliseconds: WallClock.nowMilliseconds)
        return word
    }

    /// Whether the folder was made for a demonstration: it has an account that only ``addDemoAccounts()`` makes.
    func hasDemoAccounts() async throws -> Bool {
        try await folder.store.account(login: folder.vault.token(.login, "admin.demo")) != nil
    }

    /// An account for each role, at the posts of the synthetic country; the lines to print. "Sign in as" of the desk
    /// looks for these names (DemoOfficer.swift).
    func addDemoAccounts() async throws -> [String] {
        let posts = folder.gazetteer.allPosts.compactMap { PostCode($0.code) }
        let soekarno = ["CGK"].compactMap { PostCode($0) }
        let people: [(String, String, Role, [PostCode])] = [
            ("petugas", "Petugas Demo", .officer, soekarno), ("petugas2", "Petugas Dua", .officer, soekarno),
            ("analis", "Analis Demo", .analyst, posts), ("penyelia", "Penyelia Demo", .supervisor, soekarno),
            ("penyelia2", "Penyelia Dua", .supervisor, soekarno),
            ("teknisi", "Teknisi Demo", .intakeEngineer, []), ("admin.demo", "Administrator Demo", .administrator, []),
            ("auditor", "Auditor Demo", .auditor, []), ("ppdp", "Pejabat PDP Demo", .dataProtectionOfficer, []),
        ]
        var lines: [String] = []
        for (login, name, role, posts) in people {
            let password = try await add(
                login: login, name: name, role: role, posts: posts, password: nil, mustChange: false)
            lines.append("\(role.rawValue) \(login), password \(password)")
        }
        return lines
    }
}
