// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import Faces
internal import Foundation
internal import Mandate
internal import SQLiteStore
internal import Safeguards
internal import Screening
internal import Watchlists
internal import Wording

/// `cermat face list`: which entries have pictures; identifiers and days only.
struct FaceList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print the enrolled pictures, one JSON object each.")

    private struct Line: Encodable {
        let picture, entry, engine, lastDay: String
        let enrolledAtMilliseconds: Int64
        let merged: Bool
    }

    @OptionGroup var data: DataOption

    @Option(help: "Only of this entry.")
    var entry: String?

    @OptionGroup var entries: FaceEntryOption

    func run() async throws {
        let folder = try data.open()
        let only = entry.map { entries.id($0, folder) }
        let event = AuditEvent(
            .viewFaces, by: nil, atMilliseconds: WallClock.nowMilliseconds,
            subjects: only.map { ["entry:\($0)"] } ?? [], detail: "list")
        try await folder.store.appendAudit([event])
        var offset = 0
        while true {
            let part = try await folder.store.faceListing(of: only, offset: offset, limit: 1_000)
            for one in part {
                print(
                    try SortedJSON.line(
                        Line(
                            picture: "\(one.id)", entry: "\(one.entry)", engine: one.engine,
                            lastDay: "\(one.lastDay)", enrolledAtMilliseconds: one.atMilliseconds,
                            merged: one.isMerged)))
            }
            guard part.count == 1_000 else { return }
            offset += part.count
        }
    }
}

/// `cermat face forget`: destroys the keys of pictures.
struct FaceForget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Destroy the pictures of an entry; exit 1 when there are none.")

    @OptionGroup var data: DataOption

    @Argument(help: "The entry.")
    var entry: String

    @Option(help: "Only this picture, by its identifier.")
    var picture: String?

    @Option(help: "Why: wrong-person, poor-picture, replaced, basis-ended or request.")
    var reason: String

    @OptionGroup var entries: FaceEntryOption

    @OptionGroup var named: NamedOfficer

    func run() async throws {
        guard let reason = FaceForgettingReason(rawValue: reason) else {
            let words = FaceForgettingReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--reason is one of \(words)")
        }
        let one = try picture.map { text in
            guard let id = RecordID<FaceEnrolment>(text) else { throw ValidationError("--picture is an identifier") }
            return id
        }
        let folder = try data.open()
        let id = entries.id(entry, folder)
        let mandate = try await named.mandate(for: .forgetFace, in: folder)
        let count: Int
        do {
            count = try await folder.galleryDesk().forget(
                id, only: one, reason: reason, by: mandate, atMilliseconds: WallClock.nowMilliseconds)
        } catch GalleryRefusal.gone { count = 0 }
        print("\(count) pictures destroyed")
        if count == 0 { throw CommandFailure.partial }
    }
}

/// `cermat face merge`: several pictures of an entry count as one.
struct FaceMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Compare the pictures of an entry as one: the mean of their templates.",
        discussion: "Refused where a picture is unlike the others: it may show somebody else. The pictures stay.")

    @OptionGroup var data: DataOption

    @Argument(help: "Entries.")
    var entry: [String]

    @OptionGroup var entries: FaceEntryOption

    @OptionGroup var named: NamedOfficer

    func run() async throws {
        let folder = try data.open()
        let mandate = try await named.mandate(for: .enrolFace, in: folder)
        var isWhole = true
        for text in entry {
            let id = entries.id(text, folder)
            do {
                let count = try await folder.galleryDesk().merge(
                    id, by: mandate, atMilliseconds: WallClock.nowMilliseconds)
                print("\(text): \(count) pictures are one")
            } catch let refusal as GalleryRefusal {
                CommandFailure.say("\(text): " + Words(.english)(.galleryRefusal, refusal))
                isWhole = false
            }
        }
        if !isWhole { throw CommandFailure.partial }
    }
}

/// `cermat face search`: a picture of a case against the persons of interest.
struct FaceSearch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search the persons of interest with the face nearest to the centre of a picture.",
        discussion: """
            Prints at most ten entries, one JSON object each, nothing below the threshold that follows from the policy, the \
            size of the gallery and the calibration of the kind of picture (face-calibration-KIND.json in the data folder). \
            The picture is not kept. A candidate is a question to two people, never an answer.
            """)

    private struct Line: Encodable {
        let entry: String
        let similarity: Double
    }

    @OptionGroup var data: DataOption

    @Option(help: "The picture.")
    var picture: String

    @Option(help: "Its kind, such as photograph or gate-camera.")
    var kind = "photograph"

    @Option(help: "Why, such as post-seizure.")
    var purpose: String

    @Option(name: .customLong("case"), help: "The number of the case, 3 to 64 characters.")
    var caseNumber: String

    @OptionGroup var engine: FaceEngineOption

    func run() async throws {
        guard let kind = PictureKind(kind) else {
            throw ValidationError("kind is 1 to 40 lower-case letters, digits and hyphens")
        }
        guard let purpose = Purpose(rawValue: purpose) else { throw ValidationError("--purpose: there is none so") }
        guard (3...64).contains(caseNumber.count), caseNumber.unicodeScalars.allSatisfy({ $0.value >= 32 }) else {
            throw ValidationError("--case has 3 to 64 characters")
        }
        let folder = try data.open()
        guard try folder.readPolicy().grants(.searchFace, under: purpose) else {
            try await folder.store.appendAudit([event(purpose, .refused, [])])
            throw CommandFailure.exit("the policy grants search-face to nobody under \(purpose.rawValue)")
        }
        let models = try engine.open()
        let gallery = try folder.gallery(engine: models.identity)
        try await gallery.follow(atMilliseconds: WallClock.nowMilliseconds)
        let found: [InterestCandidate]
        do {
            found = try await gallery.search(
                try probe(FaceEngine(models)), kind: kind, atMilliseconds: WallClock.nowMilliseconds)
        } catch let error as GalleryError {
            try await folder.store.appendAudit([event(purpose, .failed, [], error.code)])
            throw CommandFailure.exit("\(error)")
        }
        // On disk before the first of them is shown.
        try await folder.store.appendAudit([event(purpose, .done, found, "candidates=\(found.count)")])
        for one in found {
            print(
                try SortedJSON.line(
                    Line(entry: "\(one.entry)", similarity: (one.similarity * 10_000).rounded() / 10_000)))
        }
        if found.isEmpty { CommandFailure.say("nobody") }
    }

    private func probe(_ engine: FaceEngine) throws -> FaceEmbedding {
        let image: Picture
        do { image = try PictureReader().read(try InputFile(picture).bytes) } catch let error as PictureError {
            throw CommandFailure.exit("\(picture): \(error)")
        }
        guard let face = try engine.faces(in: image).central(in: image) else {
            throw CommandFailure.exit("\(picture): \(EnrolmentRefusal.noFace)")
        }
        return try engine.embedding(of: face, in: image)
    }

    private func event(
        _ purpose: Purpose, _ outcome: AuditOutcome, _ found: [InterestCandidate], _ detail: String? = nil
    ) -> AuditEvent {
        AuditEvent(
            atMilliseconds: WallClock.nowMilliseconds, actor: .system, action: .searchFace, outcome: outcome,
            purpose: purpose, reference: caseNumber, subjects: found.map { "entry:\($0.entry)" }, detail: detail)
    }
}
