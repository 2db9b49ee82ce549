// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Identity

/// `cermat registry documents`: to whom travel documents were issued, in a file beside an index.
struct RegistryDocuments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract:
            "Take a table of documents and their holders into the file beside an index; exit 1 when rows were skipped.",
        discussion: """
            Columns: NIK, DOC_NO (or NO_PASPOR), and FROM and UNTIL (YYYY-MM-DD, the first day of its validity and the first
            after) if there are such columns; an empty day is open. The file INDEX.documents is replaced in one step, is
            taken by a running desk, and goes with every later index of that name. Travellers who quote no number are then
            looked for by that of their document's holder.
            """)

    @Option(help: "The index file.")
    var index: String

    @Option(help: "A table of documents, or - for standard input, which is then held in memory.")
    var table: String

    @Option(help: "A folder for sorted runs, used above the memory granted (the index's folder if not given).")
    var temp: String?

    @Option(help: "The memory in MiB that documents may take while they are sorted.")
    var memory = 1024

    @Option(help: "A file for the list of all skipped rows.")
    var skipped: String?

    func validate() throws {
        guard (1...1 << 20).contains(memory) else { throw ValidationError("--memory is 1 to 1048576 MiB") }
    }

    func run() throws {
        let documents = DocumentTable(
            beside: index, memoryBytes: memory << 20, temporaryFolder: RunFolder.of(temp, index))
        let report = try InputFile(table).withBytes { try documents.write($0.bindMemory(to: UInt8.self)) }
        let left =
            report.ambiguous == 0
            ? "" : "; \(report.ambiguous) of more than \(DocumentTable.mostHolders) holders left out"
        CommandFailure.say("\(report.count) documents with their holders in \(index).documents\(left)")
        try SkippedRows(rows: report.skipped, unlisted: report.unlisted, tables: [table]).report(to: skipped)
    }
}
