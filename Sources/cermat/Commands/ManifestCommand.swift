// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import Gazetteer
internal import Manifests
internal import Screening
internal import Travel

/// `cermat manifest`: an operator's passenger list, previewed or handed in.
struct Manifest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a passenger list made by hand: propose its columns, preview it, hand it in.",
        discussion: """
            Reads tables by comma, semicolon, tab or bar, in UTF-8, UTF-16 or Windows-1252, with title lines above and totals
            below. Without --submit nothing is stored. With --data the operator's remembered layout is applied; --submit
            --officer remembers it. A list of the same operator and voyage takes the place of the earlier one, unless --add.
            Fields: \(ManifestField.allCases.map(\.rawValue).joined(separator: ", ")), none.
            Exit 1 when cells could not be read, or something is missing for --submit.
            """)

    @Argument(help: "The file, or - for standard input.")
    var file: String

    @Flag(help: "Only show what would be taken (the default without --submit).")
    var preview = false

    @Flag(help: "Hand the list in; needs --data.")
    var submit = false

    @Option(help: "The data folder.")
    var data: String?

    @Option(name: .customLong("map"), help: "COLUMN=FIELD, the column by number (from 1) or heading; may be repeated.")
    var maps: [String] = []

    @Option(name: .customLong("dates"), help: "COLUMN=day-first, month-first or year-first; may be repeated.")
    var orders: [String] = []

    @Option(help: "The line of the heading; 0 for a table without one.")
    var header: Int?

    @OptionGroup var voyage: ManifestVoyageOptions

    @Option(help: "Take the place of the list with this message identity.")
    var replaces: String?

    @Flag(help: "Stand beside earlier lists of the same operator and voyage.")
    var add = false

    @Option(help: "The sign-in name of the officer who hands it in; the layout is remembered under that name.")
    var officer: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if submit, data == nil { throw ValidationError("--submit needs --data DIR") }
        if submit, preview { throw ValidationError("--preview and --submit exclude each other") }
        if add, replaces != nil { throw ValidationError("--add and --replaces exclude each other") }
        if let replaces, RecordID<ReceivedMessage>(replaces) == nil {
            throw ValidationError("--replaces: the 32 hexadecimal digits of a message")
        }
    }

    func run() async throws {
        let submission = try data.map { ManifestSubmission(folder: try DataFolder(opening: $0)) }
        var draft = try await ManifestOpening(command: self).draft(submission)
        try ManifestOpening(command: self).choose(&draft)
        let reading = draft.read()
        var report = ManifestReport(draft, reading, file: file)
        if submit, reading.isReady, let submission {
            let named = replaces.flatMap { RecordID<ReceivedMessage>($0) }
            let intent: ListIntent = named.map { .replaceMessage($0) } ?? (add ? .add : .replace)
            let person = officer == nil ? nil : try await submission.folder.officer(officer ?? "")
            if person == nil { CommandFailure.say("without --officer the layout is not remembered") }
            report.submission = try await submission.submit(draft, reading, intent: intent, by: person)
        }
        if json { print(try report.json()) } else { report.lines().forEach { print($0) } }
        if submit, !reading.isReady {
            throw CommandFailure.exit("nothing was handed in; missing: \(report.missing.joined(separator: ", "))")
        }
        if !reading.flawed.isEmpty { throw CommandFailure.partial }
    }
}

/// What the table lacks.
struct ManifestVoyageOptions: ParsableArguments {
    @Option(name: .customLong("operator"), help: "The operator's code or name.")
    var operatorCode: String?
    @Option(help: "sea, land or air.")
    var mode: String?
    @Option(help: "The ship's name.")
    var ship: String?
    @Option(help: "The IMO number.")
    var imo: String?
    @Option(help: "The voyage number.")
    var number: String?
    @Option(help: "The number plate.")
    var plate: String?
    @Option(help: "Port code of departure.")
    var from: String?
    @Option(help: "Port code of arrival.")
    var to: String?
    @Option(help: "Local time, as 2026-03-12T09:30.")
    var departure: String?
    @Option(help: "Local time, as 2026-03-12T10:40.")
    var arrival: String?
}

/// Opens a list and applies what the command line says about it.
struct ManifestOpening {
    let command: Manifest

    func draft(_ submission: ManifestSubmission?) async throws -> ManifestDraft {
        let input = try InputFile(command.file)
        let gazetteer = try submission?.folder.gazetteer ?? ProductHome.find().gazetteer()
        guard let today = CivilDateTime(minutesSinceEpoch: Int(WallClock.nowMilliseconds / 60_000) + 420)?.date else {
            throw CommandFailure.exit("the clock of this machine is wrong", CommandFailure.internal)
        }
        var draft: ManifestDraft
        do { draft = try ManifestDraft(input.bytes, today: today, gazetteer: gazetteer) } catch {
            let limit = error.limit.map { " (at most \($0))" } ?? ""
            throw CommandFailure.exit("\(input.name): not a table that can be read: \(error.code)\(limit)")
        }
        if let line = command.header { draft.setHeader(line: line == 0 ? nil : line) }
        if let text = command.voyage.operatorCode { draft.voyage.operatorCode = ListVoyage.operatorCode(text) }
        try await submission?.recall(&draft)
        return draft
    }

    func choose(_ draft: inout ManifestDraft) throws {
        for pair in command.maps {
            let (column, value) = try parts(pair, "--map", draft)
            if value == "none" {
                draft.set(column: column, to: nil)
            } else {
                guard let field = ManifestField(rawValue: value) else {
                    throw ValidationError("--map: no field is called \(value)")
                }
                draft.set(column: column, to: field)
            }
        }
        for pair in command.orders {
            let (column, value) = try parts(pair, "--dates", draft)
            guard let order = DateOrder(rawValue: value) else {
                throw ValidationError("--dates: day-first, month-first or year-first")
            }
            draft.set(column: column, order: order)
        }
        try fill(&draft.voyage)
    }

    private func parts(_ pair: String, _ option: String, _ draft: ManifestDraft) throws -> (Int, String) {
        guard let mark = pair.lastIndex(of: "=") else { throw ValidationError("\(option): COLUMN=VALUE") }
        let name = String(pair[..<mark])
        let value = String(pair[pair.index(after: mark)...])
        if let number = Int(name), draft.columns.indices.contains(number - 1) { return (number - 1, value) }
        guard let found = draft.columns.first(where: { $0.header.lowercased() == name.lowercased() }) else {
            throw ValidationError("\(option): the table has no column \(name)")
        }
        return (found.index, value)
    }

    private func fill(_ voyage: inout ListVoyage) throws {
        let given = command.voyage
        if let text = given.mode {
            guard let mode = TravelMode(rawValue: text) else { throw ValidationError("--mode: sea, land or air") }
            voyage.mode = mode
        }
        voyage.conveyance = given.ship.map { $0.uppercased() } ?? voyage.conveyance
        voyage.imo = given.imo ?? voyage.imo
        voyage.number = given.number.map { $0.uppercased() } ?? voyage.number
        voyage.plate = given.plate.map { $0.uppercased() } ?? voyage.plate
        voyage.from = given.from.map { $0.uppercased() } ?? voyage.from
        voyage.to = given.to.map { $0.uppercased() } ?? voyage.to
        voyage.departure = try time(given.departure, "--departure") ?? voyage.departure
        voyage.arrival = try time(given.arrival, "--arrival") ?? voyage.arrival
        if voyage.mode == nil, voyage.imo != nil || voyage.conveyance != nil { voyage.mode = .sea }
        if voyage.mode == nil, voyage.plate != nil { voyage.mode = .land }
    }

    private func time(_ text: String?, _ option: String) throws -> CivilDateTime? {
        guard let text else { return nil }
        guard let time = CivilDateTime(iso: text) else { throw ValidationError("\(option): as 2026-03-12T09:30") }
        return time
    }
}
