// SPDX-License-Identifier: Apache-2.0

/// Decides which messages a voyage causes, and when they are sent.
struct MessageSchedule {
    private let seed: UInt64
    private let manifest: Manifest
    /// Whether the voyage belongs to the demonstration and so is reported without damage.
    private let isClean: Bool
    private var generator: SeededGenerator
    private var planned: [PlannedMessage] = []

    /// Minutes before departure at which the first message may be sent.
    static let lead = 73 * 60

    init(seed: UInt64, manifest: Manifest, isClean: Bool) {
        self.seed = seed
        self.manifest = manifest
        self.isClean = isClean
        generator = SeededGenerator(seed, .schedule, manifest.voyage.id)
    }

    /// The messages in the order of sending.
    mutating func messages() -> [PlannedMessage] {
        let departure = manifest.voyage.departure
        switch manifest.voyage.slot.route.kind {
        case .flight: planFlight(departure)
        case .ship:
            plan(.crew, at: departure - 1500)
            plan(.passengers, at: departure - 1440)
            plan(.passengers, at: departure - 30)
            planChanges()
            plan(.closeOut, at: departure + 10)
        case .ferry:
            plan(.manifest(permille: 1000), at: departure - 60)
            plan(.manifest(permille: 1000), at: departure + 3)
        case .bus:
            plan(.manifest(permille: 1000), at: departure - 120)
            plan(.manifest(permille: 1000), at: departure + 5)
        case .crossingDay:
            plan(.manifest(permille: 350), at: departure + 180)
            plan(.manifest(permille: 700), at: departure + 380)
            plan(.manifest(permille: 1000), at: manifest.voyage.arrival)
        }
        if !isClean {
            damage()
            if manifest.voyage.slot.route.kind == .flight, manifest.cancelledAt == nil { addAnswers() }
        }
        return planned.sorted { ($0.sentAt, $0.ordinal) < ($1.sentAt, $1.ordinal) }
    }

    private mutating func planFlight(_ departure: Int) {
        let jitter = isClean ? 0 : generator.within(-15...0)
        plan(.bookings, at: departure - 4320 + jitter)
        plan(.bookings, at: departure - 1440 + jitter)
        let since = departure - 1440 + jitter
        if manifest.bookings.contains(where: { $0.bookedAt > since && $0.isListed(at: since + 900) }) {
            plan(.newBookings(since: since), at: since + 900)
        }
        plan(.bookings, at: departure - 120 + jitter)
        plan(.passengers, at: departure - 300 + jitter)
        if let cancelledAt = manifest.cancelledAt {
            plan(.voyageCancelled, at: cancelledAt)
            planned.removeAll { $0.sentAt > cancelledAt }
            return
        }
        plan(.crew, at: departure - 180 + jitter)
        plan(.passengers, at: departure - 45)
        planChanges()
        plan(closeOut, at: departure + 5)
    }

    /// Most carriers name those on board, some those who stayed behind; in the demonstration all name those on board.
    private var closeOut: MessageContent {
        guard !isClean else { return .closeOut }
        return switch manifest.voyage.slot.carrier {
        case "QZ": .closeOutNotBoarded("CLNB")
        case "MH": .closeOutNotBoarded("CL")
        default: .closeOut
        }
    }

    private mutating func planChanges() {
        for (place, booking) in manifest.bookings.enumerated() {
            for (seat, passenger) in booking.passengers.enumerated()
            where booking.bookedAt < manifest.voyage.departure - 300 {
                if let moment = passenger.correctedAt { plan(.corrected(place, seat), at: moment) }
                guard let moment = passenger.cancelledAt else { continue }
                plan(.cancelled(place, seat), at: moment)
                if let again = passenger.restoredAt {
                    plan(.restored(place, seat), at: again)
                } else if booking.passengers.count == 1, manifest.voyage.slot.route.kind == .flight {
                    plan(.cancelledBooking(place), at: moment + 2)
                }
            }
        }
    }

    private mutating func plan(_ content: MessageContent, at moment: Int) {
        planned.append(
            PlannedMessage(
                content: content, asOf: moment, preparedAt: moment, sentAt: moment, ordinal: planned.count))
    }

    /// Gives a small share of the messages the usual damage, repeats and delays.
    private mutating func damage() {
        var extra: [PlannedMessage] = []
        let isEdifact = manifest.voyage.slot.route.kind == .flight || manifest.voyage.slot.route.kind == .ship
        for place in planned.indices {
            var repeated: PlannedMessage?
            let draw = generator.below(1000)
            switch draw {
            case 0..<12 where isEdifact: planned[place].damages.append(.segmentCount)
            case 12..<22 where isEdifact: planned[place].damages.append(.terminatorMissing)
            case 22..<28: planned[place].damages.append(.lowerCase)
            case 28..<44 where isEdifact: planned[place].damages.append(.ownSeparators)
            case 44..<58 where isEdifact: planned[place].damages.append(.twoMessages)
            case 58..<74:
                repeated = planned[place]
                repeated?.sentAt += generator.within(5...400)
                repeated?.damages.append(.duplicate)
            case 74..<84:
                planned[place].sentAt += generator.within(90...500)
                planned[place].damages.append(.late)
            case 84..<94:
                repeated = planned[place]
                var again = planned[place]
                again.sentAt += generator.within(4...90)
                again.preparedAt = again.sentAt
                again.ordinal = planned.count + extra.count
                again.damages.append(.newReference)
                repeated = again
            default: break
            }
            if let repeated { extra.append(repeated) }
        }
        planned += extra
        addHabit()
        if manifest.voyage.slot.index == 0 ? manifest.voyage.day % 12 == 2 : generator.chance(permille: 2) {
            let moment = manifest.voyage.departure - 130
            planned.append(
                PlannedMessage(
                    content: .unreadable, asOf: moment, preparedAt: moment, sentAt: moment, ordinal: planned.count,
                    damages: [.unreadable]))
        }
    }

    /// The authority's answer to the first list on one flight in four, and a change of one flight in nine.
    private mutating func addAnswers() {
        let voyage = manifest.voyage
        if voyage.id % 4 == 1 { plan(.clearance, at: voyage.departure - 290) }
        if voyage.id % 9 == 4 { plan(.voyageChanged, at: voyage.departure - 200) }
    }

    /// Adds what the carrier does again and again to messages that are otherwise in order.
    private mutating func addHabit() {
        guard let habit = CarrierHabit(of: manifest.voyage.slot.carrier) else { return }
        var habits = SeededGenerator(seed, .schedule, manifest.voyage.id, 1)
        var extra: [PlannedMessage] = []
        for place in planned.indices where planned[place].damages.isEmpty {
            let isList = if case .passengers = planned[place].content { true } else { false }
            switch habit {
            case .sendsLate where isList && habits.chance(permille: 330):
                planned[place].sentAt = manifest.voyage.departure + habits.within(20...80)
                planned[place].damages.append(.late)
            case .repeatsItself where habits.chance(permille: 120):
                var again = planned[place]
                again.sentAt += habits.within(4...90)
                again.preparedAt = again.sentAt
                again.ordinal = planned.count + extra.count
                again.damages.append(.newReference)
                extra.append(again)
            case .forgetsParts where isList && habits.chance(permille: 300):
                planned[place].damages.append(.partMissing)
            case .miscounts where isList && habits.chance(permille: 300):
                planned[place].damages.append(.wrongTotal)
            default: break
            }
        }
        planned += extra
    }
}
