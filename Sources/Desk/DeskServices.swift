// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Gazetteer
public import Mandate
public import Metering
public import Quality
public import Safeguards
public import Screening
public import Travel

/// What the desk calls; the program wires it.
public struct DeskServices: Sendable {
    public let store: any CaseworkStore
    public let tokeniser: any Tokeniser
    public let policy: Policy
    public let passwords: PasswordDesk
    public let voyages: VoyageReader
    /// Reads a stored message's values, as the screener does.
    public let decode: @Sendable (StoredMessage) -> ReceivedMessage
    public let acts: OfficerActs
    public let search: TravellerSearch
    public let journeys: EarlierJourneys
    /// The tables of codes in force, with an office's own rows.
    public let tables: TableDesk
    /// Ports, carriers, countries and regions as they are now.
    public var gazetteer: GazetteerIndex { tables.live.current }
    /// What handing in a passenger list would change.
    public let lists: ListPlanner
    public let quality: QualityDesk
    public let registry: RegistryDesk
    /// Counts look-ups by hand and knows their alarms.
    public let lookUps: LookUpWatch
    /// Follows the audit log and knows the alarms about officers' reading.
    public let reads: ReadWatch
    /// Persons across journeys; nil where nobody gathers them.
    public let persons: PersonDesk?
    /// Stations that look for faces; nil where none are configured.
    public let stations: StationDesk?
    /// Comparing the one at a counter with a photograph; nil without the face engine.
    public let holders: HolderDesk?
    /// Visitors' own faces, in memory; nil but in a demonstration.
    public let visitors: VisitorDesk?
    /// The gallery of persons of interest; nil where there is none.
    public let gallery: GalleryDesk?
    public let entrance: any MessageEntrance
    /// Carriers' feeds and their tokens.
    public let feeds: FeedDesk
    /// Reads the quarantine again, beside the requests.
    public let replays: ReplayDesk
    /// The verdict of the last check of the audit chain.
    public let auditVerdict: @Sendable () async -> AuditVerdict?
    /// How the installation is; nil where nobody looks.
    public let installation: @Sendable () async -> InstallationState?
    /// Figures for machines, without those of the desk itself.
    public let metrics: @Sendable () async -> [MetricFamily]
    /// Milliseconds since 1970 UTC.
    public let now: @Sendable () -> Int64

    /// The carrier profiles, over the same store.
    var profiles: CarrierProfiles {
        let live = tables.live
        return CarrierProfiles(store: store) { live.current.port($0)?.utcOffsetMinutes }
    }

    public init(
        store: any CaseworkStore, tokeniser: any Tokeniser, policy: Policy, passwords: PasswordDesk,
        voyages: VoyageReader, assembler: VoyageAssembler,
        decode: @escaping @Sendable (StoredMessage) -> ReceivedMessage, acts: OfficerActs, search: TravellerSearch,
        journeys: EarlierJourneys, gazetteer: LiveGazetteer, quality: QualityDesk, registry: RegistryDesk = .none,
        persons: PersonDesk? = nil, stations: StationDesk? = nil, holders: HolderDesk? = nil,
        gallery: GalleryDesk? = nil, visitors: VisitorDesk? = nil,
        entrance: any MessageEntrance, replays: ReplayDesk? = nil,
        auditVerdict: @escaping @Sendable () async -> AuditVerdict? = { nil },
        installation: @escaping @Sendable () async -> InstallationState? = { nil },
        metrics: @escaping @Sendable () async -> [MetricFamily] = { [] },
        now: @escaping @Sendable () -> Int64
    ) {
        self.metrics = metrics
        self.store = store
        self.tokeniser = tokeniser
        self.policy = policy
        self.passwords = passwords
        self.voyages = voyages
        self.decode = decode
        self.acts = acts
        self.search = search
        self.journeys = journeys
        tables = TableDesk(store: store, live: gazetteer)
        lists = ListPlanner(store: store, assembler: assembler, decode: decode)
        self.quality = quality
        self.registry = registry
        lookUps = LookUpWatch(store: store, limits: registry.terms.lookUps)
        reads = ReadWatch(store: store, limits: policy.reads) { post in
            post.flatMap { gazetteer.current.port($0.description)?.utcOffsetMinutes } ?? 420
        }
        self.persons = persons
        self.stations = stations
        self.holders = holders
        self.gallery = gallery
        self.visitors = visitors
        self.entrance = entrance
        feeds = FeedDesk(store: store)
        self.replays =
            replays
            ?? ReplayDesk(
                store: store, tokeniser: tokeniser,
                reader: { () async throws(StoreError) in
                    try await CarrierProfiles(store: store) { gazetteer.current.port($0)?.utcOffsetMinutes }.reader()
                }, now: now)
        self.auditVerdict = auditVerdict
        self.installation = installation
        self.now = now
    }
}
