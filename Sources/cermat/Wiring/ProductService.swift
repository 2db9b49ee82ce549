// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Desk
internal import Faces
internal import Foundation
internal import Intake
internal import Logging
internal import Metering
internal import Quality
internal import SQLiteStore
internal import Safeguards
internal import Screening
internal import ServiceLifecycle
internal import UnixSignals

/// Everything that runs on a data folder: the desk, the watched folder, the screener. Ends on SIGTERM and SIGINT.
struct ProductService {
    let folder: DataFolder
    let host: String
    let port: Int
    let isDemo: Bool
    let isBehindTLS: Bool
    /// With which TLS is ended here; nil where it is not.
    let certificate: CertificateFiles?
    let keepTakenHours: Int
    let limits: DeskLimits
    /// What signs the audit log's head off the machine; nil where no place is named.
    let checkpoints: CheckpointKeeper?
    let meter: OperatingMeter
    let logger: Logger

    func run() async throws {
        var configuration = DeskConfiguration()
        configuration.host = host
        configuration.port = port
        configuration.isDemo = isDemo
        configuration.isBehindTLS = isBehindTLS
        do throws(CertificateProblem) {
            configuration.certificate = try certificate.map { files throws(CertificateProblem) in
                try CertificateKeeper(files)
            }
        } catch { throw CommandFailure.exit("\(error)", ExitCode(64)) }
        let scheme = certificate == nil ? "http" : "https"
        configuration.limits = limits
        configuration.limits.connections = OpenFiles.admit(connections: limits.connections)
        if configuration.limits.connections < limits.connections {
            logger.notice(
                "fewer connections than configured: raise the limit of open files",
                metadata: ["connections": "\(configuration.limits.connections)"])
        }
        configuration.feeds = try feeds()
        configuration.metricsToken = try token(DataFolder.metricsToken)
        configuration.readers = try ReaderTokens.digests(in: folder.path)
        configuration.cameras = try StationWiring.digests(in: folder.path)
        // Without the engine no template is compared, and ended entries are forgotten all the same.
        let models = SharedFaceModels(folder: FaceEngineOption.place())
        let engine = try? FaceModels.identity(ofFolder: models.folder)
        let faces = GalleryFollower(folder: folder, gallery: try folder.gallery(engine: engine ?? "none"))
        let visitors = try await visitorDesk(engine: engine, models: models)
        let gallery: any InterestGallery = visitors.map { VisitedGallery(faces.gallery, visitors: $0) } ?? faces.gallery
        let stations = try StationWiring.desk(folder, gallery: gallery, models: models, logger: logger)
        let pipeline = try folder.pipeline()
        let persons = PersonDesk(
            store: folder.store, voyages: folder.reader, now: { WallClock.nowMilliseconds })
        let registry = try RegistryWiring(folder, earlier: persons, logger: logger)
        let metrics = MetricReader(folder, meter: meter, registry: registry.desk, certificate: certificate)
        let replays = ProductService.replays(folder, logger)
        let desk: DeskServer
        do {
            desk = try DeskServer(
                configuration: configuration,
                services: try ProductService.services(
                    folder, store: folder.store, registry: registry.desk, persons: persons, stations: stations,
                    holders: try engine.map { try folder.holderDesk(engine: $0, models: models) },
                    gallery: try folder.galleryDesk(engine: engine, models: models), visitors: visitors,
                    replays: replays,
                    meter: meter,
                    certificate: certificate, metrics: { await metrics.families() }),
                logger: logger
            ) { [host, port] in
                CommandFailure.say("listening on \(scheme)://\(host):\(port)")
            }
        } catch {
            throw CommandFailure.exit("\(error)", ExitCode(64))
        }
        let watcher = try FolderWatcher(folder: folder.path + "/" + DataFolder.inbox, pipeline: pipeline) {
            [logger, meter] event in
            meter.note(event)
            FolderLog.write(event, logger)
        }
        let loop = ScreeningLoop(folder, meter: meter)
        let sweeper = TakenSweeper(
            folder: folder.path + "/" + DataFolder.inbox + "/" + FolderWatcher.takenFolder, keepHours: keepTakenHours)
        _ = try RetentionRun.schedule(of: folder.path)
        let retention = RetentionLoop(folder: folder, logger: logger)
        let machineClock = ClockFollower(folder, logger: logger)
        await machineClock.begin()
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: Endless { await watcher.run() }, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await loop.run() }, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await FreeMemory.giveBack() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await sweeper.run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await machineClock.run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await retention.run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await registry.run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless {
                            try await persons.load()
                            try await persons.run()
                        }, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await TableFollower(folder).run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await faces.run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await VisitorSweep(visitors: visitors, stations: stations).run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { try await replays.run() },
                        successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(
                        service: Endless { [checkpoints] in
                            try await checkpoints?.run()
                            while true { try await Task.sleep(for: .seconds(3_600)) }
                        }, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: desk, successTerminationBehavior: .gracefullyShutdownGroup),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do { try await group.run() } catch {
            await checkpoints?.keep()
            throw error
        }
        // The last one speaks of all that the desk recorded while it stopped.
        await checkpoints?.keep()
        try folder.store.close()
    }

    /// Visitors' own faces: only where a demonstration runs on a folder that was made for one, and with an engine.
    private func visitorDesk(engine: String?, models: SharedFaceModels) async throws -> VisitorDesk? {
        guard isDemo, let engine, try await AccountSetup(folder: folder).hasDemoAccounts() else { return nil }
        return VisitorDesk(
            describer: EngineDescriber(engine: engine) { () throws(FaceEngineError) in try models.models() },
            audit: folder.store, threshold: PhotographThresholds.of(engine)?.same)
    }

    /// What the desk calls, wired from a folder; `store` stands for the folder's own.
    static func services(
        _ folder: DataFolder, store: any CaseworkStore, registry: RegistryDesk = .none,
        persons: PersonDesk? = nil, stations: StationDesk? = nil,
        holders: HolderDesk? = nil, gallery: GalleryDesk? = nil, visitors: VisitorDesk? = nil,
        replays: ReplayDesk? = nil,
        meter: OperatingMeter? = nil,
        certificate: CertificateFiles? = nil,
        metrics: @escaping @Sendable () async -> [MetricFamily] = { [] }
    ) throws -> DeskServices {
        let verdict = VerdictKeeper(store: folder.store, signer: folder.vault.auditSigner)
        return DeskServices(
            store: store, tokeniser: folder.vault, policy: try folder.readPolicy(), passwords: try PasswordDesk(),
            voyages: folder.reader, assembler: folder.assembler, decode: folder.decode, acts: folder.acts,
            search: TravellerSearch(store: store, tokeniser: folder.vault),
            journeys: EarlierJourneys(store: store, resolver: folder.resolver), gazetteer: folder.liveTables,
            quality: QualityDesk(store: folder.store, rules: folder.store.qualityRules),
            registry: registry, persons: persons, stations: stations, holders: holders,
            gallery: gallery, visitors: visitors,
            entrance: PipelineEntrance(pipeline: try folder.pipeline(), meter: meter),
            replays: replays,
            auditVerdict: { await verdict.verdict() },
            installation: {
                var check = HealthCheck(folder: folder, now: WallClock.nowMilliseconds)
                check.certificate = certificate
                check.auditVerdict = { await verdict.verdict() }
                check.unreadableReviews = {
                    try? await stations?.unreadableRecords(atMilliseconds: WallClock.nowMilliseconds)
                }
                return try? await check.state()
            },
            metrics: metrics, now: { WallClock.nowMilliseconds })
    }

    /// Reads the quarantine again; what a killed server left goes on.
    private static func replays(_ folder: DataFolder, _ logger: Logger) -> ReplayDesk {
        let profiles = folder.profiles
        return ReplayDesk(
            store: folder.store, tokeniser: folder.vault,
            reader: { () async throws(StoreError) in try await profiles.reader() },
            journal: ReplayJournalFile(in: folder.path), note: { ReplayLog.write($0, logger) },
            now: { WallClock.nowMilliseconds })
    }

    private func feeds() throws -> [String: [UInt8]] {
        try token(DataFolder.feedToken).map { ["feed": $0] } ?? [:]
    }

    /// The digest of a token of the folder; nil where there is none.
    private func token(_ name: String) throws -> [UInt8]? {
        let file = folder.path + "/" + name
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        let token = String(decoding: try InputFile(file).bytes, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        if token.isEmpty { return nil }
        guard token.utf8.count >= 16 else {
            throw CommandFailure.exit("\(file): a token has 16 characters at least: openssl rand -hex 32", ExitCode(64))
        }
        return BearerDigest(of: token).bytes
    }
}

/// A loop that lives as long as the program and is cancelled at shutdown.
private struct Endless: Service {
    let body: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do { try await body() } catch {
                // A wait for the store that is cancelled ends as the store's failure, not as a CancellationError.
                guard Task.isCancelled else { throw error }
            }
        }
    }
}

/// The intake pipeline as the desk asks for it.
private struct PipelineEntrance: MessageEntrance {
    let pipeline: IntakePipeline
    let meter: OperatingMeter?

    func submit(_ bytes: [UInt8], origin: String) async throws -> [InboxReceipt] {
        do {
            return try await pipeline.take(bytes, origin: origin).map { InboxReceipt(id: $0.id, outcome: $0.outcome) }
        } catch {
            meter?.note(error)
            switch error {
            case .full(let seconds): throw EntranceRefusal.full(retryAfterSeconds: seconds)
            case .tooLarge(let limit): throw EntranceRefusal.tooLarge(limitBytes: limit)
            case .tooManyMessages(let limit): throw EntranceRefusal.tooManyMessages(limit: limit)
            default: throw error
            }
        }
    }
}

/// Verifies the audit chain when an auditor asks, at most once a minute.
private actor VerdictKeeper {
    private let store: SQLiteStore
    private let signer: AuditSigner
    private var held: (at: Int64, verdict: AuditVerdict)?

    init(store: SQLiteStore, signer: AuditSigner) {
        self.store = store
        self.signer = signer
    }

    func verdict() async -> AuditVerdict? {
        let now = WallClock.nowMilliseconds
        // A clock set back must not keep it for as long.
        if let held, (0..<60_000).contains(now - held.at) { return held.verdict }
        guard let verdict = try? await store.verifyAudit(publicKey: signer.publicKey) else { return nil }
        held = (now, verdict)
        return verdict
    }
}

/// What went wrong while the quarantine was read again, as log lines without personal data.
private enum ReplayLog {
    static func write(_ trouble: ReplayTrouble, _ logger: Logger) {
        switch trouble {
        case .passedOver(let message, let reason):
            logger.error(
                "a damaged message stays in quarantine", metadata: ["message": "\(message)", "reason": "\(reason)"])
        case .waits(let reason):
            logger.error("the quarantine cannot be read again; tried again", metadata: ["reason": "\(reason)"])
        }
    }
}

/// What the watched folder did, as log lines without personal data.
private enum FolderLog {
    static func write(_ event: FolderEvent, _ logger: Logger) {
        switch event {
        case .taken(_, let receipts): logger.info("file taken", metadata: ["messages": "\(receipts.count)"])
        case .refused(_, let error):
            logger.error("file refused, see inbox/refused", metadata: ["code": "\(error.code)"])
        case .waiting(let seconds): logger.error("no room; the folder waits", metadata: ["seconds": "\(seconds)"])
        case .failed(_, let error): logger.error("file not taken", metadata: ["code": "\(error.code)"])
        case .folderFailed(let error): logger.error("folder cannot be read", metadata: ["code": "\(error.code)"])
        }
    }
}
