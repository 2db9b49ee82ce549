// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Travel

/// Reads what is stored about voyages: five statements, whatever their travellers.
struct KnowledgeReading {
    let db: Database
    let sealer: RecordSealer

    func knowledge(
        of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>
    ) throws -> [VoyageKnowledge] {
        var known: [Int64: VoyageKnowledge] = [:]
        var keys: [Int64: WrappedKey] = [:]
        try db.rows(
            for: voyages,
            {
                """
                SELECT v.number, v.id, k.id, k.retention, k.bytes FROM voyage AS v
                LEFT JOIN data_key AS k ON k.number = v.hit_key WHERE v.id IN (\($0))
                """
            }
        ) { row in
            known[row[0]] = VoyageKnowledge(id: try RecordID(blob: row[1]))
            keys[row[0]] = try sealer.key(row, at: 2)
        }
        guard !known.isEmpty else { return [] }
        let numbers = JSONList.numbers(known.keys.sorted())
        try readMessages(numbers, held, into: &known)
        try readTravellers(numbers, into: &known)
        try readHits(numbers, keys, into: &known)
        return known.values.sorted { $0.id < $1.id }
    }

    private func readMessages(
        _ numbers: String, _ held: Set<RecordID<ReceivedMessage>>, into known: inout [Int64: VoyageKnowledge]
    ) throws {
        var wanted: [Int64: Int64] = [:]
        let rows = try db.rows(
            """
            SELECT seq, id, voyage FROM inbox
            WHERE voyage IN (SELECT value FROM json_each(?)) AND state <> 'forgotten' ORDER BY voyage, seq
            """, [numbers])
        while let row = try rows.next() {
            let id = try RecordID<ReceivedMessage>(blob: row[1])
            known[row[2]]?.messageIDs.append(id)
            if !held.contains(id) { wanted[row[0]] = row[2] }
        }
        guard !wanted.isEmpty else { return }
        let bodies = try db.rows(
            """
            SELECT i.id, i.state, i.received_at, i.origin, b.sealed, k.id, k.retention, k.bytes,
                \(InboxReading.screenedAt), i.seq
            FROM json_each(?) AS wanted CROSS JOIN inbox AS i ON i.seq = wanted.value
            JOIN message_body AS b ON b.seq = i.seq JOIN data_key AS k ON k.number = b.key ORDER BY i.seq
            """, [JSONList.numbers(wanted.keys.sorted())])
        while let row = try bodies.next() {
            guard let voyage = wanted[row[9]], let message = try InboxReading.message(row, sealer, db) else {
                continue
            }
            known[voyage]?.messages.append(message)
        }
    }

    private func readTravellers(_ numbers: String, into known: inout [Int64: VoyageKnowledge]) throws {
        let rows = try db.rows(
            """
            SELECT voyage, id, status, role, tokens, contributions FROM traveller
            WHERE voyage IN (SELECT value FROM json_each(?)) ORDER BY voyage, id
            """, [numbers])
        while let row = try rows.next() {
            known[row[0]]?.travellers.append(try TravellerRow.index(row, at: 1))
        }
    }

    private func readHits(
        _ numbers: String, _ keys: [Int64: WrappedKey], into known: inout [Int64: VoyageKnowledge]
    ) throws {
        let rows = try db.rows(
            "SELECT voyage, id, sealed FROM hit WHERE voyage IN (SELECT value FROM json_each(?)) ORDER BY voyage, id",
            [numbers])
        while let row = try rows.next() {
            guard let key = keys[row[0]] else { continue }
            known[row[0]]?.hits.append(try HitWriting.hit(row, at: 1, key: key, sealer))
        }
    }
}
