// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Faces
public import Mandate
internal import Safeguards
internal import Screening
internal import Travel
internal import Watchlists

/// The stations and the reviews that they begin.
///
/// Probes live here, in memory, until their review ends; only a confirmed one stays, sealed in the store by the transaction that
/// confirms it. What was decided is on disk, with its audit record, before anybody is shown anything of it.
public actor StationDesk {
    public nonisolated let plan: StationPlan
    let reader: (any FrameReader)?
    let gallery: (any InterestGallery)?
    let store: any CaseworkStore
    /// Minutes ahead of UTC of a post's clock.
    nonisolated let utcOffset: @Sendable (PostCode) -> Int
    private var trackers: [StationName: FaceTracker] = [:]
    private var busy: Set<StationName> = []
    /// How many people were searched between two frames, to be told with the next.
    private var untold: [StationName: Int] = [:]
    private var attending: [StationName: [RecordID<Officer>: Int64]] = [:]
    var reviews: [RecordID<ReviewedFace>: FaceReview] = [:]
    /// Of open and confirmed reviews only.
    var probes: [RecordID<ReviewedFace>: Picture] = [:]
    /// Enrolled photographs of open and confirmed reviews only.
    var portraits: [RecordID<WatchlistEntry>: Picture] = [:]
    private var gate = TurnGate()
    /// People who were searched and are not in the log yet.
    var uncounted: [StationName: UncountedSearches] = [:]
    /// Cameras that send frames.
    var runs: [CameraRun.Source: CameraRun] = [:]
    /// When a camera's frames outside of the hours were recorded last.
    var cameraRefusals: [CameraRun.Source: Int64] = [:]
    private let log: DecisionFold<FaceLedger>

    /// Whoever looked at a station's page so lately stands at the station.
    private static let attendanceMilliseconds: Int64 = 60_000
    /// The most reviews that wait at one time; more are recorded as missed.
    public static let mostOpen = 200
    /// How long a confirmed probe is kept in memory for the station, and how many.
    static let keptMilliseconds: Int64 = 12 * 3_600_000
    static let mostKept = 100

    public init(
        plan: StationPlan, reader: (any FrameReader)?, gallery: (any InterestGallery)?, store: any CaseworkStore,
        utcOffset: @escaping @Sendable (PostCode) -> Int
    ) {
        self.plan = plan
        self.reader = reader
        self.gallery = gallery
        self.store = store
        self.utcOffset = utcOffset
        // One damaged record must not hide every other confirmed face; it is counted.
        log = DecisionFold(store, kinds: [.face], from: FaceLedger(), passingOverUnreadable: true) { ledger, fresh in
            ledger.add(fresh.map(\.record))
        }
    }

    /// What the decision log says of reviews, to its end.
    func ledger(atMilliseconds now: Int64) async throws(StationRefusal) -> FaceLedger {
        do { return try await log.read(atMilliseconds: now, isExact: true) } catch { throw .store(error) }
    }

    /// Records of reviews in the decision log that cannot be opened.
    public func unreadableRecords(atMilliseconds now: Int64) async throws(StationRefusal) -> Int {
        _ = try await ledger(atMilliseconds: now)
        return await log.unreadable
    }

    /// The figures of all stations since a moment.
    public func figures(
        sinceMilliseconds since: Int64, atMilliseconds now: Int64
    ) async throws(StationRefusal) -> FaceTally {
        try await ledger(atMilliseconds: now).tally(sinceMilliseconds: since)
    }

    /// What keeps a station from running; nil when nothing does.
    public func obstacle(at name: StationName, atMilliseconds now: Int64) async -> StationRefusal? {
        guard let station = plan.station(name) else { return .unknown }
        guard reader != nil else { return .noEngine }
        guard let gallery else { return .noGallery }
        guard station.hours.contains(milliseconds: now, utcOffsetMinutes: utcOffset(name.post)) else { return .closed }
        return await gallery.obstacle(kind: station.kind).map { StationDesk.refusal($0) }
    }

    /// Notes that an officer watches a station; refused to whoever reviews a face of it.
    public func attend(
        _ officer: RecordID<Officer>, at name: StationName, atMilliseconds now: Int64
    ) throws(StationRefusal) {
        for (id, review) in reviews where review.origin == .station(name) && review.isOpen {
            var attended = review
            do { try attended.attend(officer) } catch { throw .review(error) }
            reviews[id] = attended
        }
        attending[name, default: [:]][officer] = now
    }

    /// Looks at a frame of a station's camera. The frame is nowhere when the call returns.
    ///
    /// - Parameters:
    ///   - attendant: on whose behalf a browser sent it; nil for a fixed camera.
    ///   - onDuty: the reviewers at their pages.
    public func take(
        _ frame: [UInt8], at name: StationName, attendant: Mandated?, onDuty: Set<RecordID<Officer>>,
        atMilliseconds now: Int64
    ) async throws(StationRefusal) -> FrameOutcome {
        guard let station = plan.station(name) else { throw .unknown }
        guard let reader else { throw .noEngine }
        guard let gallery else { throw .noGallery }
        let source = CameraRun.Source(station: name, officer: attendant?.officer)
        guard station.hours.contains(milliseconds: now, utcOffsetMinutes: utcOffset(name.post)) else {
            try await noteClosed(source, by: attendant, atMilliseconds: now)
            throw .closed
        }
        if let attendant { try attend(attendant.officer, at: name, atMilliseconds: now) }
        guard busy.insert(name).inserted else { throw .busy }
        defer { busy.remove(name) }
        try await noteFrame(of: source, by: attendant, atMilliseconds: now)
        let faces: [SeenFace]
        do { faces = try await reader.faces(in: frame) } catch { throw .badFrame }
        if trackers[name] == nil {
            trackers[name] = FaceTracker(alike: await gallery.likeness(kind: station.kind) ?? 0)
        }
        var tracker = trackers[name] ?? FaceTracker()
        let people = tracker.take(faces, atMilliseconds: now)
        trackers[name] = tracker
        var outcome = FrameOutcome(faces: faces.count, followed: tracker.count)
        outcome.searched = untold.removeValue(forKey: name) ?? 0
        do {
            try await search(people, at: station, in: gallery, onDuty: onDuty, atMilliseconds: now, &outcome)
        } catch {
            untold[name] = outcome.searched
            throw error
        }
        return outcome
    }

    /// Searches people who are ripe for it; one whose search fails waits for the next frame, and keeps nobody else back.
    private func search(
        _ people: [FaceTracker.Person], at station: FaceStation, in gallery: any InterestGallery,
        onDuty: Set<RecordID<Officer>>, atMilliseconds now: Int64, _ outcome: inout FrameOutcome
    ) async throws(StationRefusal) {
        var failure: StationRefusal?
        for person in people {
            do {
                let found = try await gallery.search(person.embedding, kind: station.kind, atMilliseconds: now)
                if !found.isEmpty {
                    outcome.opened.append(
                        try await open(person.view, from: .station(station.name), found, atMilliseconds: now))
                }
                guard person.isNew else { continue }
                outcome.searched += 1
                uncounted[station.name, default: UncountedSearches(kind: station.kind, since: now)].people += 1
            } catch {
                trackers[station.name]?.again(person)
                failure = failure ?? (error as? StationRefusal) ?? StationDesk.refusal(error)
            }
        }
        if let failure { throw failure }
    }

    /// Whoever went out of sight of a camera that sends nothing more is searched with what there is, or forgotten.
    func rest(onDuty: Set<RecordID<Officer>>, atMilliseconds now: Int64) async {
        guard let gallery else { return trackers.removeAll() }
        for name in trackers.keys.sorted(by: { $0.description < $1.description }) where !busy.contains(name) {
            guard let station = plan.station(name), let people = trackers[name]?.rest(atMilliseconds: now) else {
                trackers[name] = nil
                continue
            }
            var outcome = FrameOutcome(faces: 0, followed: 0)
            // What fails is searched again while the person is followed.
            try? await search(people, at: station, in: gallery, onDuty: onDuty, atMilliseconds: now, &outcome)
            untold[name, default: 0] += outcome.searched
            // Only now: whose search failed is in it.
            if trackers[name]?.count == 0 { (trackers[name], untold[name]) = (nil, nil) }
        }
    }

    /// Who is no reviewer of what came from there: whoever watches the station now, or put the still in.
    func attendants(of origin: FaceOrigin, atMilliseconds now: Int64) -> Set<RecordID<Officer>> {
        switch origin {
        case .station(let name): attendants(at: name, atMilliseconds: now)
        case .still(let officer, _): [officer]
        }
    }

    private func attendants(at name: StationName, atMilliseconds now: Int64) -> Set<RecordID<Officer>> {
        let known = attending[name, default: [:]].filter { now - $0.value < Self.attendanceMilliseconds }
        attending[name] = known
        return Set(known.keys)
    }

    /// Waits for the turn to change reviews; to be given back with ``endTurn()``.
    func beginTurn() async {
        if gate.take() { return }
        await withCheckedContinuation { gate.wait($0) }
    }

    func endTurn() { gate.pass() }

    static func refusal(_ error: any Error) -> StationRefusal {
        if case .uncalibrated? = error as? GalleryError { return .uncalibrated }
        return .galleryFailed
    }
}

/// What became of a frame; it says nothing of anybody.
public struct FrameOutcome: Hashable, Sendable {
    /// Faces in the frame.
    public var faces: Int
    /// People who are followed.
    public var followed: Int
    /// People who were searched with this frame, or since the one before, and were not a moment ago.
    public var searched = 0
    /// Reviews that began. Never told to the station.
    public var opened: [RecordID<ReviewedFace>] = []
}
