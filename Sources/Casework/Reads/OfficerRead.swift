// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// One reading of travellers' data by an officer, as the alarms see it: opaque identifiers only.
public struct OfficerRead: Hashable, Sendable {
    /// The records of the audit log that are such readings.
    static let actions: Set<AuditAction> = [.viewTraveller, .viewSource, .search, .lookUpResident]

    /// The number of its audit record.
    public var sequence: Int64
    public var atMilliseconds: Int64
    public var officer: RecordID<Officer>
    public var post: PostCode?
    /// Whom it was about, as the record names them; nil where it names nobody.
    public var subject: String?
    public var ties: Set<OwnTie>
    /// Whether the person has a hit: then it is the officer's task.
    public var isHit: Bool

    public init(
        sequence: Int64, atMilliseconds: Int64, officer: RecordID<Officer>, post: PostCode? = nil, subject: String?,
        ties: Set<OwnTie> = [], isHit: Bool = false
    ) {
        self.sequence = sequence
        self.atMilliseconds = atMilliseconds
        self.officer = officer
        self.post = post
        self.subject = subject
        self.ties = ties
        self.isHit = isHit
    }

    /// Nil where the record is no reading by an officer.
    init?(_ row: AuditRow) {
        let event = row.event
        guard Self.actions.contains(event.action), event.outcome == .done,
            case .officer(let officer, _, let post) = event.actor
        else { return nil }
        let prefix =
            switch event.action {
            case .search: "term:"
            case .lookUpResident: "resident:"
            default: "traveller:"
            }
        // An empty search form is no reading.
        if event.action == .search, !event.subjects.contains(where: { $0.hasPrefix(prefix) }) { return nil }
        self.init(
            sequence: row.sequence, atMilliseconds: event.atMilliseconds, officer: officer, post: post,
            subject: event.subjects.first { $0.hasPrefix(prefix) }, ties: OwnTie.ties(in: event.detail),
            isHit: event.subjects.contains { $0.hasPrefix("hit:") })
    }
}
