// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing

/// Confirmed faces for tests of the store.
struct ProbeSamples {
    let store: SQLiteStore
    static let day: Int64 = 86_400_000
    /// Stands in every picture.
    static let canary = Array("CANARY-PROBE".utf8)

    static func picture(_ number: UInt64) -> [UInt8] { canary + Array("-\(number)".utf8) }

    static func review(_ number: UInt64) -> RecordID<ReviewedFace> { RecordID(high: 31, low: number) }

    /// What confirms a review, and the picture that comes with it.
    static func confirmation(
        _ number: UInt64, on hit: Hit? = nil, at now: Int64 = 10
    ) throws -> CaseworkChange {
        let origin = FaceOrigin.station(try #require(StationName("CGK-gate1")))
        let journey = hit.map { FaceJourney(voyage: $0.voyage, traveller: $0.traveller, hit: $0.id) }
        let entry = hit?.entry ?? StoreSamples.id(800 + number)
        let match = FaceMatch(
            entry: entry, similarity: 0.7, reviewers: [StoreSamples.id(1), StoreSamples.id(2)], journey: journey)
        let ended = FaceDecision.ended(review: review(number), origin: origin, .confirmed(match))
        let facts = KeptProbe(
            review: review(number), entry: entry, voyage: hit?.voyage, hit: hit?.id, post: origin.post,
            atMilliseconds: now)
        return CaseworkChange(
            decisions: [StoreSamples.decision(3_000 + number, .face(ended), at: now)],
            probe: ConfirmedProbe(facts, jpeg: picture(number)))
    }

    /// What the station's officer recorded of it.
    static func act(_ number: UInt64, _ result: FaceActResult, at now: Int64 = 20) -> CaseworkChange {
        let act = FaceAct(review: review(number), result: result, note: "")
        return CaseworkChange(decisions: [StoreSamples.decision(4_000 + number, .face(.acted(act)), at: now)])
    }

    func confirm(_ number: UInt64, on hit: Hit? = nil, at now: Int64 = 10) async throws {
        try await store.record(
            try Self.confirmation(number, on: hit, at: now), audit: [StoreSamples.event(number)])
    }

    func isThere(_ number: UInt64) async throws -> Bool {
        let kept = try await store.keptProbes(of: [Self.review(number)])
        let picture = try await store.probePicture(of: Self.review(number))
        #expect(kept.isEmpty == (picture == nil))
        if let picture { #expect(picture == Self.picture(number)) }
        return picture != nil
    }
}
