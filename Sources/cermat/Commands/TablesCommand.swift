// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Gazetteer
internal import Wording

/// `cermat tables`: ports, carriers, countries and regions, as on the page Code tables.
struct TablesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "List, show, import and export the tables of codes: the shipped rows and the installation's own.",
        discussion: "A server that runs on the folder follows within a second.",
        subcommands: [TablesList.self, TablesShow.self, TablesImport.self, TablesExport.self])
}

struct TablesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the tables with their rows and how many are the installation's own.")

    @OptionGroup var data: DataOption

    func run() throws {
        let tables = try data.open().tables
        for table in GazetteerTable.allCases {
            let listings = tables.listings(table)
            let own = listings.count { $0.origin != .shipped }
            print("\(table.rawValue)  \(listings.count { $0.origin != .withdrawn }) rows  \(own) own")
        }
    }
}

struct TablesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the row of a code with where it comes from.")

    @OptionGroup var data: DataOption

    @Argument(help: "ports, carriers, countries or regions.", transform: TablesInput.table)
    var table: GazetteerTable

    @Argument(help: "The code, as CGK, SGP or 32.")
    var code: String

    func run() throws {
        guard let found = try data.open().tables.listings(table).first(where: { $0.code == code.uppercased() }) else {
            throw CommandFailure.exit("no such code in \(table.rawValue); see: cermat tables export")
        }
        for column in table.columns where !found.row[column].isEmpty {
            print("\(column.rawValue)  \(found.row[column])")
        }
        print("ROW  \(found.origin.rawValue)")
    }
}

struct TablesImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Say what a CSV file would change; with --yes take its good rows over.",
        discussion: "Exit 1 where rows are refused. Codes that the file does not name stay as they are.")

    @OptionGroup var data: DataOption

    @Argument(help: "ports, carriers, countries or regions.", transform: TablesInput.table)
    var table: GazetteerTable

    @Argument(help: "The CSV file, or - for standard input.")
    var file: String

    @Option(help: "Why, 3 to 500 characters; part of the decision.")
    var reason: String

    @Flag(help: "Take the good rows over.")
    var yes = false

    func run() async throws {
        let tables = try data.open().tables
        let now = WallClock.nowMilliseconds
        let preview: TableImport
        do {
            preview = try await tables.preview(try InputFile(file).bytes, of: table, atMilliseconds: now)
            for line in TablesOutput.lines(preview) { print(line) }
            if yes, !preview.rows.isEmpty {
                let count = try await tables.take(preview, reason: reason, by: nil, atMilliseconds: now)
                CommandFailure.say("\(count) rows taken over")
            } else if !preview.rows.isEmpty {
                CommandFailure.say("nothing is changed yet; the same command with --yes takes the good rows over")
            }
        } catch CaseworkError.invalid(_, let why) {
            throw CommandFailure.exit("\(file): expected \(why)")
        } catch CaseworkError.reasonRequired {
            throw CommandFailure.exit("--reason has 3 to 500 characters", ExitCode(64))
        } catch CaseworkError.store(let error) { throw error }
        if !preview.refused.isEmpty { throw CommandFailure.partial }
    }
}

struct TablesExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print a table as CSV; it can be changed and imported again.")

    @OptionGroup var data: DataOption

    @Argument(help: "ports, carriers, countries or regions.", transform: TablesInput.table)
    var table: GazetteerTable

    func run() throws {
        print(TableExport.csv(try data.open().tables.listings(table), of: table), terminator: "")
    }
}

/// A table's name given to a command.
private enum TablesInput {
    @Sendable static func table(_ name: String) throws -> GazetteerTable {
        guard let table = GazetteerTable(rawValue: name) else {
            throw ValidationError("a table is ports, carriers, countries or regions")
        }
        return table
    }
}

/// A preview in lines.
private enum TablesOutput {
    static func lines(_ preview: TableImport) -> [String] {
        let words = Words(.english)
        func text(_ row: GazetteerRow) -> String {
            preview.table.columns.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return preview.added.map { "added    line \($0.line): \(text($0.after))" }
            + preview.changed.map {
                "changed  line \($0.line): \(text($0.after))  (was \($0.before.map { text($0) } ?? "-"))"
            }
            + preview.refused.map { refusal in
                "refused  line \(refusal.line): \(refusal.code): "
                    + refusal.problems.map { "\($0.column.rawValue): " + words(.rowProblem, $0.kind.rawValue) }
                    .joined(separator: "; ")
            }
            + [
                "added \(preview.added.count), changed \(preview.changed.count), refused \(preview.refused.count), unchanged \(preview.unchanged)"
            ]
    }
}
