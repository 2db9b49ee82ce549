// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Identity

/// `cermat registry update`: a day's changes, without building the index anew.
struct RegistryUpdate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Take a day's changes into the file beside an index; exit 1 when rows were skipped.",
        discussion: """
            Columns: those of registry build, and CHANGE (add, change, remove) and DATE (YYYY-MM-DD, from when it holds);
            of who is removed only the NIK is read. The file INDEX.changes is replaced in one step and is taken by a
            running desk. The same changes twice give the same file; days may come in any order.
            """)

    @Option(help: "The index file.")
    var index: String

    @Option(help: "A table of changes, or - for standard input.")
    var changes: String

    @Option(help: "A file for the list of all skipped rows.")
    var skipped: String?

    func run() throws {
        let report = try InputFile(changes).withBytes {
            try PopulationChanges(path: index).add($0.bindMemory(to: UInt8.self))
        }
        CommandFailure.say(
            "\(report.taken) changes taken, \(report.known) known before; \(report.residents) residents, version "
                + report.version)
        try SkippedRows(rows: report.skipped, tables: [changes]).report(to: skipped)
    }
}

/// `cermat registry compact`: index and changes become one index.
struct RegistryCompact: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Fold the changes into a new index; the history of family cards stays beside it.")

    @Option(help: "The index file.")
    var index: String

    @Option(help: "The new index file; may be the same, which is then replaced with its changes.")
    var out: String

    @Option(help: "A folder for sorted runs, used above the memory granted (the index's folder if not given).")
    var temp: String?

    @Option(help: "The memory in MiB that residents may take while they are sorted.")
    var memory = 6144

    func validate() throws {
        guard (1...1 << 20).contains(memory) else { throw ValidationError("--memory is 1 to 1048576 MiB") }
    }

    func run() throws {
        let count = try PopulationChanges(path: index).compact(
            to: out, memoryBytes: memory << 20, temporaryFolder: RunFolder.of(temp, out)
        ) { CommandFailure.say("\($0) residents read") }
        CommandFailure.say("\(count) residents in \(out)")
    }
}
