// SPDX-License-Identifier: Apache-2.0

internal import Logging
internal import SQLiteStore
internal import Safeguards
internal import Screening

/// Keeps signed checkpoints off the machine: one at the start, one every so many minutes, one at the end.
struct CheckpointKeeper: Sendable {
    private let store: SQLiteStore
    private let signer: AuditSigner
    private let file: CheckpointFile
    private let minutes: Int
    private let meter: OperatingMeter
    private let logger: Logger

    /// Minutes after which one that could not be kept is tried again.
    private static let retryMinutes = 1

    init(_ folder: DataFolder, place: String, minutes: Int, meter: OperatingMeter, logger: Logger) {
        self.meter = meter
        store = folder.store
        signer = folder.vault.auditSigner
        file = CheckpointFile(folder: place, node: DataFolder.node)
        self.minutes = max(1, minutes)
        self.logger = logger
    }

    /// Writes checkpoints until cancelled.
    func run() async throws {
        while true {
            let isKept = await keep()
            try await Task.sleep(for: .seconds(60 * (isKept ? minutes : min(minutes, Self.retryMinutes))))
        }
    }

    /// Writes one checkpoint; what hinders it is logged, and the desk goes on.
    @discardableResult
    func keep() async -> Bool {
        do {
            let point = try signer.checkpoint(
                node: DataFolder.node, head: try await store.auditHead(), atMilliseconds: WallClock.nowMilliseconds)
            try file.append(point)
            meter.noteCheckpoint(WallClock.nowMilliseconds)
            logger.info("audit checkpoint kept", metadata: ["record": "\(point.head.sequence)"])
            return true
        } catch {
            logger.error(
                "audit checkpoint NOT kept off the machine; tried again in a minute", metadata: ["why": "\(error)"])
            return false
        }
    }
}
