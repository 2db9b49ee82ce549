// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Screening
public import Travel

/// A voyage of which at least one message came, as the timetable of what to expect sees it.
public struct SeenVoyage: Hashable, Sendable {
    public var id: RecordID<Voyage>
    public var key: QualityKey
    /// The number as officers call it; nil for a vehicle or a crossing day, which no timetable expects.
    public var number: String?
    public var from: String
    public var to: String
    public var isCancelled: Bool
    /// Minutes since 1970 UTC; nil where unknown.
    public var departureUTC: Int?
    /// Whether a list of travellers came, and whether bookings came.
    public var hasList: Bool
    public var hasBookings: Bool

    public init(
        id: RecordID<Voyage>, key: QualityKey, number: String?, from: String, to: String, isCancelled: Bool = false,
        departureUTC: Int? = nil, hasList: Bool = true, hasBookings: Bool = true
    ) {
        self.id = id
        self.key = key
        self.number = number
        self.from = from
        self.to = to
        self.isCancelled = isCancelled
        self.departureUTC = departureUTC
        self.hasList = hasList
        self.hasBookings = hasBookings
    }
}

extension SeenVoyage {
    init(_ facts: VoyageFacts, key: QualityKey, tally: VoyageTally) {
        self.init(
            id: facts.id, key: key, number: facts.number.map { $0 + (facts.suffix ?? "") }, from: facts.from ?? "",
            to: facts.to ?? "", isCancelled: facts.status == .cancelled, departureUTC: facts.departureUTC,
            hasList: tally.messages.contains { $0.kind == .manifest || ($0.kind == .paxlst && !$0.isCloseOut) },
            hasBookings: tally.messages.contains { $0.kind == .pnrgov })
    }
}
