// SPDX-License-Identifier: Apache-2.0

internal import Intake
internal import Metering
internal import Screening
internal import Synchronization
internal import Travel

/// Counts what the server took, refused and screened since its start.
///
/// A class because folder, interface, screener and keeper of checkpoints share it.
final class OperatingMeter: Sendable {
    private struct State {
        var screened: [MessageKind: Int] = [:]
        var bytes: [MessageKind: Int] = [:]
        var refusals: [String: Int] = [:]
        var waits = MetricHistogram(bounds: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600])
        var checkpointAt: Int64?
    }

    private let state = Mutex(State())

    /// Messages were screened; what is screened again is no arrival.
    func note(_ progress: ScreeningProgress) {
        guard !progress.arrivals.isEmpty else { return }
        state.withLock { state in
            for arrival in progress.arrivals {
                state.screened[arrival.kind, default: 0] += 1
                state.bytes[arrival.kind, default: 0] += arrival.sizeBytes
                state.waits.observe(Double(arrival.waitMilliseconds) / 1000)
            }
        }
    }

    /// An input was not taken.
    func note(_ error: IntakeError) { state.withLock { $0.refusals[error.code, default: 0] += 1 } }

    /// The folder took or refused something.
    func note(_ event: FolderEvent) {
        switch event {
        case .taken: break
        case .refused(_, let error), .failed(_, let error), .folderFailed(let error): note(error)
        case .waiting(let seconds): note(.full(retryAfterSeconds: seconds))
        }
    }

    /// A checkpoint of the audit log lies off the machine.
    func noteCheckpoint(_ now: Int64) { state.withLock { $0.checkpointAt = now } }

    /// - Parameter now: milliseconds since 1970 UTC.
    func families(_ now: Int64) -> [MetricFamily] {
        let held = state.withLock { $0 }
        var screened = MetricFamily(
            "cermat_messages_screened_total", .counter, "Messages screened for the first time, by kind.")
        var bytes = MetricFamily("cermat_message_bytes_total", .counter, "Bytes of the messages screened, by kind.")
        for kind in MessageKind.allCases {
            screened.add([.init("kind", kind.rawValue)], Double(held.screened[kind] ?? 0))
            bytes.add([.init("kind", kind.rawValue)], Double(held.bytes[kind] ?? 0))
        }
        var waits = MetricFamily(
            "cermat_message_visible_seconds", .histogram, "Time from a message's arrival to its hits on the boards.")
        waits.add([], held.waits)
        var refusals = MetricFamily(
            "cermat_intake_refusals_total", .counter, "Inputs not taken, or put off, by code.")
        for code in Set(held.refusals.keys).union(["full"]) {
            refusals.add([.init("code", code)], Double(held.refusals[code] ?? 0))
        }
        var families = [screened, bytes, waits, refusals]
        if let at = held.checkpointAt {
            families.append(
                MetricFamily(
                    "cermat_audit_checkpoint_age_seconds", .gauge,
                    "Since the last checkpoint of the audit log was kept off the machine.", max(0, now - at) / 1000))
        }
        return families
    }
}
