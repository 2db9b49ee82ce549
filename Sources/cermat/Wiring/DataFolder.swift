// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Gazetteer
internal import Identity
internal import Intake
internal import Mandate
internal import Messages
internal import SQLiteStore
internal import Safeguards
internal import Screening
internal import Travel

/// An opened data folder: keys, database, policy, and what is wired from them.
struct DataFolder {
    let path: String
    let vault: FileKeyVault
    let store: SQLiteStore
    /// The tables of codes in force: those shipped, with the folder's own rows over them.
    let liveTables: LiveGazetteer
    var gazetteer: GazetteerIndex { liveTables.current }

    /// The chain that this machine writes.
    static let node = "node-1"
    /// Subfolders and files of a data folder.
    static let keys = "keys", inbox = "inbox", policy = "policy.yaml", feedToken = "feed.token"
    /// Opens the metrics; where there is none, nobody reads them.
    static let metricsToken = "metrics.token"

    /// Opens a folder that `cermat init` made; the error says what to do.
    init(opening path: String) throws {
        let folder = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: folder + "/" + SQLiteStore.fileName) else {
            throw CommandFailure.exit("\(path) is no data folder; make one with: cermat init --data \(path)")
        }
        try SchemaUpgrade.prepare(folder, keys: folder + "/" + DataFolder.keys, node: DataFolder.node)
        try self.init(folder, mode: .existing)
    }

    init(_ folder: String, mode: SQLiteStoreMode) throws {
        path = folder
        vault = try FileKeyVault(at: folder + "/" + DataFolder.keys)
        store = try SQLiteStore.open(
            at: folder, vault: vault, node: DataFolder.node, mode: mode,
            configuration: SQLiteStoreConfiguration(qualityRules: try QualityRulesFile.read(folder)))
        let changes = try store.decisionsAtOpening([.tableChanged]).compactMap { record -> TableChange? in
            if case .tableChanged(let change) = record.decision { change } else { nil }
        }
        liveTables = LiveGazetteer(try ProductHome.find().gazetteer(), overlay: TableChange.overlay(changes))
    }

    /// The policy file of the folder.
    func readPolicy() throws -> Policy {
        let file = try InputFile(path + "/" + DataFolder.policy)
        return try Policy(yaml: file.bytes)
    }

    var assembler: VoyageAssembler { VoyageAssembler(tokeniser: vault, ports: GazetteerPorts(tables: liveTables)) }
    var resolver: ExactResolver { ExactResolver(tokeniser: vault) }
    var acts: OfficerActs { OfficerActs(store: store, tokeniser: vault) }

    /// A screener over the folder's store, or over one that stands for it; by the tables of codes as they are when it
    /// reads a batch, also where another process changed them.
    func screener(over other: (any ScreeningStore)? = nil) -> Screener {
        let tables = tables
        return Screener(
            store: other ?? store, tokeniser: vault, resolver: resolver, assembler: assembler, decode: decode,
            follow: { try await tables.refresh(atMilliseconds: WallClock.nowMilliseconds, isExact: true) },
            clock: { WallClock.nowMilliseconds })
    }

    /// The way in for messages.
    func pipeline() throws -> IntakePipeline {
        let profiles = profiles
        return try IntakePipeline(
            store: store, tokeniser: vault,
            profiles: { () async throws(StoreError) in try await profiles.reader() },
            hasRoom: { [path] in DiskRoom(at: path).map { $0.free > $0.reserve } ?? true },
            clock: { WallClock.nowMilliseconds })
    }

    /// Opens voyages for people to read.
    var reader: VoyageReader { VoyageReader(store: store, assembler: assembler, decode: decode) }

    /// The tables of codes, to change them while a server may run on the folder.
    var tables: TableDesk { TableDesk(store: store, live: liveTables) }

    /// The carrier profiles of the folder.
    var profiles: CarrierProfiles { CarrierProfiles(store: store, offset: offset) }

    /// A port's distance from UTC.
    private var offset: @Sendable (String) -> Int? {
        let ports = GazetteerPorts(tables: liveTables)
        return { ports.utcOffsetMinutes($0) }
    }

    /// Reads a stored message by the version of the profile that it came by.
    var decode: @Sendable (StoredMessage) -> ReceivedMessage {
        let offset = offset
        return { $0.decoded(offset: offset) }
    }
}

extension StoredMessage {
    /// The values of a stored message. What was stored as readable stays so; anything else comes back as quarantined.
    func decoded(offset: (String) -> Int?) -> ReceivedMessage {
        let tokens = cardTokens.mapValues { $0.description }
        let read: ReceivedMessage?
        if let profile {
            read = ProfiledReader.message(in: bytes, cardTokens: tokens, by: profile.profile, offset: offset)
        } else {
            read = MessageDecoder.messages(in: bytes, cardTokens: tokens).first
        }
        // Whether parts are missing only the voyage can tell.
        return read?.leavingPartsOpen() ?? ReceivedMessage(kind: .unknown)
    }
}

/// Options of every command that works on a data folder.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: "The data folder (made by cermat init).")
    var path: String

    /// Opens the folder.
    func open() throws -> DataFolder { try DataFolder(opening: path) }
}
