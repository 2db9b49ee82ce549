// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Messages

/// `cermat profile`: what is known of how carriers send.
struct Profile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keep carrier profiles: their codes, clock and known deviations, in versions.",
        subcommands: [ProfileCheck.self, ProfileList.self, ProfileShow.self, ProfileSave.self])
}

struct ProfileCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say everything that is wrong with a profile file.")

    @Argument(help: "The YAML or JSON file, or - for standard input.")
    var file: String

    func run() throws {
        let profile = try ProfileInput.read(file)
        print("\(profile.id): no problem found")
    }
}

struct ProfileList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the profiles with their latest versions.")

    @OptionGroup var data: DataOption

    func run() async throws {
        for version in try await data.open().profiles.latest() {
            let profile = version.saved.profile
            print(
                "\(profile.id)  v\(version.saved.version)  \(profile.isActive ? "active" : "inactive")  \(profile.title)"
            )
        }
    }
}

struct ProfileShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a version of a profile.")

    @OptionGroup var data: DataOption

    @Argument(help: "The profile's id.")
    var id: String

    @Option(help: "The version; the latest where none is given.")
    var version: Int?

    func run() async throws {
        let all = try await data.open().profiles.versions().filter { $0.saved.profile.id == id }
        let wanted = version ?? all.map(\.saved.version).max()
        guard let found = all.first(where: { $0.saved.version == wanted }) else {
            throw CommandFailure.exit("no such version of \(id); see: cermat profile list")
        }
        print(found.saved.profile.text, terminator: "")
    }
}

struct ProfileSave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Save a profile file as the next version; messages that come are read by it.",
        discussion: "Messages in quarantine are then read again, as with: cermat quarantine replay")

    @OptionGroup var data: DataOption

    @Argument(help: "The YAML or JSON file, or - for standard input.")
    var file: String

    func run() async throws {
        let profile = try ProfileInput.read(file)
        let folder = try data.open()
        do {
            let saved = try await folder.profiles.save(profile, by: nil, atMilliseconds: WallClock.nowMilliseconds)
            print("\(profile.id) saved as version \(saved.version)")
            try await QuarantineReplayCommand.replay(in: folder)
        } catch CaseworkError.notAllowed(let why) {
            throw CommandFailure.exit("not saved: \(why)")
        }
    }
}

/// A profile file given to a command.
private enum ProfileInput {
    static func read(_ path: String) throws -> CarrierProfile {
        let file = ProfileFile(try InputFile(path).bytes)
        guard let profile = file.profile else {
            for problem in file.problems { CommandFailure.say("\(path): \(problem)") }
            throw CommandFailure.partial
        }
        return profile
    }
}
