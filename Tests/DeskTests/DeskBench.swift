// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Crypto
import Foundation
import Gazetteer
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Logging
import Mandate
import NIOCore
import Quality
import Safeguards
import Screening
import Synchronization
import TestSupport
import Testing
import Travel
import Watchlists

@testable import Desk

/// The bench's clock, which stands until a test sets it.
final class BenchClock: Sendable {
    private let moment = Mutex(DeskBench.nowMilliseconds)

    var now: Int64 { moment.withLock { $0 } }

    func advance(minutes: Int64) { moment.withLock { $0 += minutes * 60_000 } }
}

/// A desk over a store in memory, with one flight of three travellers, one of whom has a hit.
struct DeskBench: Sendable {
    static let nowMilliseconds: Int64 = 1_795_000_000_000
    static let password = "kuda-laut-biru-7"
    /// Values of the traveller who is no hit; they must never reach an officer.
    static let canaries = ["K9CANARY7731", "628139990077", "CANARY@EXAMPLE.ORG", "CANARYSTREET"]

    /// What a registry for the bench may be made of.
    struct Parts: Sendable {
        let store: any CaseworkStore
        let voyages: VoyageReader
        let vault: EphemeralKeyVault
    }

    let memory: MemoryStore
    /// The gallery behind the bench's station, empty at first.
    let gallery = MemoryInterestGallery()
    let clock = BenchClock()
    let audit: AuditSwitch
    let vault = EphemeralKeyVault()
    let server: DeskServer
    let voyage: RecordID<Voyage>
    let hit: RecordID<Hit>
    let hitTraveller: RecordID<Traveller>
    let quietTraveller: RecordID<Traveller>
    let message: RecordID<ReceivedMessage>
    let quarantined: RecordID<ReceivedMessage>
    let entry: RecordID<WatchlistEntry>
    let officers: [Role: Officer]

    init(
        isDemo: Bool = false, frames: any FrameReader = DrawnFrameReader(),
        describer: (any FaceDescriber)? = DrawnDescriber(),
        registry: @Sendable (DeskBench.Parts) throws -> RegistryDesk = { _ in .none },
        configure: (inout DeskConfiguration) -> Void = { _ in }
    ) async throws {
        memory = MemoryStore(vault: vault)
        let store = AuditSwitch(memory)
        audit = store
        let vault = vault
        let gazetteer = try GazetteerIndex(
            ports: Array(
                "CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\nCGK,Soekarno-Hatta,IDN,Asia/Jakarta,420,air\nDPS,Ngurah Rai,IDN,Asia/Makassar,480,air\nSIN,Changi,SGP,Asia/Singapore,480,air\n"
                    .utf8),
            carriers: Array("CODE,NAME,COUNTRY,MODE\nGA,Garuda Indonesia,IDN,air\n".utf8),
            regions: Array("CODE,NAME\n32,Jawa Barat\n".utf8))
        let source = InventedMessage(nowMilliseconds: DeskBench.nowMilliseconds)
        let decode: @Sendable (StoredMessage) -> ReceivedMessage = { _ in source.received }
        let assembler = VoyageAssembler(tokeniser: vault, ports: BenchPorts())
        let resolver = ExactResolver(tokeniser: vault)
        let acts = OfficerActs(store: store, tokeniser: vault)
        let now = DeskBench.nowMilliseconds
        let token = vault.token(.message, "one")
        message = RecordID(high: token.high, low: token.low)
        let other = vault.token(.message, "two")
        quarantined = RecordID(high: other.high, low: other.low)
        _ = try await memory.append(
            [
                InboxEntry(
                    id: message, receivedAtMilliseconds: now - 60_000, origin: "test.edi", state: .pending,
                    bytes: source.bytes),
                InboxEntry(
                    id: quarantined, receivedAtMilliseconds: now - 50_000, origin: "bad.edi", state: .quarantined,
                    bytes: Array("NOT A MESSAGE".utf8), quarantineReason: "no message"),
            ], audit: [])
        let entries = try await acts.importEntries(
            csv: Array(
                ("LIST_ID,KIND,SURNAME,GIVEN,DOB,OWNER,BASIS,CATEGORY,REVIEW_DATE,EXPIRY,REASON\n"
                    + "1,person,HASAN,BUDI,1985-04-12,P2,ND-1/2026,narcotics,2027-01-01,2027-06-01,periksa\n").utf8),
            list: "TEST", by: nil, atMilliseconds: now - 40_000)
        #expect(entries.written == 1)
        let screener = Screener(
            store: store, tokeniser: vault, resolver: resolver, assembler: assembler, decode: decode, clock: { now })
        _ = try await screener.screenPending()
        let row = try #require(try await memory.hits(HitQuery()).first)
        hit = row.hit.id
        hitTraveller = row.hit.traveller
        voyage = row.facts.id
        entry = row.hit.entry
        let read = try await VoyageReader(store: store, assembler: assembler, decode: decode).voyage(row.facts.id)
        quietTraveller = try #require(read?.travellers.first { $0.surname.current == "CANARIO" }?.id)
        let desk = try PasswordDesk(cost: Argon2Cost(memoryKiB: 64, passes: 1, lanes: 1))
        officers = try await DeskBench.accounts(acts, desk)
        var configuration = DeskConfiguration()
        configuration.isDemo = isDemo
        configuration.requestLimit = RateLimit(burst: 100_000, refillMilliseconds: 1)
        configuration.feeds = ["ga": Array(SHA256.hash(data: Array("feed-secret".utf8)))]
        if let reader = ReaderName("CGK") {
            configuration.readers = [reader: Array(SHA256.hash(data: Array("reader-secret".utf8)))]
        }
        if let camera = StationName("CGK-gate1") {
            configuration.cameras = [camera: Array(SHA256.hash(data: Array("camera-secret-123".utf8)))]
        }
        configure(&configuration)
        // As the program does it: visitors are for a demonstration alone.
        let visitors =
            isDemo ? describer.map { VisitorDesk(describer: $0, audit: store, threshold: 0.43) } : nil
        let services = DeskServices(
            store: store, tokeniser: vault, policy: try Policy(yaml: DeskBench.policy()), passwords: desk,
            voyages: VoyageReader(store: store, assembler: assembler, decode: decode), assembler: assembler,
            decode: decode, acts: acts,
            search: TravellerSearch(store: store, tokeniser: vault),
            journeys: EarlierJourneys(store: store, resolver: resolver),
            gazetteer: LiveGazetteer(gazetteer),
            quality: QualityDesk(store: memory, rules: QualityRules()),
            registry: try registry(
                Parts(
                    store: store, voyages: VoyageReader(store: store, assembler: assembler, decode: decode),
                    vault: vault)),
            stations: try DeskBench.stations(store, gallery, reader: frames, visitors: visitors),
            gallery: GalleryDesk(
                faces: memory, store: store, tokeniser: vault, register: DestructionRegisterFile(path: "/dev/null"),
                describer: describer, limit: 3), visitors: visitors,
            entrance: StillEntrance(),
            installation: {
                InstallationState(
                    findings: [
                        HealthFinding(.disk, .good, "73.2 GB, 24 %"), HealthFinding(.carriers, .notice, "ZZ 30 h"),
                    ],
                    retention: RetentionOutlook(
                        schedule: RetentionSchedule(), lastRun: nil, dueNow: 3, dueInAWeek: 4_711,
                        reports: [
                            RetentionShelf.Kept(
                                atMilliseconds: DeskBench.nowMilliseconds - 9, mode: .rehearsal, report: nil)
                        ]))
            }, now: { [clock] in clock.now })
        server = try DeskServer(configuration: configuration, services: services, logger: Logger(label: "test"))
    }

    /// The application to send requests to, in the process.
    var application: Application<RouterResponder<DeskContext>> {
        Application(responder: server.buildRouter().buildResponder())
    }

    private static func accounts(_ acts: OfficerActs, _ desk: PasswordDesk) async throws -> [Role: Officer] {
        var officers: [Role: Officer] = [:]
        for (index, role) in Role.allCases.enumerated() {
            let posts = role == .officer || role == .supervisor ? [PostCode("CGK")].compactMap(\.self) : []
            let officer = Officer(
                id: RecordID(high: 9, low: UInt64(index)), login: role.rawValue, displayName: "Nama \(role.rawValue)",
                role: role,
                posts: posts)
            let hash = try desk.hash(password, login: officer.login)
            try await acts.writeAccount(
                Account(officer: officer, passwordHash: hash.stored), by: nil, atMilliseconds: nowMilliseconds - 1)
            officers[role] = officer
        }
        return officers
    }

    /// One station at CGK, and in a demonstration one for visitors, with a review time of thirty seconds.
    private static func stations(
        _ store: any CaseworkStore, _ gallery: MemoryInterestGallery, reader: any FrameReader, visitors: VisitorDesk?
    ) throws -> StationDesk {
        let name = try #require(StationName("CGK-gate1"))
        let station = FaceStation(
            name: name, place: "Gerbang kedatangan 1", purpose: .arrivalControl, hours: .always,
            kind: MemoryInterestGallery.kind, instruction: "Antar ke meja pemeriksaan.")
        guard let visitors else {
            return StationDesk(
                plan: StationPlan(stations: [station]), reader: reader, gallery: gallery, store: store
            ) { _ in 420 }
        }
        let own = FaceStation(
            name: try #require(StationName("CGK-tamu")), place: "Meja pengunjung", purpose: .arrivalControl,
            hours: .always, kind: .visitor, instruction: "Sapa pengunjungnya.")
        return StationDesk(
            plan: StationPlan(stations: [station, own]), reader: reader,
            gallery: VisitedGallery(gallery, visitors: visitors), store: store
        ) { _ in 420 }
    }

    /// Writes an account as another process would; the officer.
    @discardableResult
    func writeAccount(
        login: String, role: Role, number: UInt64, isActive: Bool = true, password: String = DeskBench.password
    ) async throws -> Account {
        var officer = Officer(
            id: RecordID(high: 10, low: number), login: login, displayName: "Nama \(login)", role: role,
            posts: [PostCode("CGK")].compactMap(\.self))
        officer.isActive = isActive
        let hash = try PasswordDesk(cost: Argon2Cost(memoryKiB: 64, passes: 1, lanes: 1)).hash(password, login: login)
        let account = Account(officer: officer, passwordHash: hash.stored)
        try await OfficerActs(store: memory, tokeniser: vault).writeAccount(
            account, by: nil, atMilliseconds: DeskBench.nowMilliseconds)
        return account
    }

    private static func policy() throws -> [UInt8] {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appendingPathComponent("../../Policy/policy.yaml").standardizedFileURL))
    }
}
