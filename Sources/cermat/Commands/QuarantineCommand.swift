// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework

/// `cermat quarantine replay`: reads what could not be read again.
struct Quarantine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work on messages that could not be read.", subcommands: [QuarantineReplayCommand.self])
}

struct QuarantineReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Read every message in quarantine again; what can be read now is stored, filtered and screened.",
        discussion: "Doing it twice, or again after it was killed, loses and doubles nothing.")

    @OptionGroup var data: DataOption

    func run() async throws {
        try await QuarantineReplayCommand.replay(in: data.open())
    }

    /// Reads the quarantine again with the profiles in force, screens what came out of it, and says how much.
    static func replay(in folder: DataFolder) async throws {
        let replay = QuarantineReplay(
            store: folder.store, tokeniser: folder.vault, reader: try await folder.profiles.reader())
        let outcome = try await replay.replayAll(by: nil, atMilliseconds: WallClock.nowMilliseconds)
        try await ScreeningLoop(folder).drain(progress: false)
        print("looked at \(outcome.looked), readable \(outcome.readable), new messages \(outcome.stored)")
        if outcome.damaged > 0 {
            CommandFailure.say(
                "\(outcome.damaged) records are damaged on disk and were passed over: restore them from a backup")
        }
    }
}
