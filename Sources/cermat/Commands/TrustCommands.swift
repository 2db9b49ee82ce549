// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Crypto
internal import Foundation
internal import Mandate
internal import SQLiteStore
internal import Safeguards
internal import Screening

/// `cermat state --digest`: one line over everything derived.
struct State: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a digest of everything that is derived from messages and decisions, or one for each record.",
        discussion: "Digests only: what the records say is read at the desk, under a purpose.")

    @OptionGroup var data: DataOption

    @Flag(help: "Print one SHA-256 over the canonical export instead of one for each record.")
    var digest = false

    func run() async throws {
        let folder = try data.open()
        let pending = try await folder.store.inboxCounts().pending
        if pending > 0 { CommandFailure.say("\(pending) messages are still pending: the state is not final") }
        var output = LineOutput()
        if digest {
            output.add(try await StateDigest.of(folder.store))
        } else {
            try await folder.store.exportDerived { line in
                let kind = line.prefix { $0 != " " }
                output.add(kind + " " + StateDigest.text(SHA256.hash(data: Data(line.utf8))))
            }
        }
        output.flush()
    }
}

/// `cermat rebuild --into NEW`: derives everything again from the two primary records.
struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Derive everything again into a new data folder from the inbox and the decision log.",
        discussion: "The new folder gets copies of keys and policy. Compare with: cermat state --digest")

    @OptionGroup var data: DataOption

    @Option(help: "The folder to make.")
    var into: String

    @Option(help: "Shuffle the messages with this seed; the state must not depend on their order.")
    var shuffle: UInt64?

    func run() async throws {
        let folder = try data.open()
        let copy = try DataFolderSetup.makeCopy(of: folder, at: into)
        let event = AuditEvent(atMilliseconds: WallClock.nowMilliseconds, actor: .system, action: .rebuild)
        let taken = try await folder.store.copyPrimary(into: copy.store, shuffledBy: shuffle, audit: [event])
        try await ScreeningLoop(copy).drain(progress: true)
        let counts = try await copy.store.inboxCounts()
        print("\(counts.stored) messages and \(counts.quarantined) quarantined rebuilt into \(into)")
        if taken.depersonalised + taken.forgotten > 0 {
            print(
                "\(taken.depersonalised) voyages without names taken over; \(taken.forgotten) messages and decisions are forgotten"
            )
        }
    }
}
