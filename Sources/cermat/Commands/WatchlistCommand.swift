// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import Mandate
internal import Watchlists

/// `cermat watchlist import`: entries from CSV.
struct Watchlist: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keep the watchlist.", subcommands: [WatchlistImportFile.self])
}

struct WatchlistImportFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add or change entries from a CSV file; bad rows are refused one by one.",
        discussion: """
            Columns: LIST_ID,KIND,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,CONTACT_KIND,CONTACT,CARD,
            OWNER,BASIS,CATEGORY,GRADING,REVIEW_DATE,EXPIRY,REASON. Rows with the LIST_ID of an earlier file change its entries.
            """)

    @OptionGroup var data: DataOption

    @Argument(help: "The CSV file, or - for standard input.")
    var file: String

    @Option(help: "The name of the list.")
    var list = "P2"

    @Option(
        help: "Since when the entries are in force, YYYY-MM-DD, for a list taken over from elsewhere; without it now.")
    var since: String?

    func run() async throws {
        let folder = try data.open()
        let added = try since.map { text in
            guard let day = CivilDate(iso: text) else { throw ValidationError("--since: \(text) is no day") }
            return Int64(day.daysSinceEpoch) * 86_400_000
        }
        let input = try InputFile(file)
        let result = try await folder.acts.importEntries(
            csv: input.bytes, list: list, by: nil, atMilliseconds: WallClock.nowMilliseconds, added: added)
        for refusal in result.refusals { CommandFailure.say("line \(refusal.line): \(refusal.reason)") }
        print("\(result.written) entries written, \(result.refusals.count) refused")
        try await ScreeningLoop(folder).drain(progress: false)
        if !result.refusals.isEmpty { throw CommandFailure.partial }
    }
}

/// `cermat account-add`: an account from the command line.
struct AccountAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account-add",
        abstract:
            "Add an account; the password is drawn at random, printed once, and must be changed at the first sign-in.")

    @OptionGroup var data: DataOption

    @Option(help: "Sign-in name: 3 to 40 of a-z, 0-9, dot and hyphen.")
    var login: String

    @Option(help: "The person's name.")
    var name: String

    @Option(
        help: "officer, analyst, supervisor, intake-engineer, administrator, auditor or data-protection-officer.")
    var role: String

    @Option(help: "Post codes, separated by commas.")
    var posts: String = ""

    func run() async throws {
        guard let role = Role(rawValue: role) else { throw ValidationError("--role: no role is called \(role)") }
        let codes = posts.split(separator: ",").compactMap { PostCode($0) }
        let folder = try data.open()
        let password = try await AccountSetup(folder: folder).add(
            login: login, name: name, role: role, posts: codes, password: nil, mustChange: true)
        print("\(login), password \(password)")
    }
}
