// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Gazetteer
internal import Safeguards
internal import Screening

/// `cermat feeds`: carriers' ways in over HTTP, as on the page Feeds.
struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "List the feeds that hand in messages over HTTP; add one, replace its token, withdraw it.",
        discussion: "A server that runs on the folder follows within a second.",
        subcommands: [FeedsList.self, FeedsAdd.self, FeedsRotate.self, FeedsWithdraw.self])
}

struct FeedsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the feeds with their last message and today's counts (day of WIB).")

    @OptionGroup var data: DataOption

    @Flag(help: "Print JSON, one object a line.")
    var json = false

    func run() async throws {
        let folder = try data.open()
        let now = WallClock.nowMilliseconds
        let states = try await FeedDesk(store: folder.store).states(
            of: folder.store, countingSince: FeedsInput.dayStart(now), atMilliseconds: now)
        for state in states { print(json ? try FeedsInput.json(state) : FeedsInput.line(state)) }
    }
}

struct FeedsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a feed and print its token, which cannot be shown again.")

    @OptionGroup var data: DataOption

    @Argument(help: "2 to 40 of a-z, 0-9 and hyphen, a letter first.")
    var name: String

    @Option(help: "Codes of the carriers or senders that it speaks for, with commas.")
    var carriers: String

    @Option(help: "Whom to call when it is silent.")
    var contact: String

    @Option(help: "How many hours of silence are unusual, 1 to 1440.")
    var silenceHours = 24

    func run() async throws {
        let folder = try data.open()
        try await FeedsInput.run {
            let draft = try FeedDraft(speaksFor: carriers, contact: contact, silenceHours: silenceHours)
            let added = try await FeedDesk(store: folder.store).add(
                try FeedsInput.name(name), draft, by: nil, atMilliseconds: WallClock.nowMilliseconds)
            CommandFailure.say("feed \(name) added; its token, now and never again:")
            print(added.secret.text)
        }
    }
}

struct FeedsRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Give a feed a new token; the old one is taken for some hours more.")

    @OptionGroup var data: DataOption

    @Argument(help: "The feed's name.")
    var name: String

    @Option(help: "How many hours the old token is still taken, 0 to 720; 0 if it leaked.")
    var overlapHours = 24

    func run() async throws {
        let folder = try data.open()
        try await FeedsInput.run {
            let rotated = try await FeedDesk(store: folder.store).rotate(
                try FeedsInput.name(name), overlapHours: overlapHours, by: nil,
                atMilliseconds: WallClock.nowMilliseconds)
            CommandFailure.say("the old token is taken for \(overlapHours) h more; the new one, now and never again:")
            print(rotated.secret.text)
        }
    }
}

struct FeedsWithdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Withdraw a feed: its tokens are refused at once.")

    @OptionGroup var data: DataOption

    @Argument(help: "The feed's name.")
    var name: String

    @Option(help: "Why, 3 to 500 characters.")
    var reason: String

    func run() async throws {
        let folder = try data.open()
        try await FeedsInput.run {
            try await FeedDesk(store: folder.store).withdraw(
                try FeedsInput.name(name), reason: reason, by: nil, atMilliseconds: WallClock.nowMilliseconds)
            CommandFailure.say("feed \(name) withdrawn")
        }
    }
}

/// What the commands of feeds share.
private enum FeedsInput {
    static func name(_ text: String) throws -> FeedName {
        guard let name = FeedName(text) else {
            throw CommandFailure.exit(
                "a feed's name is 2 to 40 of a-z, 0-9 and hyphen, a letter first, and neither feed nor desk",
                ExitCode(64))
        }
        return name
    }

    /// Runs an act; what a person can mend ends with a line that says how.
    static func run(_ act: () async throws -> Void) async throws {
        do { try await act() } catch let error as CaseworkError {
            switch error {
            case .invalid(let field, let why): throw CommandFailure.exit("\(field): \(why)", ExitCode(64))
            case .notAllowed(let why): throw CommandFailure.exit("not done: \(why)")
            case .unknown: throw CommandFailure.exit("no such feed in force; see: cermat feeds list")
            case .reasonRequired: throw CommandFailure.exit("--reason has 3 to 500 characters", ExitCode(64))
            case .store(let error): throw error
            case .quotaUsed, .samePerson: throw error
            }
        }
    }

    /// The beginning of the day in western Indonesia.
    static func dayStart(_ now: Int64) -> Int64 {
        let offset = Int64(IndonesianZone.western.utcOffsetMinutes) * 60_000
        return (now + offset) / 86_400_000 * 86_400_000 - offset
    }

    static func line(_ state: FeedState) -> String {
        let traffic = state.traffic.map {
            "last \(last(state) ?? "never")  today \($0.received)  quarantined \($0.quarantined)  "
        }
        return
            "\(state.feed.name)  \(word(state))  \(traffic ?? "")for \(state.feed.speaksFor.joined(separator: ","))  "
            + "silence \(state.feed.silenceHours) h"
    }

    static func json(_ state: FeedState) throws -> String {
        struct Line: Encodable {
            var name: String
            var state: String
            var version: Int
            var carriers: [String]
            var contact: String
            var silenceHours: Int
            var last: String?
            var today: Int?
            var quarantined: Int?
        }
        let line = Line(
            name: state.feed.name.description, state: word(state), version: state.feed.version,
            carriers: state.feed.speaksFor, contact: state.feed.contact, silenceHours: state.feed.silenceHours,
            last: last(state), today: state.traffic?.received, quarantined: state.traffic?.quarantined)
        return try SortedJSON.line(line)
    }

    private static func word(_ state: FeedState) -> String {
        state.feed.isWithdrawn ? "withdrawn" : state.isSilent ? "silent" : "active"
    }

    private static func last(_ state: FeedState) -> String? {
        state.traffic?.lastReceivedAtMilliseconds.map(WallClock.text)
    }
}
