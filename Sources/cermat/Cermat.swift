// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Identity
internal import Mandate
internal import Safeguards
internal import Screening

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
            CommandGroup(
                name: "Messages",
                subcommands: [
                    Decode.self, Zone.self, Cusres.self, Manifest.self, Ingest.self, MessagesCommand.self,
                    QualityCommand.self,
                    Status.self,
                ]),
            CommandGroup(
                name: "Carriers", subcommands: [Profile.self, FeedsCommand.self, TablesCommand.self, Quarantine.self]),
            CommandGroup(name: "Identity", subcommands: [Registry.self, Resolve.self, Face.self]),
            CommandGroup(
                name: "Running",
                subcommands: [Init.self, Serve.self, Doctor.self, Watchlist.self, AccountAdd.self, Reader.self]),
            CommandGroup(name: "Keeping", subcommands: [Backup.self, Restore.self, Keys.self]),
            CommandGroup(
                name: "Trust", subcommands: [Audit.self, Decisions.self, Retention.self, Rebuild.self, State.self]),
            CommandGroup(name: "Trying and measuring", subcommands: [World.self, Feed.self, Bench.self]),
        ])

    /// Runs the command; what nobody expected ends with 70 and one line that says what to do.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as StoreError {
            switch error {
            case .full:
                exit(withError: CommandFailure.exit("no room on the disk; make room, then run the same command again"))
            case .busy: exit(withError: CommandFailure.exit("another process holds the data folder; try again"))
            case .cancelled: exit(withError: CommandFailure.exit("stopped before it was done; nothing was written"))
            case .taken: exit(withError: CommandFailure.exit("something else changed it first; look again"))
            case .damaged(let reason), .failed(let reason):
                exit(withError: CommandFailure.exit(reason, CommandFailure.internal))
            }
        } catch let error as PopulationIndexError {
            exit(withError: CommandFailure.exit("\(error)"))
        } catch let error as BackupError {
            exit(withError: CommandFailure.exit("\(error)"))
        } catch let error as KeyVaultError {
            exit(withError: CommandFailure.exit("the keys cannot be used: \(error)", CommandFailure.internal))
        } catch {
            guard exitCode(for: error) == .failure, !(error is ExitCode) else { exit(withError: error) }
            exit(withError: CommandFailure.exit("\(error)", CommandFailure.internal))
        }
    }
}
