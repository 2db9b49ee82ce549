// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Logging
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// Notices while the server runs that the machine's clock was set, and records it, so that the times of the audit log
/// explain themselves and nothing is forgotten by a clock that went ahead.
struct ClockFollower {
    private let folder: DataFolder
    private let file: ClockFile
    private let logger: Logger

    init(_ folder: DataFolder, logger: Logger) {
        self.folder = folder
        self.logger = logger
        file = ClockFile(in: folder.path)
    }

    /// Goes on from what the last server left. Where nothing was left, a log that is silent for longer than a run of the
    /// retention may be apart says that the clock may have gone ahead meanwhile.
    func begin() async {
        let reading = ClockReading.now
        do {
            if let anchor = file.anchor {
                let continued = anchor.continued(at: reading)
                if continued != anchor { try file.write(continued) }
                return
            }
            let ahead = try await RetentionRun(folder).silence(atMilliseconds: reading.wallMilliseconds)
            try file.write(ClockAnchor(reading, ahead: ahead ?? 0))
        } catch {
            // No room for it is no reason not to serve; it is tried again.
            logger.error("the clock's anchor could not be written", metadata: ["error": "\(error)"])
        }
    }

    /// Looks every few seconds for as long as the task lives.
    func run() async throws {
        while !Task.isCancelled {
            do { try await look() } catch  where !Task.isCancelled {
                logger.error("the clock could not be looked at; tried again", metadata: ["error": "\(error)"])
            }
            try await Task.sleep(for: .seconds(5))
        }
    }

    private func look() async throws {
        let reading = ClockReading.now
        // Read each time: a person may have confirmed the clock by a command.
        guard var anchor = file.anchor else { return try file.write(ClockAnchor(reading)) }
        let before = anchor
        guard let step = anchor.note(reading) else { return }
        let event = AuditEvent(
            atMilliseconds: reading.wallMilliseconds, actor: .system, action: .clockSet,
            detail: "step=\(Self.seconds(step)) total=\(Self.seconds(anchor.difference(at: reading)))")
        // First the file: a full disk must not fill the log's reserve with one record every few seconds.
        try file.write(anchor)
        do { try await folder.store.appendAudit([event]) } catch {
            try file.write(before)
            throw error
        }
        logger.error("the machine's clock was set", metadata: ["seconds": "\(Self.seconds(step))"])
    }

    /// `+259200s`, `-7200s`.
    private static func seconds(_ milliseconds: Int64) -> String {
        let seconds = Int64((Double(milliseconds) / 1_000).rounded())
        return (seconds < 0 ? "" : "+") + "\(seconds)s"
    }
}
