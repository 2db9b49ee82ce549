// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Mandate
public import Safeguards
public import Screening
public import Watchlists

/// Where the pictures of persons of interest are kept: portrait and template of each sealed under a key of its own, whose
/// destruction is the forgetting. They end with their watchlist entry.
public protocol FaceStore: Sendable {
    /// Writes pictures with the audit record in one transaction, on disk when the call returns; each is checked against
    /// its entry as it is at that moment.
    ///
    /// - Parameters:
    ///   - limit: the most entries with pictures.
    ///   - audit: the record, from the verdicts in the order of the pictures.
    func enrol(
        _ faces: [FaceEnrolment], limit: Int, atMilliseconds now: Int64,
        audit: @escaping @Sendable ([EnrolmentVerdict]) -> [AuditEvent]
    ) async throws(StoreError) -> [EnrolmentVerdict]

    /// Those of some pictures that are there (``EnrolmentVerdict/known``) or were (``EnrolmentVerdict/forgotten``). One that
    /// other models described is left out: handing it in again describes it again.
    ///
    /// - Parameter engine: the models in use.
    func faces(
        known ids: [RecordID<FaceEnrolment>], engine: String
    ) async throws(StoreError) -> [RecordID<FaceEnrolment>: EnrolmentVerdict]

    /// The entries whose pictures, or whose last day, changed after a version, the earliest change first.
    func faceChanges(after version: Int64, limit: Int) async throws(StoreError) -> FaceChanges

    /// The templates of entries, opened; those that were forgotten are left out.
    func faceTemplates(of entries: [RecordID<WatchlistEntry>]) async throws(StoreError) -> [StoredTemplate]

    /// The newest portrait of an entry, opened; nil where there is none.
    ///
    /// - Parameter id: this one instead of the newest.
    func facePortrait(
        of entry: RecordID<WatchlistEntry>, only id: RecordID<FaceEnrolment>?
    ) async throws(StoreError) -> FacePortrait?

    /// Pictures that are there, by entry, without opening them.
    ///
    /// - Parameter entry: only its pictures; nil for all.
    func faceListing(
        of entry: RecordID<WatchlistEntry>?, offset: Int, limit: Int
    ) async throws(StoreError) -> [FaceListing]

    /// The entries with pictures, those that end first at the top.
    ///
    /// - Parameter engine: the models in use.
    func faceEntries(engine: String, offset: Int, limit: Int) async throws(StoreError) -> [FaceEntrySummary]

    /// How much the gallery holds, by the models that described it.
    func faceTotals() async throws(StoreError) -> FaceTotals

    /// Pictures that other models described, with their portraits, in a fixed order.
    ///
    /// - Parameter number: only those behind this one.
    func facesDescribedElsewhere(
        than engine: String, after number: Int64, limit: Int
    ) async throws(StoreError) -> [KeptPortrait]

    /// Puts templates of the models in use in the place of others; what was forgotten meanwhile stays forgotten.
    ///
    /// - Returns: how many were written.
    func describeAgain(
        _ templates: [RecordID<FaceEnrolment>: FaceTemplate], engine: String, audit: [AuditEvent]
    ) async throws(StoreError) -> Int

    /// Makes all pictures of an entry count as one, where they are by the same models and alike: looked at and written in one
    /// transaction, so that no picture slips in between. Nothing is written or recorded otherwise.
    ///
    /// - Parameters:
    ///   - similarity: of the two that are least alike, at least.
    ///   - audit: the record, from how many there are.
    func mergeFaces(
        of entry: RecordID<WatchlistEntry>, atLeast similarity: Double,
        audit: @escaping @Sendable (_ count: Int) -> [AuditEvent]
    ) async throws(StoreError) -> FaceMerge

    /// Destroys pictures of an entry; their keys stand in the register before they are gone.
    ///
    /// - Parameter id: only this one; nil for all.
    /// - Returns: how many were there.
    func forgetFaces(
        of entry: RecordID<WatchlistEntry>, only id: RecordID<FaceEnrolment>?, register: DestructionRegisterFile,
        atMilliseconds now: Int64, audit: @escaping @Sendable (_ count: Int) -> [AuditEvent]
    ) async throws(StoreError) -> Int

    /// Destroys the pictures of entries that have ended, and the photographs of holders whose time is over.
    func forgetEndedFaces(register: DestructionRegisterFile, atMilliseconds now: Int64) async throws(StoreError) -> Int
}

/// Which entries to read again.
public struct FaceChanges: Hashable, Sendable {
    public var entries: [RecordID<WatchlistEntry>]
    /// Up to which version these are all.
    public var version: Int64

    public init(entries: [RecordID<WatchlistEntry>], version: Int64) {
        self.entries = entries
        self.version = version
    }
}

/// A template as it is kept.
public struct StoredTemplate: Hashable, Sendable {
    public var id: RecordID<FaceEnrolment>
    public var entry: RecordID<WatchlistEntry>
    public var engine: String
    /// The last day of its entry.
    public var lastDay: CivilDate
    /// Whether it counts as one with the entry's others.
    public var isMerged: Bool
    public var template: FaceTemplate

    public init(
        id: RecordID<FaceEnrolment>, entry: RecordID<WatchlistEntry>, engine: String, lastDay: CivilDate,
        isMerged: Bool, template: FaceTemplate
    ) {
        self.id = id
        self.entry = entry
        self.engine = engine
        self.lastDay = lastDay
        self.isMerged = isMerged
        self.template = template
    }
}

extension FaceStore {
    /// The newest portrait of an entry, opened; nil where there is none.
    public func facePortrait(of entry: RecordID<WatchlistEntry>) async throws(StoreError) -> FacePortrait? {
        try await facePortrait(of: entry, only: nil)
    }
}
