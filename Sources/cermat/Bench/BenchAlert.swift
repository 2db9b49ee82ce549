// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import Faces
internal import Foundation
internal import Mandate
internal import Watchlists

/// `cermat bench alert`: from the bytes of a frame to the alert, at a gallery's size.
struct BenchAlert: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract:
            "Time from a camera's frame to the alert of reviewers: decode, find, describe, search, record with fsync.",
        discussion:
            "The gallery holds random templates and the face of the picture. DATA is an empty folder made by init.")

    @OptionGroup var engine: FaceEngineOption

    @Option(help: "A picture with one face.")
    var picture: String

    @Option(help: "The data folder whose log takes the records.")
    var data: String

    @Option(help: "Entries of the gallery.")
    var templates = 100_000

    @Option(help: "How many people pass.")
    var passes = 50

    func run() async throws {
        let folder = try DataFolder(opening: data)
        let reader = try EngineFrameReader(try engine.open(), threads: 2)
        let frame = try InputFile(picture).bytes
        let faces = try await reader.faces(in: frame)
        guard faces.count == 1, let face = faces.first else {
            throw CommandFailure.exit("the picture holds \(faces.count) faces; one is needed")
        }
        let gallery = try BenchGallery(entries: templates, face: face.embedding)
        guard let name = StationName("CGK-bench"), let kind = PictureKind("bench") else { return }
        let station = FaceStation(
            name: name, place: "bench", purpose: .arrivalControl, hours: .always, kind: kind, instruction: "bench")
        let duty: Set<RecordID<Officer>> = [RecordID(high: 1, low: 1), RecordID(high: 1, low: 2)]
        var times: [Double] = []
        // Each pass is a new person to a new tracker: three frames, of which the last one ends in the alert.
        for pass in 0..<max(1, passes) {
            let desk = StationDesk(
                plan: StationPlan(stations: [station]), reader: reader, gallery: gallery, store: folder.store
            ) { _ in 420 }
            let now = WallClock.nowMilliseconds
            for shot in 0..<FaceTracker.mostShots {
                let began = ContinuousClock.now
                let outcome = try await desk.take(
                    frame, at: name, attendant: nil, onDuty: duty, atMilliseconds: now + Int64(shot))
                guard !outcome.opened.isEmpty else { continue }
                let took = began.duration(to: .now).components
                if pass > 0 || passes == 1 {
                    times.append(Double(took.seconds) * 1e3 + Double(took.attoseconds) / 1e15)
                }
            }
        }
        let figures = Figures(
            alerts: times.count, templates: templates, frameBytes: frame.count,
            p50Milliseconds: Percentile.value(times, 0.5), p99Milliseconds: Percentile.value(times, 0.99),
            maximumMilliseconds: times.max() ?? 0)
        print(try SortedJSON.line(figures))
    }

    private struct Figures: Encodable {
        let alerts: Int
        let templates: Int
        let frameBytes: Int
        let p50Milliseconds: Double
        let p99Milliseconds: Double
        let maximumMilliseconds: Double
    }
}

/// Random templates and one face, searched as the gallery in use is; the threshold is given, not measured.
private final class BenchGallery: InterestGallery {
    private let store: TemplateStore
    private let entry = RecordID<WatchlistEntry>(high: 2, low: 2)
    private let place: Int

    init(entries: Int, face: FaceEmbedding) throws {
        var store = TemplateStore()
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<max(0, entries - 1) {
            let values = (0..<FaceTemplate.dimension).map { _ in Float.random(in: -1...1, using: &generator) }
            guard let random = FaceEmbedding(normalising: values) else { continue }
            store.append(FaceTemplate(random))
        }
        place = store.count
        store.append(FaceTemplate(face))
        self.store = store
    }

    func search(
        _ embedding: FaceEmbedding, kind: PictureKind, atMilliseconds: Int64
    ) async throws -> [InterestCandidate] {
        let hits = await store.search(
            [FaceTemplate(embedding)], threshold: FaceTemplate.score(ofSimilarity: 0.6), keep: 10, workers: 2)
        return (hits.first ?? []).filter { $0.index == place }.map {
            InterestCandidate(entry: entry, similarity: FaceTemplate.similarity(ofScore: $0.score))
        }
    }

    func obstacle(kind: PictureKind) async -> GalleryError? { nil }

    func likeness(kind: PictureKind) async -> Double? { nil }

    func photograph(of entry: RecordID<WatchlistEntry>) async throws -> EnrolledPhotograph? { nil }
}
