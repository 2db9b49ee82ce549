// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Faces
internal import Mandate
internal import SQLiteStore

/// Describes kept portraits of other models again, a lot at a time.
struct FaceRedescription {
    /// What became of a lot.
    struct Lot {
        /// Where the next one begins.
        var last: Int64
        var described = 0
        /// Those in which the models in use find no face, or whose portrait cannot be read.
        var refused: [KeptPortrait] = []
    }

    let store: SQLiteStore
    let models: FaceModels
    let workers: Int

    /// Pictures of one transaction.
    private static let size = 16

    /// Describes the next lot and writes it; nil where nothing is left.
    func lot(after cursor: Int64, atMilliseconds now: Int64) async throws -> Lot? {
        let kept = try await store.facesDescribedElsewhere(than: models.identity, after: cursor, limit: Self.size)
        guard let last = kept.last else { return nil }
        var lot = Lot(last: last.number)
        var templates: [RecordID<FaceEnrolment>: FaceTemplate] = [:]
        for (one, template) in zip(kept, try await describe(kept.map(\.portrait))) {
            if let template { templates[one.id] = template } else { lot.refused.append(one) }
        }
        let event = AuditEvent(
            .enrolFace, by: nil, atMilliseconds: now, subjects: Set(kept.map(\.entry)).sorted().map { "entry:\($0)" },
            detail: "described-again=\(templates.count) refused=\(lot.refused.count)")
        lot.described = try await store.describeAgain(templates, engine: models.identity, audit: [event])
        return lot
    }

    private func describe(_ portraits: [FacePortrait]) async throws -> [FaceTemplate?] {
        try await withThrowingTaskGroup(of: [(Int, FaceTemplate?)].self) { group in
            for worker in 0..<min(workers, portraits.count) {
                group.addTask { [models, workers] in
                    let engine = try FaceEngine(models)
                    return try stride(from: worker, to: portraits.count, by: workers).map { place in
                        do { return (place, try engine.template(ofPortrait: portraits[place])) } catch is PictureError {
                            return (place, nil)
                        }
                    }
                }
            }
            var found = [FaceTemplate?](repeating: nil, count: portraits.count)
            for try await part in group { for (place, template) in part { found[place] = template } }
            return found
        }
    }
}
