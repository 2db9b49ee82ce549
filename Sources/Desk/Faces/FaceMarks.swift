// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel

/// The faces that two reviewers confirmed in the last hours, as pages of hits and the board mark them.
struct FaceMarks: Sendable {
    private let faces: [ConfirmedFace]
    private let plan: StationPlan?

    /// None where there are no stations.
    init(_ services: DeskServices, atMilliseconds now: Int64) async throws {
        plan = services.stations?.plan
        faces = try await services.stations?.confirmed(atMilliseconds: now) ?? []
    }

    /// How many people of a voyage were confirmed.
    func count(on voyage: RecordID<Voyage>) -> Int {
        Set(faces.compactMap { $0.match.journey }.filter { $0.voyage == voyage }.map(\.traveller)).count
    }

    /// Whether the person of a hit was confirmed on its voyage.
    func contains(_ hit: Hit, on voyage: RecordID<Voyage>) -> Bool {
        faces.contains { FaceMarks.isOf($0, hit, on: voyage) }
    }

    /// Those at some posts (nil for all) on whom nobody has acted, and whom none of some hits shows: on no journey, or
    /// decided already. Only of stations that run for the purpose that was declared, as on the stations' own pages: on no
    /// voyage that the reader may see, nothing else opens them.
    func waiting(at posts: Set<String>?, for purpose: Purpose?, besides hits: [(hit: Hit, voyage: RecordID<Voyage>)])
        -> [ConfirmedFace]
    {
        faces.filter { face in
            guard face.act == nil, let station = face.origin.station, let post = face.origin.post,
                let runsFor = plan?.station(station)?.purpose, runsFor == purpose,
                posts?.contains(post.description) ?? true
            else {
                return false
            }
            return !hits.contains { FaceMarks.isOf(face, $0.hit, on: $0.voyage) }
        }
    }

    private static func isOf(_ face: ConfirmedFace, _ hit: Hit, on voyage: RecordID<Voyage>) -> Bool {
        guard let journey = face.match.journey else { return false }
        return journey.hit == hit.id || (journey.voyage == voyage && face.match.entry == hit.entry)
    }
}
