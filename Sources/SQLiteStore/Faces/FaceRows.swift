// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Faces
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Watchlists

/// Rows of enrolled faces, and what their sealed parts are called.
struct FaceRows {
    static let template = "face-template", portrait = "face-portrait"

    let db: Database
    let sealer: RecordSealer

    /// The number of a change that is about to be written.
    static func nextChange(_ db: Database) throws -> Int64 {
        try Counters.faces.add(1, db)
        return try Counters.faces.value(db)
    }

    /// Lets the faces of an entry end when it ends.
    static func follow(_ entry: WatchlistEntry, _ db: Database) throws {
        let lastDay = entry.isWithdrawn ? 0 : entry.expiry.daysSinceEpoch
        guard
            try db.row(
                "SELECT 1 FROM enrolled_face WHERE entry = ? AND forgotten_at IS NULL AND last_day <> ?",
                [entry.id.blob, lastDay]) != nil
        else { return }
        try db.run(
            "UPDATE enrolled_face SET last_day = ?, changed = ? WHERE entry = ? AND forgotten_at IS NULL",
            [lastDay, try nextChange(db), entry.id.blob])
    }

    /// Treats faces whose keys are gone, as after a restore, as forgotten. When that was is not known; it was not before
    /// they were enrolled.
    static func markForgotten(_ db: Database) throws {
        let gone = "key IS NOT NULL AND key NOT IN (SELECT number FROM data_key)"
        try db.run("DELETE FROM enrolled_portrait WHERE number IN (SELECT number FROM enrolled_face WHERE \(gone))")
        try db.run(
            """
            UPDATE enrolled_face SET forgotten_at = at, changed = ?, key = NULL, template = NULL, officer = NULL
            WHERE \(gone)
            """, [try nextChange(db)])
        try db.run("DELETE FROM holder_photograph WHERE \(gone)")
    }

    /// How many entries have a face.
    func entryCount() throws -> Int {
        try db.row("SELECT count(DISTINCT entry) FROM enrolled_face WHERE forgotten_at IS NULL")?[0] ?? 0
    }

    /// What becomes of a picture, written if it may.
    ///
    /// - Parameter entries: how many have a face; one more where this is the first of its entry.
    func enrol(
        _ face: FaceEnrolment, limit: Int, today: CivilDate, entries: inout Int
    ) throws -> EnrolmentVerdict {
        let before = try db.row("SELECT forgotten_at IS NULL, engine FROM enrolled_face WHERE id = ?", [face.id.blob])
        if let before {
            let isThere: Bool = before[0]
            let engine: String = before[1]
            guard isThere else { return .forgotten }
            guard engine != face.engine else { return .known }
            return try describe(face.id, as: face.face.template, by: face.engine) ? .describedAgain : .known
        }
        guard let row = try db.row("\(EntryReading.select) WHERE e.id = ?", [face.entry.blob]),
            let entry = try EntryReading(db: db, sealer: sealer).entry(row)
        else { return .noEntry }
        guard entry.isActive(on: today) else { return .entryEnded }
        let pictures: Int =
            try db.row(
                "SELECT count(*) FROM enrolled_face WHERE entry = ? AND forgotten_at IS NULL", [face.entry.blob])?[0]
            ?? 0
        guard pictures < PersonsOfInterestGallery<RecordID<WatchlistEntry>>.maximumPictures else {
            return .tooManyPictures
        }
        guard pictures > 0 || entries < limit else { return .galleryFull }
        if pictures == 0 { entries += 1 }
        try insert(face, lastDay: entry.expiry.daysSinceEpoch)
        return .enrolled
    }

    private func insert(_ face: FaceEnrolment, lastDay: Int) throws {
        let template = face.face.template.bytes.map { UInt8(bitPattern: $0) }
        let sealed = try sealer.seal(template, FaceRows.template, face.id.bytes, .watchlist)
        let portrait = try sealer.seal(face.face.portrait.jpeg, FaceRows.portrait, face.id.bytes, with: sealed.key)
        let key = try sealer.insert(sealed.key, db)
        try db.run(
            """
            INSERT INTO enrolled_face
                (id, entry, engine, at, officer, last_day, changed, key, template, grade, eye_pixels)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                face.id.blob, face.entry.blob, face.engine, face.atMilliseconds, face.officer?.blob, lastDay,
                try FaceRows.nextChange(db), key, Data(sealed.bytes), face.quality?.grade, face.quality?.eyePixels,
            ])
        try db.run(
            "INSERT INTO enrolled_portrait (number, sealed) VALUES (?, ?)", [db.lastInsertedRowID, Data(portrait)])
    }

    /// The templates of entries, opened; those that were forgotten are left out.
    func templates(of entries: [RecordID<WatchlistEntry>]) throws -> [StoredTemplate] {
        var found: [StoredTemplate] = []
        let sql = """
            SELECT f.id, f.entry, f.engine, f.last_day, f.merged, f.template, k.id, k.retention, k.bytes
            FROM enrolled_face AS f JOIN data_key AS k ON k.number = f.key WHERE f.entry IN
            """
        var seen: Set<RecordID<FaceEnrolment>> = []
        try db.rows(for: entries, { "\(sql) (\($0)) ORDER BY f.number" }) { row in
            let id = try RecordID<FaceEnrolment>(blob: row[0])
            guard let key = try sealer.key(row, at: 6), seen.insert(id).inserted else { return }
            found.append(
                StoredTemplate(
                    id: id, entry: try RecordID(blob: row[1]), engine: row[2], lastDay: try FaceRows.day(row[3]),
                    isMerged: row[4], template: try open(row[5], FaceRows.template, id.bytes, key)))
        }
        return found
    }

    /// Opens a sealed template.
    func open(_ sealed: Data, _ table: String, _ record: [UInt8], _ key: WrappedKey) throws -> FaceTemplate {
        let bytes = try sealer.open(sealed, table, record, with: key).map { Int8(bitPattern: $0) }
        guard let template = FaceTemplate(bytes: bytes) else { throw StoreError.damaged(reason: "a face template") }
        return template
    }

    /// Seals a template of other models under the picture's own key; false where the picture was forgotten.
    func describe(_ id: RecordID<FaceEnrolment>, as template: FaceTemplate, by engine: String) throws -> Bool {
        let row = try db.row(
            """
            SELECT f.number, k.id, k.retention, k.bytes FROM enrolled_face AS f JOIN data_key AS k ON k.number = f.key
            WHERE f.id = ? AND f.forgotten_at IS NULL
            """, [id.blob])
        guard let row, let key = try sealer.key(row, at: 1) else { return false }
        let sealed = try sealer.seal(
            template.bytes.map { UInt8(bitPattern: $0) }, FaceRows.template, id.bytes, with: key)
        try db.run(
            "UPDATE enrolled_face SET engine = ?, template = ?, changed = ? WHERE number = ?",
            [engine, Data(sealed), try FaceRows.nextChange(db), row[0] as Int64])
        return true
    }

    /// A list entry of a row of `id, entry, engine, at, last_day, merged, grade, eye_pixels`.
    static func listing(_ row: Row) throws -> FaceListing {
        FaceListing(
            id: try RecordID(blob: row[0]), entry: try RecordID(blob: row[1]), engine: row[2], atMilliseconds: row[3],
            lastDay: try day(row[4]), isMerged: row[5], quality: quality(row[6], row[7]))
    }

    static func quality(_ grade: Int?, _ eyePixels: Int?) -> EnrolmentQuality? {
        guard let grade, let eyePixels else { return nil }
        return EnrolmentQuality(grade: grade, eyePixels: eyePixels)
    }

    static func day(_ number: Int) throws -> CivilDate {
        guard let day = CivilDate(daysSinceEpoch: number) else { throw StoreError.damaged(reason: "a day") }
        return day
    }
}
