// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import CivilRegistryClient
internal import Foundation
internal import Identity
internal import Logging

/// The civil registry of a data folder as `registry.yaml` says.
struct RegistryWiring {
    static let file = "registry.yaml"

    let desk: RegistryDesk
    private let connection: RegistryConnection?
    private let store: any CaseworkStore
    private let logger: Logger

    /// Reads the terms; the error says what to mend.
    static func terms(_ folder: DataFolder) throws -> RegistryTerms { try terms(in: folder.path) }

    /// The same of a folder that is not open.
    static func terms(in folder: String) throws -> RegistryTerms {
        let path = folder + "/" + file
        guard FileManager.default.fileExists(atPath: path) else { return RegistryTerms() }
        let read = RegistryTermsFile(try InputFile(path).bytes)
        guard let terms = read.terms else {
            throw CommandFailure.exit(path + ": " + read.problems.joined(separator: "; "), ExitCode(64))
        }
        return terms
    }

    /// - Parameter earlier: knows the numbers of earlier journeys.
    init(_ folder: DataFolder, earlier: (any EarlierNumbers)? = nil, logger: Logger) throws {
        self.logger = logger
        let terms = try RegistryWiring.terms(folder)
        let links = ConfirmedLinks(tokeniser: folder.vault)
        store = folder.store
        func path(_ name: String) -> String { name.hasPrefix("/") ? name : folder.path + "/" + name }
        switch terms.access {
        case .none:
            desk = .none
            connection = nil
        case .extract:
            desk = RegistryDesk(
                terms: terms, extract: try ExtractDesk(path: path(terms.index), links: links), links: links)
            connection = nil
        case .verification:
            let secret = try InputFile(path(terms.service.passwordFile)).bytes
            let password = String(decoding: secret, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            let asker = RegistryConnection(terms: terms.service, password: password)
            connection = asker
            desk = RegistryDesk(
                terms: terms,
                verification: VerificationDesk(
                    terms: terms, store: folder.store, voyages: folder.reader, tokeniser: folder.vault, asker: asker,
                    links: links, earlier: earlier, now: { WallClock.nowMilliseconds }), links: links)
        }
    }

    /// Asks the service, or watches the index file, for as long as the task lives.
    func run() async throws {
        try await desk.links?.load(from: store)
        if let verification = desk.verification {
            try await verification.load()
            do { try await verification.run() } catch {
                try? await connection?.close()
                throw error
            }
        }
        if let extract = desk.extract { warn(extract) }
        while true {
            if let extract = desk.extract {
                do {
                    if try extract.refresh() {
                        logger.notice("registry index changed", metadata: ["version": "\(extract.index.version)"])
                        warn(extract)
                    }
                } catch {
                    // The one in use stays; a file that is being written is looked at again.
                    logger.error("registry index not taken", metadata: ["why": "\(error)"])
                }
            }
            try await Task.sleep(for: .seconds(5))
        }
    }

    /// The index is used without what lies beside it and cannot be read.
    private func warn(_ extract: ExtractDesk) {
        for why in extract.refusals {
            logger.error("file beside the registry index not taken", metadata: ["why": "\(why)"])
        }
    }
}
