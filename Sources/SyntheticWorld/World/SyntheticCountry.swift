// SPDX-License-Identifier: Apache-2.0

public import Gazetteer

/// A synthetic country with its travellers, carriers and couriers: a function of its configuration alone.
///
/// Nothing is stored: every household, voyage and message is made from its number, so that memory does not grow with
/// the residents, and only with the voyages that are under way at one time.
public struct SyntheticCountry: Sendable {
    public let configuration: SyntheticWorldConfiguration
    /// The registry that the travellers come from.
    public let registry: SyntheticRegistry
    let manifests: ManifestMaker

    /// Lays out timetable and courier networks.
    /// - Throws: ``SyntheticWorldError`` for sizes out of range, and for ports that the gazetteer lacks.
    public init(
        configuration: SyntheticWorldConfiguration, gazetteer: GazetteerIndex
    ) throws(SyntheticWorldError) {
        try configuration.validate()
        self.configuration = configuration
        registry = SyntheticRegistry(residents: configuration.residents, seed: configuration.seed)
        let seed = configuration.seed
        let timetable = try Timetable(configuration: configuration, gazetteer: gazetteer)
        let households = registry.census.wholeHouseholds()
        let kept = min(households / 20, 500)
        let lastDay = configuration.anchorMinutes / 1440
        let persons = PersonMaker(
            seed: seed, households: registry.census.maker, days: lastDay - configuration.days...lastDay + 2)
        let planner = CourierPlanner(
            seed: seed, timetable: timetable, households: households - kept..<households)
        manifests = ManifestMaker(
            seed: seed,
            parties: PartyPlanner(seed: seed, timetable: timetable, households: households - kept),
            bookings: BookingMaker(seed: seed, timetable: timetable, persons: persons), networks: planner.networks())
    }

    /// Hands over every message in the order of sending; those with `sentAt` after the anchor are for the feeder.
    public func forEachMessage<Failure: Error>(
        _ body: (SentMessage) throws(Failure) -> Void
    ) throws(Failure) {
        var stream = MessageStream(seed: configuration.seed, manifests: manifests)
        try stream.run(onVoyage: { (_) throws(Failure) in }, onMessage: body)
    }

    /// The watchlist: some entries name people on the later voyages.
    public func watchlist() -> [WatchlistLine] {
        WatchlistMaker(seed: configuration.seed, manifests: manifests).listings().map(\.line)
    }

    /// What was found on couriers before the anchor.
    public func seizures() -> [SeizureLine] { CourierLedger(manifests: manifests).seizures() }
}
