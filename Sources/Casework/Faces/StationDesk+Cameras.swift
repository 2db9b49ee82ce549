// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import Screening

extension StationDesk {
    /// Notes a frame of a camera; that the camera runs is on disk before its first frame is looked at.
    func noteFrame(
        of source: CameraRun.Source, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(StationRefusal) {
        if runs[source] == nil {
            try await writeCamera(source, mandate, "camera begins", now)
            cameraRefusals[source] = nil
        }
        var run = runs[source] ?? CameraRun(mandate: mandate, atMilliseconds: now)
        run.lastMilliseconds = now
        run.frames += 1
        runs[source] = run
    }

    /// Notes that a camera sends outside of the station's hours.
    func noteClosed(
        _ source: CameraRun.Source, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(StationRefusal) {
        try await end(source, atMilliseconds: now)
        if let last = cameraRefusals[source], now - last < CameraRun.refusalMilliseconds { return }
        cameraRefusals[source] = now
        do { try await writeCamera(source, mandate, "camera outside of its hours", now, outcome: .refused) } catch {
            cameraRefusals[source] = nil
            throw error
        }
    }

    /// Notes the end of cameras that send nothing more. What could not be written is tried again at the next look.
    func endQuietCameras(atMilliseconds now: Int64) async {
        for source in runs.filter({ $0.value.isQuiet(atMilliseconds: now) }).map(\.key) {
            try? await end(source, atMilliseconds: now)
        }
        cameraRefusals = cameraRefusals.filter { now - $0.value < CameraRun.refusalMilliseconds }
    }

    /// Notes the end of every camera, as when the server stops.
    public func endCameras(atMilliseconds now: Int64) async {
        for source in runs.keys { try? await end(source, atMilliseconds: now) }
    }

    private func end(_ source: CameraRun.Source, atMilliseconds now: Int64) async throws(StationRefusal) {
        guard let run = runs.removeValue(forKey: source) else { return }
        do { try await writeCamera(source, run.mandate, "camera ends frames=\(run.frames)", now) } catch {
            runs[source] = runs[source] ?? run
            throw error
        }
    }

    private func writeCamera(
        _ source: CameraRun.Source, _ mandate: Mandated?, _ text: String, _ now: Int64, outcome: AuditOutcome = .done
    ) async throws(StationRefusal) {
        let event = AuditEvent(
            .runStation, by: mandate, atMilliseconds: now, outcome: outcome, subjects: ["station:\(source.station)"],
            detail: "\(source.station) " + (source.officer == nil ? "fixed " : "") + text)
        do { try await store.appendAudit([event]) } catch { throw .store(error) }
    }
}
