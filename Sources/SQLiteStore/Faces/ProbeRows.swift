// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening

/// Rows of the pictures of confirmed faces, each sealed under a key of its own.
struct ProbeRows {
    /// The name under which the pictures are sealed.
    static let table = "confirmed-probe"

    let db: Database
    let sealer: RecordSealer

    /// Seals a picture before the transaction begins.
    static func seal(_ probe: ConfirmedProbe, _ sealer: RecordSealer) throws -> RecordSealer.Sealed {
        try sealer.seal(probe.jpeg, table, probe.facts.review.bytes, .decision)
    }

    func insert(_ facts: KeptProbe, _ sealed: RecordSealer.Sealed) throws {
        try db.run(
            """
            INSERT INTO confirmed_probe (review, entry, voyage, hit, post, at, key, sealed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                facts.review.blob, facts.entry.blob, facts.voyage?.blob, facts.hit?.blob, facts.post?.description,
                facts.atMilliseconds, try sealer.insert(sealed.key, db), Data(sealed.bytes),
            ])
    }

    /// Marks the picture of somebody who turned out to be another person: shown no more, destroyed within a minute where a
    /// server runs.
    static func end(_ review: RecordID<ReviewedFace>, _ db: Database) throws {
        try db.run("UPDATE confirmed_probe SET is_over = 1 WHERE review = ?", [review.blob])
    }

    /// Leaves out pictures whose keys are gone, as after a restore.
    static func dropUnreadable(_ db: Database) throws {
        try db.run("DELETE FROM confirmed_probe WHERE key NOT IN (SELECT number FROM data_key)")
    }

    /// A condition over a picture `p`: it may be shown.
    static let shown = "(p.is_over = 0 OR NOT \(Forgetting.notHeld("p.voyage")))"

    /// The columns that ``facts(_:)`` reads.
    static let columns = "p.review, p.entry, p.voyage, p.hit, p.post, p.at"

    static func facts(_ row: Row) throws -> KeptProbe {
        KeptProbe(
            review: try RecordID(blob: row[0]), entry: try RecordID(blob: row[1]),
            voyage: try RecordID(optional: row[2]),
            hit: try RecordID(optional: row[3]), post: (row[4] as String?).flatMap { PostCode($0) },
            atMilliseconds: row[5])
    }
}
