// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Mandate
internal import Screening
internal import Travel
public import Watchlists

extension StationDesk {
    /// Begins a review: the record first, then the alert.
    func open(
        _ view: Picture, from origin: FaceOrigin, _ candidates: [InterestCandidate], atMilliseconds now: Int64
    ) async throws(StationRefusal) -> RecordID<ReviewedFace> {
        await beginTurn()
        defer { endTurn() }
        var generator = SystemRandomNumberGenerator()
        var review = FaceReview(
            id: .random(using: &generator), origin: origin, candidates: candidates, attendants: [],
            openedAtMilliseconds: now, limitSeconds: plan.reviewSeconds)
        var decisions = [
            record(
                .opened(
                    review: review.id, origin: origin, candidates: candidates.count,
                    kind: origin.station.flatMap { plan.station($0)?.kind }),
                of: review, by: nil, now)
        ]
        let isFull = reviews.values.count(where: \.isOpen) >= Self.mostOpen
        if isFull {
            decisions.append(
                record(.ended(review: review.id, origin: origin, .lapsed(.noReviewers)), of: review, by: nil, now))
        }
        try await write(
            decisions, origin.action, of: review, by: nil, now,
            subjects: candidates.map { "entry:\($0.entry)" }, detail: isFull ? "no room for a review" : "review begins")
        guard !isFull else { return review.id }
        // Not before: whoever came to the station while this waited for its turn and was written stands there now.
        for officer in attendants(of: origin, atMilliseconds: now) { try? review.attend(officer) }
        reviews[review.id] = review
        probes[review.id] = view
        return review.id
    }

    /// The reviews in which an officer could take a seat; none while there are no two to look at it.
    public func waiting(
        for officer: RecordID<Officer>, onDuty: Set<RecordID<Officer>>, atMilliseconds now: Int64
    ) -> [RecordID<ReviewedFace>] {
        reviews.values.filter { review in
            review.canSeat(officer, atMilliseconds: now) && hasTwo(review, onDuty: onDuty.union([officer]))
        }.sorted { $0.openedAtMilliseconds < $1.openedAtMilliseconds }.map(\.id)
    }

    /// Gives an officer a seat at a review. From then on the officer sees probe and candidates, by ``sheet(_:for:)``.
    public func seat(
        _ id: RecordID<ReviewedFace>, _ officer: RecordID<Officer>, onDuty: Set<RecordID<Officer>>,
        atMilliseconds now: Int64
    ) async throws(StationRefusal) {
        let review = try await seated(id, officer, onDuty: onDuty, atMilliseconds: now)
        await fetchPortraits(of: review)
    }

    /// What an officer with a seat may know.
    public func sheet(_ id: RecordID<ReviewedFace>, for officer: RecordID<Officer>) -> ReviewSheet? {
        reviews[id].flatMap { ReviewSheet($0, for: officer) }
    }

    /// The probe, for an officer with a seat, while the review is open.
    public func probe(_ id: RecordID<ReviewedFace>, for officer: RecordID<Officer>) -> Picture? {
        guard let review = reviews[id], review.isOpen, review.isSeated(officer) else { return nil }
        return probes[id]
    }

    /// The enrolled photograph at a place of the officer's own order, and whose it is.
    public func portrait(
        _ id: RecordID<ReviewedFace>, place: Int, for officer: RecordID<Officer>
    ) async -> (entry: RecordID<WatchlistEntry>, picture: Picture)? {
        guard let review = reviews[id], review.isOpen, review.isSeated(officer) else { return nil }
        let order = review.order(for: officer)
        guard order.indices.contains(place), portraits[order[place].entry] != nil else { return nil }
        return await portraitNow(of: order[place].entry).map { (order[place].entry, $0) }
    }

    /// The entry's photograph as the gallery has it now; what was forgotten or replaced since is not shown.
    func portraitNow(of entry: RecordID<WatchlistEntry>) async -> Picture? {
        guard let photograph = try? await gallery?.photograph(of: entry),
            let picture = await reader?.view(of: photograph)
        else {
            portraits[entry] = nil
            return nil
        }
        if portraits[entry] != nil { portraits[entry] = picture }
        return picture
    }

    /// Takes a reviewer's answer; on disk, with what follows from it, when the call returns.
    ///
    /// - Returns: how the review ended, nil where it goes on.
    public func judge(
        _ wanted: FaceJudgement, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(StationRefusal) -> FaceVerdict? {
        await beginTurn()
        defer { endTurn() }
        guard let reason = WrittenReason(wanted.reason) else { throw .reasonRequired }
        var judgement = wanted
        judgement.reason = reason.text
        guard var review = reviews[judgement.review] else { throw .unknown }
        do { try review.take(judgement, of: mandate.officer, atMilliseconds: now) } catch { throw .review(error) }
        if judgement.answer == .same, let entry = judgement.entry { try await checkShown(entry, in: review, now) }
        var decisions = [record(.judged(judgement), of: review, by: mandate, now)]
        var subjects: [String] = judgement.entry.map { ["entry:\($0)"] } ?? []
        if case .confirmed(let match) = review.verdict {
            let journey = try await journey(of: match.entry, at: review.origin.post, now)
            review.note(journey)
            if let journey { subjects += ["voyage:\(journey.voyage)", "traveller:\(journey.traveller)"] }
        }
        if let verdict = review.verdict {
            decisions.append(
                record(.ended(review: review.id, origin: review.origin, verdict), of: review, by: nil, now))
        }
        let probe = await confirmedProbe(of: review, now)
        let isLost = review.verdict?.kind == .confirmed && probe == nil
        try await write(
            decisions, .reviewFace, of: review, by: mandate, now, subjects: subjects, keeping: probe,
            detail: judgement.answer.rawValue + (review.verdict.map { " " + $0.kind.rawValue } ?? "")
                + (isLost ? " picture not kept" : ""))
        // Whoever came to the station while this was written stands there now.
        for officer in reviews[review.id]?.attendants ?? [] { try? review.attend(officer) }
        reviews[review.id] = review
        if let verdict = review.verdict { forgetPictures(of: review, keepProbe: verdict.kind == .confirmed) }
        return review.verdict
    }

    /// The picture that is kept with a confirmation; nil for a review that is not confirmed. One that cannot be encoded
    /// keeps nobody from acting, and is told in the record.
    private func confirmedProbe(of review: FaceReview, _ now: Int64) async -> ConfirmedProbe? {
        guard case .confirmed = review.verdict, !isOfVisitors(review.origin), let view = probes[review.id],
            let jpeg = await reader?.encoded(view)
        else { return nil }
        return ConfirmedProbe(review, jpeg: jpeg, atMilliseconds: now)
    }

    /// A visitor's own face is in memory alone, confirmed or not.
    private func isOfVisitors(_ origin: FaceOrigin) -> Bool {
        origin.station.flatMap { plan.station($0) }?.kind == .visitor
    }

    /// Nobody says of what was not shown, or of an entry that has ended meanwhile, that it is the same person.
    private func checkShown(
        _ entry: RecordID<WatchlistEntry>, in review: FaceReview, _ now: Int64
    ) async throws(StationRefusal) {
        guard probes[review.id] != nil, portraits[entry] != nil else { throw .galleryFailed }
        guard let stored = try? await store.entries([entry]) else { throw .galleryFailed }
        let today = FaceDay.of(milliseconds: now)
        guard stored.allSatisfy({ $0.entry.isActive(on: today) }) else { throw .unknown }
    }

    /// Ends what is over, and forgets what ended long ago.
    ///
    /// - Returns: reviews that lapsed now.
    public func sweep(
        onDuty: Set<RecordID<Officer>>, atMilliseconds now: Int64
    ) async throws(StationRefusal) -> [RecordID<ReviewedFace>] {
        await rest(onDuty: onDuty, atMilliseconds: now)
        await recordSearches(atMilliseconds: now)
        await endQuietCameras(atMilliseconds: now)
        let isDue = reviews.values.contains { $0.isOpen && now >= $0.deadlineMilliseconds }
        forgetEnded(now)
        guard isDue else { return [] }
        await beginTurn()
        defer { endTurn() }
        var lapsed: [RecordID<ReviewedFace>] = []
        for id in reviews.keys.sorted() {
            guard var review = reviews[id], review.isOpen, now >= review.deadlineMilliseconds else { continue }
            // The picture goes first, whatever the store says.
            forgetPictures(of: review, keepProbe: false)
            review.lapse(atMilliseconds: now, onDuty: onDuty)
            guard let verdict = review.verdict else { continue }
            try await write(
                [record(.ended(review: id, origin: review.origin, verdict), of: review, by: nil, now)],
                review.origin.action, of: review, by: nil, now, detail: "review lapsed " + verdict.kind.rawValue)
            reviews[id] = review
            lapsed.append(id)
        }
        return lapsed
    }

    /// Ends the reviews that a server before this one left open, however long ago: their probes are gone with its memory.
    ///
    /// - Returns: how many.
    public func recover(atMilliseconds now: Int64) async throws(StationRefusal) -> Int {
        await beginTurn()
        defer { endTurn() }
        let open = try await ledger(atMilliseconds: now).open.filter { reviews[$0.key] == nil }
        for (id, origin) in open.sorted(by: { $0.key < $1.key }) {
            let review = FaceReview(
                id: id, origin: origin, candidates: [], attendants: [], openedAtMilliseconds: now, limitSeconds: 0)
            try await write(
                [record(.ended(review: id, origin: origin, .lapsed(.restart)), of: review, by: nil, now)],
                origin.action, of: review, by: nil, now, detail: "review lapsed restart")
        }
        return open.count
    }

    /// How many pictures are held; for tests.
    public var heldPictures: (probes: Int, portraits: Int) { (probes.count, portraits.count) }

    private func seated(
        _ id: RecordID<ReviewedFace>, _ officer: RecordID<Officer>, onDuty: Set<RecordID<Officer>>,
        atMilliseconds now: Int64
    ) async throws(StationRefusal) -> FaceReview {
        await beginTurn()
        defer { endTurn() }
        guard var review = reviews[id] else { throw .unknown }
        guard review.isSeated(officer) || hasTwo(review, onDuty: onDuty.union([officer])) else { throw .review(.over) }
        do { try review.seat(officer, atMilliseconds: now) } catch { throw .review(error) }
        reviews[id] = review
        return review
    }

    private func hasTwo(_ review: FaceReview, onDuty: Set<RecordID<Officer>>) -> Bool {
        onDuty.union(review.seats.map(\.officer)).subtracting(review.attendants).count >= 2
    }

    private func fetchPortraits(of review: FaceReview) async {
        // Anew for each review: what was forgotten or replaced since is not shown.
        for candidate in review.candidates {
            let picture = await portraitNow(of: candidate.entry)
            if reviews[review.id]?.isOpen == true { portraits[candidate.entry] = picture }
        }
    }

    private func forgetPictures(of review: FaceReview, keepProbe: Bool) {
        if !keepProbe { probes[review.id] = nil }
        var needed = Set(
            reviews.values.filter { $0.isOpen && $0.id != review.id }.flatMap { $0.candidates.map(\.entry) })
        for other in reviews.values {
            if case .confirmed(let match) = other.verdict { needed.insert(match.entry) }
        }
        if keepProbe, case .confirmed(let match) = review.verdict { needed.insert(match.entry) }
        portraits = portraits.filter { needed.contains($0.key) }
    }

    private func forgetEnded(_ now: Int64) {
        let ended = reviews.values.filter { !$0.isOpen }.sorted {
            // Confirmed ones first: many that came to nothing do not drive them out.
            ($0.verdict?.kind == .confirmed ? 0 : 1, -$0.openedAtMilliseconds)
                < ($1.verdict?.kind == .confirmed ? 0 : 1, -$1.openedAtMilliseconds)
        }
        for (place, review) in ended.enumerated()
        where place >= Self.mostKept || now - review.openedAtMilliseconds >= Self.keptMilliseconds {
            reviews[review.id] = nil
            forgetPictures(of: review, keepProbe: false)
        }
    }

    /// The journey of today at a post on which the entry was found by name or document; a still is of no post.
    private func journey(
        of entry: RecordID<WatchlistEntry>, at post: PostCode?, _ now: Int64
    ) async throws(StationRefusal) -> FaceJourney? {
        guard let post else { return nil }
        let offset = Int64(utcOffset(post))
        let day = (now / 60_000 + offset) / 1440 * 1440 - offset
        let standing = HitStatus.allCases.filter { ![.withdrawn, .corrected, .lapsed, .judgedDifferent].contains($0) }
        let found: [HitRow]
        do {
            found = try await store.hits(
                HitQuery(
                    posts: [post.description], statuses: Set(standing), entry: entry, fromUTC: Int(day),
                    toUTC: Int(day + 1439)))
        } catch { throw .store(error) }
        return found.map(\.hit).max { ($0.rank, $0.id) < ($1.rank, $1.id) }.map {
            FaceJourney(voyage: $0.voyage, traveller: $0.traveller, hit: $0.id)
        }
    }

    func record(
        _ decision: FaceDecision, of review: FaceReview, by mandate: Mandated?, _ now: Int64
    ) -> DecisionRecord {
        var record = DecisionRecord(.face(decision), by: mandate, atMilliseconds: now)
        // A reviewer may sit elsewhere; what happened, happened at the station's post.
        record.post = review.origin.post
        return record
    }

    func write(
        _ decisions: [DecisionRecord], _ action: AuditAction, of review: FaceReview, by mandate: Mandated?,
        _ now: Int64,
        subjects: [String] = [], keeping probe: ConfirmedProbe? = nil, detail: String
    ) async throws(StationRefusal) {
        let event = AuditEvent(
            action, by: mandate, atMilliseconds: now, subjects: ["face:\(review.id)"] + subjects,
            detail: (review.origin.station.map { "\($0) " } ?? "still ") + detail)
        do { try await store.record(CaseworkChange(decisions: decisions, probe: probe), audit: [event]) } catch {
            throw .store(error)
        }
    }
}
