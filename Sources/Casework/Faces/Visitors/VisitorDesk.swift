// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Faces
public import Mandate
public import Screening
public import Watchlists

/// Visitors of a demonstration who let their own face be looked for: in memory alone, for half an hour at most.
///
/// It is made only where a demonstration runs. Nothing of a face goes to the store, to a log or to a backup: there is no
/// watchlist entry, no key and no row, only the audit record that somebody enrolled or was forgotten. With the process
/// everything is gone.
public actor VisitorDesk {
    /// Somebody who is looked for.
    private struct Visitor {
        let entry: RecordID<WatchlistEntry>
        let template: FaceTemplate
        let portrait: FacePortrait
        let untilMilliseconds: Int64
    }

    /// Why a face was not taken.
    public enum Refusal: Error, Hashable, Sendable {
        /// By codes of ``EnrolmentRefusal`` or ``PictureError``.
        case unusable(codes: [String])
        /// The engine is not there, or cannot be used.
        case noEngine
        /// Others have the places.
        case full
        case store(StoreError)
    }

    /// How long a face is kept.
    public static let keptMilliseconds: Int64 = 30 * 60_000
    /// How many visitors there are at one time.
    public static let mostVisitors = 8

    private let describer: any FaceDescriber
    private let audit: any CaseworkStore
    /// From which similarity on a face may be a visitor's; nil where nothing was measured for these models.
    nonisolated let threshold: Double?
    /// One for each account; another picture takes the place of the one before.
    private var visitors: [RecordID<Officer>: Visitor] = [:]

    /// - Parameters:
    ///   - describer: the face engine.
    ///   - audit: takes the records of who enrolled and was forgotten, and nothing else.
    ///   - threshold: of the engine, such as ``PhotographThresholds/same``.
    public init(describer: any FaceDescriber, audit: any CaseworkStore, threshold: Double?) {
        self.describer = describer
        self.audit = audit
        self.threshold = threshold
    }

    /// Takes a visitor's picture in; the picture itself is nowhere when the call returns.
    ///
    /// - Returns: when it is forgotten by itself, in milliseconds since 1970 UTC.
    public func enrol(
        _ picture: [UInt8], by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(Refusal) -> Int64 {
        expireQuietly(now)
        guard visitors[mandate.officer] != nil || visitors.count < Self.mostVisitors else { throw .full }
        let face: EnrolmentFace
        do { face = try await describer.describe(picture) } catch let refusal as EnrolmentRefusal {
            throw .unusable(codes: refusal.codes)
        } catch let fault as PictureError {
            throw .unusable(codes: [fault.code])
        } catch { throw .noEngine }
        var generator = SystemRandomNumberGenerator()
        let entry = RecordID<WatchlistEntry>.random(using: &generator)
        // Recorded before it is kept; who cannot be recorded is not enrolled.
        try await note(.enrolFace, entry, by: mandate, now, "visitor of the demonstration, in memory")
        // Others may have come while this was written.
        guard visitors[mandate.officer] != nil || visitors.count < Self.mostVisitors else { throw .full }
        let until = now + Self.keptMilliseconds
        visitors[mandate.officer] = Visitor(
            entry: entry, template: face.template, portrait: face.portrait, untilMilliseconds: until)
        return until
    }

    /// Until when an account's visitor is kept; nil where there is none.
    public func keptUntil(_ officer: RecordID<Officer>, atMilliseconds now: Int64) -> Int64? {
        visitors[officer].flatMap { $0.untilMilliseconds > now ? $0.untilMilliseconds : nil }
    }

    /// Forgets an account's visitor at once, whatever becomes of the record.
    ///
    /// - Returns: the entry that stood for them, so that pictures of reviews go too; nil where there was none.
    public func forget(
        _ officer: RecordID<Officer>, by mandate: Mandated, atMilliseconds now: Int64
    ) async -> RecordID<WatchlistEntry>? {
        guard let gone = visitors.removeValue(forKey: officer) else { return nil }
        try? await note(.forgetFace, gone.entry, by: mandate, now, "visitor of the demonstration")
        return gone.entry
    }

    /// Forgets those whose time is over.
    ///
    /// - Returns: the entries that stood for them.
    public func expire(atMilliseconds now: Int64) async -> [RecordID<WatchlistEntry>] {
        let gone = expireQuietly(now)
        for entry in gone {
            try? await note(.forgetFace, entry, by: nil, now, "visitor of the demonstration, time over")
        }
        return gone
    }

    /// Whether an entry stands for a visitor.
    public func isVisitor(_ entry: RecordID<WatchlistEntry>) -> Bool {
        visitors.values.contains { $0.entry == entry }
    }

    /// Those whom a face may be, the most alike first.
    func search(_ embedding: FaceEmbedding, atMilliseconds now: Int64) -> [InterestCandidate] {
        guard let threshold else { return [] }
        let probe = FaceTemplate(embedding)
        let least = FaceTemplate.score(ofSimilarity: threshold)
        return visitors.values.compactMap { visitor -> InterestCandidate? in
            let score = probe.score(visitor.template)
            guard visitor.untilMilliseconds > now, score >= least else { return nil }
            return InterestCandidate(entry: visitor.entry, similarity: FaceTemplate.similarity(ofScore: score))
        }.sorted { ($1.similarity, $0.entry) < ($0.similarity, $1.entry) }
    }

    func photograph(of entry: RecordID<WatchlistEntry>) -> EnrolledPhotograph? {
        visitors.values.first { $0.entry == entry }.map { EnrolledPhotograph($0.portrait) }
    }

    @discardableResult
    private func expireQuietly(_ now: Int64) -> [RecordID<WatchlistEntry>] {
        let over = visitors.filter { $0.value.untilMilliseconds <= now }
        for officer in over.keys { visitors[officer] = nil }
        return over.values.map(\.entry).sorted()
    }

    private func note(
        _ action: AuditAction, _ entry: RecordID<WatchlistEntry>, by mandate: Mandated?, _ now: Int64, _ detail: String
    ) async throws(Refusal) {
        let event = AuditEvent(
            action, by: mandate, atMilliseconds: now, subjects: ["entry:\(entry)"], detail: detail)
        do { try await audit.appendAudit([event]) } catch { throw .store(error) }
    }
}
