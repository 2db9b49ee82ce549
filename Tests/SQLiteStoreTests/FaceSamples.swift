// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Foundation
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Watchlists

/// Faces for tests of the store: numbers, not people.
struct FaceSamples {
    let store: SQLiteStore
    let vault: EphemeralKeyVault
    /// 15 January 2026.
    static let now: Int64 = 1_768_450_000_000
    static let day: Int64 = 86_400_000
    /// Stands in every portrait.
    static let canary = Array("CANARY-PORTRAIT".utf8)

    /// A template that only its number has.
    static func template(_ number: Int) -> FaceTemplate {
        var state = UInt64(number) &* 0x9e37_79b9_7f4a_7c15 &+ 1
        let bytes = (0..<FaceTemplate.dimension).map { _ -> Int8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int8(truncatingIfNeeded: Int(state % 61) - 30)
        }
        guard let template = FaceTemplate(bytes: bytes) else { preconditionFailure("128 small bytes") }
        return template
    }

    static func face(_ number: Int) -> EnrolmentFace {
        EnrolmentFace(
            template: template(number), portrait: FacePortrait(jpeg: canary + Array("-\(number)".utf8)))
    }

    func enrolment(_ number: Int, of entry: RecordID<WatchlistEntry>, engine: String = "e1") -> FaceEnrolment {
        FaceEnrolment(
            id: FaceEnrolment.id(of: Array("file \(number)".utf8), for: entry, tokeniser: vault), entry: entry,
            engine: engine, face: Self.face(number), atMilliseconds: Self.now, officer: nil)
    }

    func enrol(
        _ faces: [FaceEnrolment], limit: Int = 1_000, at now: Int64 = FaceSamples.now
    ) async throws -> [EnrolmentVerdict] {
        try await store.enrol(faces, limit: limit, atMilliseconds: now) { verdicts in
            [
                AuditEvent(
                    atMilliseconds: now, actor: .system, action: .enrolFace,
                    detail: verdicts.map(\.rawValue).joined(separator: " "))
            ]
        }
    }

    /// Writes an entry that holds until the end of June 2026.
    func entry(_ number: UInt64, expiry: String = "2026-06-30", isWithdrawn: Bool = false) async throws
        -> RecordID<WatchlistEntry>
    {
        var entry = StoreSamples.entry(number)
        entry.expiry = CivilDate(iso: expiry) ?? entry.expiry
        entry.isWithdrawn = isWithdrawn
        let record = DecisionRecord(
            id: RecordID(high: number, low: UInt64(expiry.hashValue.magnitude)), atMilliseconds: Self.now, officer: nil,
            post: nil, decision: .entryWritten(entry))
        try await store.record(CaseworkChange(decisions: [record], entryTokens: [entry.id: []]), audit: [])
        return entry.id
    }

    func withdraw(_ entry: RecordID<WatchlistEntry>) async throws {
        let record = DecisionRecord(
            id: RecordID(high: entry.high, low: 99), atMilliseconds: Self.now, officer: nil, post: nil,
            decision: .entryWithdrawn(entry, reason: "ended"))
        try await store.record(CaseworkChange(decisions: [record], entryTokens: [entry: []]), audit: [])
    }
}
