// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Travel

/// Makes a voyage with its travellers and bookings from the set of its messages.
///
/// A pure function of the set: messages are taken in their own order (time, revision, identity), whatever the order in
/// which they arrived, so a late old message never overwrites newer facts and a rebuild gives the same voyage.
public struct VoyageAssembler: Sendable {
    private let tokeniser: any Tokeniser
    private let ports: any PortDirectory

    public init(tokeniser: any Tokeniser, ports: any PortDirectory) {
        self.tokeniser = tokeniser
        self.ports = ports
    }

    /// Grows whenever what was assembled may be out of date because of the ports.
    var portsVersion: Int { ports.version }

    /// The voyage that a message belongs to.
    public func identity(of decoded: DecodedMessage) -> VoyageIdentity {
        VoyageIdentity(of: decoded, ports: ports, tokeniser: tokeniser)
    }

    /// Assembles a voyage; nil for an empty set.
    public func assemble(_ id: RecordID<Voyage>, from set: [DecodedMessage]) -> Voyage? {
        var draft = VoyageDraft()
        draft.add(set, assembler: self)
        return assemble(id, &draft)
    }

    /// Assembles a voyage from its draft, merging only the travellers that changed since the last time.
    func assemble(_ id: RecordID<Voyage>, _ draft: inout VoyageDraft) -> Voyage? {
        let messages = draft.messages
        guard !messages.isEmpty else { return nil }
        var facts = facts(of: id, draft)
        let bookings = latestBookings(messages)
        let clearances = ClearanceList(messages)
        let closing = ClosingList(messages, contributionID: contributionID)
        var travellers: [Traveller] = []
        travellers.reserveCapacity(draft.clusters.clusters.count)
        for (index, cluster) in draft.clusters.clusters.enumerated() {
            guard let first = cluster.id else { continue }
            var traveller: Traveller
            if let held = draft.merged[index] {
                traveller = held.traveller
            } else {
                traveller = cluster.traveller(id: first, voyage: id)
                let isDisputed = !traveller.disagreements.isEmpty
                draft.merged[index] = VoyageDraft.Merged(
                    traveller: traveller, tokens: nil, isDisputed: isDisputed,
                    tally: TravellerTally(cluster, traveller))
            }
            traveller.status = status(
                of: traveller, cluster, bookings: bookings, closing: closing, voyage: facts.status)
            traveller.clearances = clearances.about(traveller)
            travellers.append(traveller)
        }
        if let closing { travellers += unknownTravellers(closing, known: travellers, voyage: facts) }
        if closing != nil, facts.status == .scheduled { facts.status = .closed }
        travellers.sort { $0.id < $1.id }
        return Voyage(facts: facts, travellers: travellers, bookings: merged(bookings, travellers))
    }

    /// What one message says about each of its travellers, ready to be compared.
    func said(in decoded: DecodedMessage) -> [SaidOfTraveller] {
        var bookings: [Int: ReceivedBooking] = [:]
        for booking in decoded.message.bookings { for index in booking.travellers { bookings[index] = booking } }
        return decoded.message.travellers.enumerated().map { index, values in
            let booking = bookings[index]
            return SaidOfTraveller(
                contribution: Contribution(
                    id: contributionID(decoded, index), source: decoded.source, order: decoded.order, index: index,
                    span: values.span),
                values: values,
                effect: booking.map { isWithdrawn($0, from: decoded.message) } ?? false
                    ? .cancelTravellers : decoded.message.effect,
                locator: booking?.recordLocator ?? values.recordLocator,
                payments: booking?.payments.filter { $0.traveller == nil || $0.traveller == index } ?? [],
                bookingContacts: booking?.contacts ?? [])
        }
    }

    /// The stable identity of what one message says about one traveller.
    public func contributionID(_ decoded: DecodedMessage, _ index: Int) -> RecordID<Traveller> {
        var bytes = decoded.id.bytes
        withUnsafeBytes(of: UInt32(clamping: index).bigEndian) { bytes.append(contentsOf: $0) }
        let token = tokeniser.token(.traveller, bytes)
        return RecordID(high: token.high, low: token.low)
    }
}

extension VoyageAssembler {
    /// Segment statuses that say that a booking no longer flies: cancelled, unable, no action taken (AIRIMP).
    private static let withdrawnStatuses: Set<String> = ["XX", "HX", "XL", "UN", "UC", "NO"]

    /// Whether a booking no longer holds for the voyage of its message.
    private func isWithdrawn(_ booking: ReceivedBooking, from message: ReceivedMessage) -> Bool {
        if booking.isCancelled { return true }
        let own = booking.itinerary.filter { flight in
            guard let number = flight.number, number == message.voyage.number else { return false }
            return flight.from == nil || message.voyage.legs.contains { $0.from == flight.from }
        }
        return !own.isEmpty
            && own.allSatisfy { $0.status.map(VoyageAssembler.withdrawnStatuses.contains) ?? false }
    }

    private func facts(of id: RecordID<Voyage>, _ draft: VoyageDraft) -> VoyageFacts {
        let messages = draft.messages
        let first = draft.identity(of: messages[0]) ?? identity(of: messages[0])
        var facts = VoyageFacts(id: id, mode: messages[0].message.voyage.mode, direction: first.direction)
        var codeshares = Set<String>()
        var lastReport: MessageOrder?
        var cancellation: MessageOrder?
        for decoded in messages {
            let voyage = decoded.message.voyage
            let identity = draft.identity(of: decoded) ?? identity(of: decoded)
            facts.carrier = voyage.carrier ?? identity.leg?.carrier ?? facts.carrier
            facts.number = voyage.number ?? identity.leg?.number ?? facts.number
            facts.suffix = voyage.suffix ?? facts.suffix
            codeshares.formUnion(voyage.codeshares)
            facts.conveyance.name = voyage.conveyance.name ?? facts.conveyance.name
            facts.conveyance.imo = voyage.conveyance.imo ?? facts.conveyance.imo
            facts.conveyance.plate = voyage.conveyance.plate ?? facts.conveyance.plate
            facts.from = identity.leg?.from ?? facts.from
            facts.to = identity.leg?.to ?? facts.to
            facts.departure = identity.leg?.departure ?? facts.departure
            facts.arrival = identity.leg?.arrival ?? facts.arrival
            switch decoded.message.effect {
            case .cancelVoyage: cancellation = decoded.order
            case .report, .replaceTravellers, .changeVoyage: lastReport = decoded.order
            default: break
            }
        }
        facts.codeshares = codeshares.sorted()
        facts.departureUTC = universal(facts.departure, at: facts.from)
        facts.arrivalUTC = universal(facts.arrival, at: facts.to)
        if let cancellation, lastReport.map({ $0 < cancellation }) ?? true { facts.status = .cancelled }
        facts.messages = messages.map(\.order)
        return facts
    }

    private func universal(_ time: CivilDateTime?, at port: String?) -> Int? {
        guard let time, let port, let offset = ports.utcOffsetMinutes(port) else { return nil }
        return time.minutesSinceEpoch - offset
    }

    private func latestBookings(_ messages: [DecodedMessage]) -> [String: (
        booking: ReceivedBooking, message: DecodedMessage
    )] {
        var latest: [String: (booking: ReceivedBooking, message: DecodedMessage)] = [:]
        for decoded in messages where decoded.message.effect == .report {
            for booking in decoded.message.bookings {
                guard let locator = booking.recordLocator else { continue }
                latest[locator] = (booking, decoded)
            }
        }
        return latest
    }

    private func status(
        of traveller: Traveller, _ cluster: TravellerCluster,
        bookings: [String: (booking: ReceivedBooking, message: DecodedMessage)], closing: ClosingList?,
        voyage: VoyageStatus
    ) -> TravellerStatus {
        if voyage == .cancelled || cluster.parts.last?.effect == .cancelTravellers { return .cancelled }
        // Named by lists only, and by none that stands.
        if cluster.parts.allSatisfy(\.isReplaced) { return .cancelled }
        if let closing {
            if closing.names(traveller) == closing.namesBoarded { return .boarded }
            if let first = cluster.parts.first, first.contribution.order < closing.order { return .notOnBoard }
        }
        let fromElsewhere = cluster.parts.contains { $0.contribution.source != .pnr }
        let locators = cluster.parts.filter { $0.contribution.source == .pnr }.compactMap(\.locator)
        if !fromElsewhere, !locators.isEmpty {
            let holds = locators.contains { locator in
                guard let latest = bookings[locator], !latest.booking.isCancelled else { return false }
                return cluster.parts.contains { $0.locator == locator && $0.contribution.order == latest.message.order }
            }
            if !holds { return .cancelled }
        } else if !locators.isEmpty, locators.allSatisfy({ bookings[$0]?.booking.isCancelled ?? false }),
            let withdrawn = locators.compactMap({ bookings[$0]?.message.order }).max(),
            cluster.parts.allSatisfy({ $0.contribution.order < withdrawn || $0.contribution.source == .pnr })
        {
            return .cancelled
        }
        return .expected
    }

    /// Travellers that a close-out puts on board and that no list ever named: shown without a name, since that is a
    /// finding.
    private func unknownTravellers(_ closing: ClosingList, known: [Traveller], voyage: VoyageFacts) -> [Traveller] {
        guard closing.namesBoarded else { return [] }
        let references = Set(known.flatMap(\.passengerReferences))
        let locators = Set(known.flatMap(\.recordLocators))
        var unknown: [Traveller] = []
        for entry in closing.entries {
            if let reference = entry.values.passengerReference, references.contains(reference) { continue }
            if let locator = entry.values.recordLocator, locators.contains(locator) { continue }
            guard entry.values.passengerReference != nil || entry.values.recordLocator != nil else { continue }
            let said = SaidOfTraveller(
                contribution: entry.contribution, values: entry.values, effect: .closeWithBoarded,
                locator: entry.values.recordLocator)
            let cluster = TravellerCluster(parts: [.init(said: said, isReplaced: false)])
            var traveller = cluster.traveller(id: entry.contribution.id, voyage: voyage.id)
            traveller.status = voyage.status == .cancelled ? .cancelled : .boarded
            unknown.append(traveller)
        }
        return unknown
    }

    private func merged(
        _ bookings: [String: (booking: ReceivedBooking, message: DecodedMessage)], _ travellers: [Traveller]
    ) -> [Booking] {
        var byContribution: [RecordID<Traveller>: RecordID<Traveller>] = [:]
        for traveller in travellers { for part in traveller.contributions { byContribution[part.id] = traveller.id } }
        return bookings.keys.sorted().compactMap { locator in
            guard let latest = bookings[locator] else { return nil }
            var members: [RecordID<Traveller>] = []
            for index in latest.booking.travellers {
                guard let id = byContribution[contributionID(latest.message, index)], !members.contains(id) else {
                    continue
                }
                members.append(id)
            }
            return Booking(record: latest.booking, order: latest.message.order, travellers: members)
        }
    }
}
