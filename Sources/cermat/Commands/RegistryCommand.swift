// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Identity

/// `cermat registry`: the population index of a lawful extract of the civil registry.
struct Registry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Build the population index from an extract, change it day by day, or show what it holds of one number.",
        subcommands: [
            RegistryBuild.self, RegistryUpdate.self, RegistryCompact.self, RegistryDocuments.self, RegistryShow.self,
            RegistryLearn.self, RegistryCalibration.self, RegistrySimulate.self,
        ])
}

struct RegistryBuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make the population index from one or more extracts; exit 1 when rows were skipped.",
        discussion: """
            Columns: NIK, NO_KK, NAMA_LGKP, TMPT_LHR, TGL_LHR (YYYY-MM-DD), JENIS_KLMIN, STAT_HBKEL, NAMA_LGKP_IBU,
            NAMA_LGKP_AYAH, ALAMAT, NO_RT, NO_RW, KODE_WILAYAH; sex and relation as label or code. An index in use stays
            as it is until the new one takes its place in one step. With --details mother's name and address, and
            KEL_NAME and KODE_POS if there are such columns, are kept in OUT.details, which is read for display only.
            """)

    @Option(name: .long, parsing: .upToNextOption, help: "Files, or - for standard input.")
    var residents: [String]

    @Option(help: "The index file.")
    var out: String

    @Option(help: "A folder for sorted runs, used above the memory granted (the index's folder if not given).")
    var temp: String?

    @Option(help: "The memory in MiB that residents may take while they are sorted.")
    var memory = 6144

    @Option(help: "How many residents are expected, to check the space before the start (files are estimated).")
    var expect: Int?

    @Option(help: "A file for the list of all skipped rows.")
    var skipped: String?

    @Flag(help: "Keep mother's name and address too, in a file beside the index that is read for display only.")
    var details = false

    @Flag(help: "Drop the changes beside the index that is replaced, with the history of family cards in them.")
    var dropChanges = false

    func validate() throws {
        guard (1...1 << 20).contains(memory) else { throw ValidationError("--memory is 1 to 1048576 MiB") }
        guard (1...Int(UInt32.max)).contains(expect ?? 1) else { throw ValidationError("--expect is 1 to 4294967295") }
    }

    func run() throws {
        guard dropChanges || !PopulationChanges(path: out).exist else {
            throw CommandFailure.exit(
                "\(out).changes has changes of the index that is to be replaced, and the history of family cards; "
                    + "give --drop-changes to lose both, or bring the index up to date with registry update and compact",
                ExitCode(64))
        }
        var builder = PopulationIndexBuilder(memoryBytes: memory << 20, temporaryFolder: RunFolder.of(temp, out))
        if details { try builder.keepDetails(beside: out) }
        let hadDetails = FileManager.default.fileExists(atPath: out + ".details")
        let clock = ContinuousClock()
        let start = clock.now
        let sizes = residents.map(Self.bytes)
        // A row of an extract has about 145 bytes.
        try builder.requireSpace(residents: expect ?? sizes.reduce(0) { $0 + ($1 ?? 0) } / 145, at: out)
        for (path, size) in zip(residents, sizes) {
            let name = path == "-" ? path : (path as NSString).lastPathComponent
            var said = clock.now
            try builder.add(contentsOf: path) { read, count in
                guard clock.now - said > .seconds(2) else { return }
                said = clock.now
                let share = size.map { "\(read * 100 / max($0, 1)) % read, " } ?? "\(read >> 20) MiB read, "
                CommandFailure.say("\(name): \(share)\(count) residents")
            }
        }
        CommandFailure.say("\(builder.count) residents read in \(Self.seconds(clock.now - start)) s, writing the index")
        let count = try builder.write(to: out)
        if dropChanges { try PopulationChanges(path: out).drop() }
        CommandFailure.say("\(count) residents in \(out), \(Self.seconds(clock.now - start)) s")
        if details {
            CommandFailure.say("mothers' names and addresses in \(out).details")
        } else if hadDetails {
            CommandFailure.say("\(out).details of the index before was taken away; --details keeps them")
        }
        try report(builder)
    }

    private static func seconds(_ duration: Duration) -> String { String(format: "%.1f", duration.seconds) }

    /// The bytes of a file; nil for streams.
    private static func bytes(_ path: String) -> Int? {
        guard path != "-", let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular
        else { return nil }
        return (attributes[.size] as? NSNumber)?.intValue
    }

    private func report(_ builder: PopulationIndexBuilder) throws {
        try SkippedRows(rows: builder.skipped, unlisted: builder.skippedUnlisted, tables: residents).report(to: skipped)
    }
}

/// `cermat resolve`: who the travellers of a table are.
struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put the right NIK, or none, beside each traveller, with a probability.",
        discussion: "Travellers of one PNR are resolved together: candidates of one family card support each other.")

    @Option(help: "The index file.")
    var registry: String

    @Option(help: "A table of travellers, or - for standard input.")
    var travellers: String

    @Option(help: "The file of predictions, or - for standard output.")
    var out: String

    @Option(help: "A model file of cermat registry learn; the model that ships otherwise.")
    var model: String?

    @Flag(help: "Add the evidence of each candidate.")
    var explain = false

    @Option(help: "Threads.")
    var threads = 2

    func run() async throws {
        let index = try PopulationIndex(path: registry)
        let table = try InputFile(travellers).travellers(index: registry)
        let model = try ModelFile.model(model)
        let result = await TravellerResolution(index: index, threads: threads, model: model).run(table)
        let writer = ResolutionLine(index: index, prior: result.prior, explains: explain, model: model)
        var lines = try LineOutput(path: out)
        for piece in await writer.pieces(table, result.resolutions, threads: threads) {
            for line in piece { lines.add(line) }
        }
        lines.flush()
    }
}
