// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Faces
public import Watchlists

/// A gallery of persons of interest in memory, over the real one's search.
public actor MemoryInterestGallery: InterestGallery {
    /// The kind of picture that it has a threshold for.
    public static var kind: PictureKind {
        guard let kind = PictureKind("gate-camera") else { preconditionFailure("letters and a hyphen are a kind") }
        return kind
    }

    private var gallery = PersonsOfInterestGallery<RecordID<WatchlistEntry>>(engine: "drawn")
    private var photographs: [RecordID<WatchlistEntry>: EnrolledPhotograph] = [:]
    private let calibration: Calibration
    /// How often it was searched.
    public private(set) var searches = 0
    /// Whether searches fail.
    private var isAway = false

    public init() {
        // Impostors below 0.5, genuine pairs above: enough pairs for a small gallery.
        calibration = Calibration(
            engine: "drawn", kind: Self.kind,
            scores: ComparisonScores(
                genuine: [Float](repeating: 0.8, count: 100), impostor: [Float](repeating: 0.3, count: 200_000)))
    }

    /// Enrols a face until the end of 2099.
    public func enrol(
        _ entry: RecordID<WatchlistEntry>, _ embedding: FaceEmbedding, photograph: EnrolledPhotograph? = nil
    ) throws {
        guard let day = CivilDate(year: 2099, month: 12, day: 31), let today = CivilDate(year: 2026, month: 1, day: 1)
        else { return }
        try gallery.enrol(entry, FaceTemplate(embedding), lastDay: day, today: today)
        photographs[entry] = photograph
    }

    /// Enrols a drawn person; the photograph's only byte is their number.
    public func enrol(_ entry: RecordID<WatchlistEntry>, drawn person: UInt64) throws {
        try enrol(
            entry, DrawnFrame.embedding(person),
            photograph: EnrolledPhotograph(
                bytes: [UInt8(truncatingIfNeeded: person)], mediaType: "image/png",
                eyes: (left: FacePoint(x: 1, y: 1), right: FacePoint(x: 2, y: 1))))
    }

    public func search(
        _ embedding: FaceEmbedding, kind: PictureKind, atMilliseconds: Int64
    ) async throws -> [InterestCandidate] {
        if let obstacle = obstacle(kind: kind) { throw obstacle }
        guard !isAway else { throw GalleryError.notLoaded }
        searches += 1
        guard let today = CivilDate(daysSinceEpoch: Int(atMilliseconds / 86_400_000)) else { return [] }
        let found = try await gallery.search(
            [FaceTemplate(embedding)], calibration: calibration, falsePositiveRate: 0.01, today: today)
        return found.first?.map { InterestCandidate(entry: $0.entry, similarity: $0.similarity) } ?? []
    }

    /// Lets searches fail, or work again.
    public func turn(away: Bool) { isAway = away }

    public func obstacle(kind: PictureKind) -> GalleryError? {
        [Self.kind, .still].contains(kind) ? nil : .uncalibrated(kind: kind)
    }

    public func likeness(kind: PictureKind) -> Double? { nil }

    public func photograph(of entry: RecordID<WatchlistEntry>) async throws -> EnrolledPhotograph? {
        photographs[entry]
    }
}
