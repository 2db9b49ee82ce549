// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// The command line of Cermat. Data on standard output, messages on standard error; exit 0 done, 1 findings or partial
/// failure, 64 usage, 70 internal.
@main
struct Cermat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cermat",
        abstract:
            "Reads carriers' passenger messages, finds the few travellers who matter, and records who decided what.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Messages", subcommands: [Decode.self, Ingest.self, MessagesCommand.self, Status.self]),
            CommandGroup(name: "Running", subcommands: [Init.self, Serve.self, Watchlist.self, AccountAdd.self]),
            CommandGroup(name: "Trust", subcommands: [Audit.self, Decisions.self, Rebuild.self, State.self]),
            CommandGroup(name: "Trying and measuring", subcommands: [World.self, Feed.self, Bench.self]),
        ])
}
