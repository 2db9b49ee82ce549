// SPDX-License-Identifier: Apache-2.0

public import Casework
internal import Civil
internal import Faces
internal import Mandate
public import Safeguards
internal import Screening
internal import Watchlists

/// What every store of faces must do: run against an empty one; throws ``ContractFailure`` where it does not.
public struct FaceStoreContract: Sendable, CustomStringConvertible {
    public var name: String
    /// Runs the behaviour against an empty store, with a register for what it destroys.
    public var check: @Sendable (any CaseworkStore & FaceStore, DestructionRegisterFile) async throws -> Void

    public var description: String { name }

    init(
        _ name: String,
        _ check: @escaping @Sendable (any CaseworkStore & FaceStore, DestructionRegisterFile) async throws -> Void
    ) {
        self.name = name
        self.check = check
    }

    /// Every behaviour.
    public static let all: [FaceStoreContract] = taking + ending + describing
}

extension FaceStoreContract {
    /// 15 January 2026.
    static let now: Int64 = 1_768_450_000_000
    static let day: Int64 = 86_400_000

    /// A picture of a drawn person.
    static func picture(
        _ person: UInt64, of entry: RecordID<WatchlistEntry>, engine: String = "e1", quality: EnrolmentQuality? = nil,
        number: UInt64? = nil
    ) -> FaceEnrolment {
        FaceEnrolment(
            id: RecordID(high: entry.high &+ (number ?? person), low: number ?? person), entry: entry, engine: engine,
            face: EnrolmentFace(template: template(person), portrait: portrait(person)), quality: quality,
            atMilliseconds: now, officer: nil)
    }

    static func template(_ person: UInt64) -> FaceTemplate { FaceTemplate(DrawnFrame.embedding(person)) }

    static func portrait(_ person: UInt64) -> FacePortrait { FacePortrait(jpeg: Array("portrait \(person)".utf8)) }

    /// Writes an entry that is in force for a year.
    static func entry(
        _ number: UInt64, until: String = "2026-12-31", in store: any CaseworkStore, round: UInt64 = 0
    ) async throws -> RecordID<WatchlistEntry> {
        var entry = StoreSamples.entry(number)
        entry.expiry = CivilDate(iso: until) ?? entry.expiry
        let record = StoreSamples.decision(number + 100 * round, .entryWritten(entry), at: now)
        try await store.record(CaseworkChange(decisions: [record], entryTokens: [entry.id: []]), audit: [])
        return entry.id
    }

    static func enrol(
        _ faces: [FaceEnrolment], in store: any FaceStore, limit: Int = 100
    ) async throws -> [EnrolmentVerdict] {
        try await store.enrol(faces, limit: limit, atMilliseconds: now) { verdicts in
            [
                AuditEvent(
                    .enrolFace, by: nil, atMilliseconds: now,
                    detail: verdicts.map(\.rawValue).joined(separator: " "))
            ]
        }
    }
}

extension FaceStoreContract {
    private static let taking: [FaceStoreContract] = [
        FaceStoreContract("takes a picture once, under an entry in force, with its record") { store, _ in
            let one = try await entry(1, in: store)
            let ended = try await entry(2, until: "2026-01-14", in: store)
            let faces = [
                picture(1, of: one), picture(2, of: ended), picture(3, of: StoreSamples.id(99)), picture(1, of: one),
            ]
            let verdicts = try await enrol(faces, in: store)
            try ContractFailure.equal(verdicts, [.enrolled, .entryEnded, .noEntry, .known], "verdicts")
            let record = try await store.audit(AuditQuery(actions: [.enrolFace])).first?.event.detail
            try ContractFailure.equal(record, "enrolled entry-ended no-entry known", "the record")
            try ContractFailure.equal(try await store.facePortrait(of: one), portrait(1), "the portrait")
            try ContractFailure.equal(
                try await store.faceTemplates(of: [one, ended]).map(\.template), [template(1)], "the template")
        },
        FaceStoreContract("keeps to six pictures of an entry and to the most entries") { store, _ in
            let (one, other) = (try await entry(1, in: store), try await entry(2, in: store))
            let many = try await enrol((0..<7).map { picture($0, of: one) }, in: store, limit: 1)
            try ContractFailure.equal(
                many, [EnrolmentVerdict](repeating: .enrolled, count: 6) + [.tooManyPictures], "of one entry")
            let late = try await enrol([picture(9, of: other)], in: store, limit: 1)
            try ContractFailure.equal(late, [.galleryFull], "of a full gallery")
        },
        FaceStoreContract("lists what it holds by entry, those that end first at the top, and opens one by name") {
            store, _ in
            let (long, short) = (
                try await entry(2, in: store), try await entry(1, until: "2026-02-01", in: store)
            )
            let good = EnrolmentQuality(grade: 80, eyePixels: 64)
            let faces = [
                picture(1, of: long, quality: good), picture(2, of: long), picture(3, of: short, engine: "e0"),
            ]
            _ = try await enrol(faces, in: store)
            let rows = try await store.faceEntries(engine: "e1", offset: 0, limit: 9)
            try ContractFailure.equal(rows.map(\.entry), [short, long], "the order")
            try ContractFailure.equal(rows.map(\.pictures), [1, 2], "pictures")
            try ContractFailure.equal(rows.map(\.elsewhere), [1, 0], "by other models")
            try ContractFailure.equal(rows.map(\.bestGrade), [nil, 80], "quality")
            let next = try await store.faceEntries(engine: "e1", offset: 1, limit: 9)
            try ContractFailure.equal(next.map(\.entry), [long], "the next page")
            let totals = try await store.faceTotals()
            try ContractFailure.equal(totals, FaceTotals(entries: 2, pictures: ["e1": 2, "e0": 1]), "totals")
            let listed = try await store.faceListing(of: long, offset: 0, limit: 9)
            try ContractFailure.equal(listed.map(\.id), [faces[0].id, faces[1].id], "of one entry")
            try ContractFailure.equal(listed.map(\.quality), [good, nil], "their quality")
            let named = try await store.facePortrait(of: long, only: faces[0].id)
            try ContractFailure.equal(named, portrait(1), "one by name")
            let foreign = try await store.facePortrait(of: short, only: faces[0].id)
            try ContractFailure.equal(foreign, nil, "one of another entry")
        },
    ]

    private static let ending: [FaceStoreContract] = [
        FaceStoreContract("forgets for good, and tells who follows") { store, register in
            let one = try await entry(1, in: store)
            let faces = [picture(1, of: one), picture(2, of: one)]
            _ = try await enrol(faces, in: store)
            let before = try await store.faceChanges(after: 0, limit: 9)
            let gone = try await store.forgetFaces(of: one, only: faces[0].id, register: register, atMilliseconds: now)
            {
                [AuditEvent(.forgetFace, by: nil, atMilliseconds: now, detail: "\($0)")]
            }
            try ContractFailure.equal(gone, 1, "how many")
            let record = try await store.audit(AuditQuery(actions: [.forgetFace])).first?.event.detail
            try ContractFailure.equal(record, "1", "the record")
            let again = try await enrol(faces, in: store)
            try ContractFailure.equal(again, [.forgotten, .known], "the same again")
            let changes = try await store.faceChanges(after: before.version, limit: 9)
            try ContractFailure.equal(changes.entries, [one], "who follows")
            try ContractFailure.equal(
                try await store.facePortrait(of: one, only: faces[0].id), nil, "the portrait")
            let twice = try await store.forgetFaces(of: one, only: faces[0].id, register: register, atMilliseconds: now)
            {
                _ in []
            }
            try ContractFailure.equal(twice, 0, "twice")
        },
        FaceStoreContract("lets faces end with their entry and follow a renewed one") { store, register in
            let (short, long) = (
                try await entry(1, until: "2026-01-20", in: store), try await entry(2, until: "2026-01-21", in: store)
            )
            _ = try await enrol([picture(1, of: short), picture(2, of: long)], in: store)
            _ = try await entry(2, until: "2026-03-01", in: store, round: 1)
            let ended = try await store.forgetEndedFaces(register: register, atMilliseconds: now + 10 * day)
            try ContractFailure.equal(ended, 1, "ended")
            try ContractFailure.equal(
                try await store.faceListing(of: nil, offset: 0, limit: 9).map(\.entry), [long], "what is left")
        },
        FaceStoreContract("lets the pictures of an entry count as one") { store, _ in
            let one = try await entry(1, in: store)
            _ = try await enrol([picture(1, of: one), picture(2, of: one)], in: store)
            let event = AuditEvent(.enrolFace, by: nil, atMilliseconds: now, detail: "merged")
            let merge = try await store.mergeFaces(of: one, atLeast: -1) { _ in [event] }
            try ContractFailure.equal(merge, .merged(2), "how many")
            let templates = try await store.faceTemplates(of: [one])
            try ContractFailure.require(templates.allSatisfy(\.isMerged), "all are merged")
            try ContractFailure.equal(
                try await store.faceEntries(engine: "e1", offset: 0, limit: 1).first?.merged, 2, "in the list")
        },
        FaceStoreContract("merges nothing where, as it is written, a picture is unlike or by other models") {
            store, _ in
            let (one, other) = (try await entry(1, in: store), try await entry(2, in: store))
            let event = AuditEvent(.enrolFace, by: nil, atMilliseconds: now, detail: "merged")
            _ = try await enrol([picture(1, of: one), picture(2, of: one)], in: store)
            let unlike = try await store.mergeFaces(of: one, atLeast: 0.9) { _ in [event] }
            try ContractFailure.equal(unlike, .unlike, "of two people")
            _ = try await enrol([picture(1, of: other), picture(1, of: other, engine: "e0", number: 9)], in: store)
            let mixed = try await store.mergeFaces(of: other, atLeast: -1) { _ in [event] }
            try ContractFailure.equal(mixed, .nothingToMerge, "by two models")
            let templates = try await store.faceTemplates(of: [one, other])
            try ContractFailure.require(
                templates.count == 4 && !templates.contains(where: \.isMerged), "none is merged")
            let records = try await store.audit(AuditQuery(actions: [.enrolFace])).compactMap(\.event.detail)
            try ContractFailure.require(!records.contains("merged"), "nothing is recorded")
        },
    ]

    private static let describing: [FaceStoreContract] = [
        FaceStoreContract("describes pictures of other models again, and none that was forgotten") { store, register in
            let one = try await entry(1, in: store)
            let faces = [
                picture(1, of: one, engine: "e0"), picture(2, of: one, engine: "e0"), picture(3, of: one, engine: "e1"),
            ]
            _ = try await enrol(faces, in: store)
            let first = try await store.facesDescribedElsewhere(than: "e1", after: 0, limit: 1)
            try ContractFailure.equal(first.map(\.id), [faces[0].id], "the first")
            try ContractFailure.equal(first.first?.portrait, portrait(1), "its portrait")
            let rest = try await store.facesDescribedElsewhere(
                than: "e1", after: first.first?.number ?? 0, limit: 9)
            try ContractFailure.equal(rest.map(\.id), [faces[1].id], "those behind it")
            _ = try await store.forgetFaces(of: one, only: faces[1].id, register: register, atMilliseconds: now) { _ in
                []
            }
            let before = try await store.faceChanges(after: 0, limit: 9).version
            let event = AuditEvent(.enrolFace, by: nil, atMilliseconds: now, detail: "again")
            let count = try await store.describeAgain(
                [faces[0].id: template(11), faces[1].id: template(12)], engine: "e1", audit: [event])
            try ContractFailure.equal(count, 1, "how many")
            let templates = try await store.faceTemplates(of: [one])
            try ContractFailure.equal(templates.map(\.template), [template(11), template(3)], "templates")
            try ContractFailure.equal(Set(templates.map(\.engine)), ["e1"], "models")
            try ContractFailure.equal(
                try await store.faceChanges(after: before, limit: 9).entries, [one], "who follows")
            try ContractFailure.require(
                try await store.facesDescribedElsewhere(than: "e1", after: 0, limit: 9).isEmpty, "nothing is left")
        },
        FaceStoreContract("describes a known picture again when it is handed in after a change of models") { store, _ in
            let one = try await entry(1, in: store)
            let old = picture(1, of: one, engine: "e0")
            _ = try await enrol([old], in: store)
            try ContractFailure.equal(try await store.faces(known: [old.id], engine: "e0"), [old.id: .known], "old")
            try ContractFailure.equal(try await store.faces(known: [old.id], engine: "e1"), [:], "new")
            let verdict = try await enrol([picture(1, of: one, engine: "e1")], in: store)
            try ContractFailure.equal(verdict, [.describedAgain], "handed in again")
            try ContractFailure.equal(try await store.faceTotals().pictures, ["e1": 1], "models")
        },
    ]
}
