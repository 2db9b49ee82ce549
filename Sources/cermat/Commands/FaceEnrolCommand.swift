// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import Faces
internal import Foundation
internal import Identity
internal import Mandate
internal import SQLiteStore
internal import Safeguards
internal import Watchlists

/// How commands name a watchlist entry: its identifier, or its LIST_ID in a list.
struct FaceEntryOption: ParsableArguments {
    @Option(help: "The list of entries that are named by their LIST_ID.")
    var list = "P2"

    func id(_ text: String, _ folder: DataFolder) -> RecordID<WatchlistEntry> {
        RecordID<WatchlistEntry>(text)
            ?? IdentityTokens(tokeniser: folder.vault).entryID(list: list, listID: text)
    }
}

/// `cermat face enrol`: pictures of persons of interest.
struct FaceEnrol: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Take pictures of persons on the watchlist into the gallery.",
        discussion: """
            SOURCE is a folder of pictures of one --entry; a folder with a folder for each entry, named by the entry's \
            identifier or LIST_ID; or a CSV file with the columns PICTURE,ENTRY. The same picture again changes nothing, so a \
            run that was ended goes on. Each refused picture is one JSON object with reasons in Indonesian and English; the \
            last line counts. Exit 1 when some were refused.
            """, aliases: ["enroll"])

    @OptionGroup var data: DataOption

    @Argument(help: "A folder or a CSV file, or - for CSV on standard input.")
    var source: String

    @Option(help: "The entry of all pictures of the folder.")
    var entry: String?

    @OptionGroup var entries: FaceEntryOption

    @Option(help: "Engines that work at once.")
    var workers = 2

    @OptionGroup var engine: FaceEngineOption

    @OptionGroup var named: NamedOfficer

    func run() async throws {
        guard (1...64).contains(workers) else { throw ValidationError("workers must be 1 to 64") }
        let folder = try data.open()
        let mandate = try await named.mandate(for: .enrolFace, in: folder)
        let inputs = try inputs(folder)
        guard !inputs.isEmpty else { throw CommandFailure.exit("\(source) holds no pictures") }
        let models = try engine.open()
        let identity = models.identity
        let limit = try folder.readPolicy().faces.galleryLimit
        let (store, vault) = (folder.store, folder.vault)
        let intake = FaceIntake<RecordID<WatchlistEntry>, RecordID<FaceEnrolment>>(
            models: models, workers: workers,
            identify: { FaceEnrolment.id(of: $0, for: $1, tokeniser: vault) },
            settled: { try await store.faces(known: $0, engine: identity) },
            write: { read, refused in
                let now = WallClock.nowMilliseconds
                let faces = read.map {
                    FaceEnrolment(
                        id: $0.id, entry: $0.item, engine: identity, face: $0.face, atMilliseconds: now,
                        officer: mandate?.officer)
                }
                let subjects = Set(faces.map(\.entry)).sorted().map { "entry:\($0)" }
                return try await store.enrol(faces, limit: limit, atMilliseconds: now) { verdicts in
                    let written = verdicts.count { $0 == .enrolled || $0 == .describedAgain }
                    return [
                        AuditEvent(
                            .enrolFace, by: mandate, atMilliseconds: now, subjects: subjects,
                            detail: "enrolled=\(written) refused=\(refused + verdicts.count { $0.isRefusal })")
                    ]
                }
            })
        let tally = FaceIntakeTally(total: inputs.count)
        try await intake.run(inputs, tally: tally)
        try await tally.finish()
        if await tally.refused > 0 { throw CommandFailure.partial }
    }

    private func inputs(_ folder: DataFolder) throws -> [FaceInput<RecordID<WatchlistEntry>>] {
        if let entry {
            let id = entries.id(entry, folder)
            return try FaceInputs.pictures(in: source).map { FaceInput(path: $0, item: id) }
        }
        if FaceInputs.isFolder(source) {
            return try FaceInputs.folders(in: source).flatMap { part in
                let id = entries.id(part.name, folder)
                return try FaceInputs.pictures(in: part.path).map { FaceInput(path: $0, item: id) }
            }
        }
        return try FaceInputs.rows(of: source, columns: ["PICTURE", "ENTRY"]).map { row in
            FaceInput(
                path: FaceInputs.path(row["PICTURE"] ?? "", of: source), item: entries.id(row["ENTRY"] ?? "", folder))
        }
    }
}

/// `cermat face import`: photographs of the registry or of passports, for one-to-one comparison.
struct FaceImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take photographs of holders into the verification gallery, which cannot be searched.",
        discussion: """
            LIST is a CSV file with the columns PICTURE,NIK,DOC_NO,DOC_ISSUER: each row names the holder by NIK, else by \
            document. Numbers are kept as keyed tokens only. The same photograph again changes nothing, another one takes its \
            place.
            """)

    @OptionGroup var data: DataOption

    @Argument(help: "The CSV file, or - for standard input.")
    var list: String

    @Option(help: "The last day on which the photographs may be used, YYYY-MM-DD.")
    var until: String

    @Option(help: "Engines that work at once.")
    var workers = 2

    @OptionGroup var engine: FaceEngineOption

    func run() async throws {
        let today = FaceDay.of(milliseconds: WallClock.nowMilliseconds)
        guard (1...64).contains(workers) else { throw ValidationError("workers must be 1 to 64") }
        guard let lastDay = CivilDate(iso: until), lastDay >= today,
            lastDay.daysSinceEpoch - today.daysSinceEpoch <= RetentionSchedule.mostDays
        else { throw ValidationError("--until is a day from today on, five years ahead at most") }
        let folder = try data.open()
        let (store, vault) = (folder.store, folder.vault)
        var inputs: [FaceInput<PhotographHolder>] = []
        var unknown = 0
        for row in try FaceInputs.rows(of: list, columns: ["PICTURE"]) {
            guard let holder = holder(row, folder) else {
                unknown += 1
                continue
            }
            inputs.append(FaceInput(path: FaceInputs.path(row["PICTURE"] ?? "", of: list), item: holder))
        }
        let models = try engine.open()
        let identity = models.identity
        let intake = FaceIntake<PhotographHolder, BlindToken>(
            models: models, workers: workers,
            identify: { HolderPhotograph.id(of: $0, holder: $1, lastDay: lastDay, tokeniser: vault) },
            settled: { ids in
                let known = try await store.photographs(known: ids, engine: identity)
                return Dictionary(known.map { ($0, EnrolmentVerdict.known) }, uniquingKeysWith: { first, _ in first })
            },
            write: { read, refused in
                let now = WallClock.nowMilliseconds
                let photographs = read.map {
                    HolderPhotograph(
                        holder: $0.item, id: $0.id, engine: identity, face: $0.face, lastDay: lastDay,
                        atMilliseconds: now)
                }
                let event = AuditEvent(
                    .enrolFace, by: nil, atMilliseconds: now,
                    detail: "photographs=\(photographs.count) refused=\(refused)")
                try await store.importPhotographs(
                    photographs, register: folder.destructionRegister, audit: [event], atMilliseconds: now)
                return photographs.map { _ in .enrolled }
            })
        let tally = FaceIntakeTally(total: inputs.count)
        try await intake.run(inputs, tally: tally)
        try await tally.finish()
        if unknown > 0 { CommandFailure.say("\(unknown) rows name no holder: give a NIK, or DOC_NO and DOC_ISSUER") }
        if await tally.refused + unknown > 0 { throw CommandFailure.partial }
    }

    private func holder(_ row: [String: String], _ folder: DataFolder) -> PhotographHolder? {
        if let text = row["NIK"], !text.isEmpty {
            return (try? NIK(parsing: text)).map { PhotographHolder(resident: $0, tokeniser: folder.vault) }
        }
        guard let number = row["DOC_NO"], let issuer = row["DOC_ISSUER"] else { return nil }
        return PhotographHolder(document: number, issuer: issuer, tokeniser: folder.vault)
    }
}
