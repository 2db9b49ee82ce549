// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// `cermat init`: the data folder, its keys, the policy file and the first administrator.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a data folder with keys, policy and the first administrator.",
        discussion: """
            The administrator's password is taken from CERMAT_ADMIN_PASSWORD, else drawn at random and printed once.
            Keep the folder's keys/ apart from its backups: who loses it has lost the data, who has both can read them.
            """)

    @Option(help: "The folder to make; it must be empty or missing.")
    var data: String

    @Option(help: "The administrator's sign-in name.")
    var administrator = "admin"

    @Flag(help: "Do not ask.")
    var yes = false

    @Flag(help: "Also make an account for each of the six roles, for the demo.")
    var demo = false

    func run() async throws {
        guard yes || Confirmation.ask("Make a data folder at \(data)?") else {
            throw CommandFailure.exit("nothing was made")
        }
        let folder = try DataFolderSetup.make(at: data)
        let setup = AccountSetup(folder: folder)
        let given = ProcessInfo.processInfo.environment["CERMAT_ADMIN_PASSWORD"]
        let password = try await setup.add(
            login: administrator, name: "Administrator", role: .administrator, posts: [], password: given,
            mustChange: given == nil)
        if given == nil {
            print("administrator \(administrator), password \(password) (change it at the first sign-in)")
        }
        if demo { for line in try await setup.addDemoAccounts() { print(line) } }
        try folder.store.close()
    }
}
