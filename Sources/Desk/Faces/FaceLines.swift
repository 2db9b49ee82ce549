// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards

/// The live lines of stations and reviewers. A line says that something is there, never what: what is shown comes by a
/// request of its own, with its record. Whoever has a reviewer's line open is on duty.
actor FaceLines {
    /// What a page is told of.
    enum Kind: Hashable, Sendable {
        case reviewer
        case station(StationName)
    }

    private struct Line {
        let token: SessionToken
        let officer: RecordID<Officer>
        let kind: Kind
        let stream: AsyncStream<String>.Continuation
    }

    private let sessions: SessionDesk
    private let services: DeskServices
    private let limit: Int
    private var lines: [Int: Line] = [:]
    private var nextNumber = 0
    private var hasRecovered = false
    /// What each reviewer was told last: how many wait, and how many are on duty.
    private var told: [Int: String] = [:]

    /// Pages of one session.
    private static let mostPages = 4

    init(sessions: SessionDesk, services: DeskServices, limit: Int) {
        self.sessions = sessions
        self.services = services
        self.limit = limit
    }

    /// The reviewers on duty.
    var onDuty: Set<RecordID<Officer>> { Set(lines.values.filter { $0.kind == .reviewer }.map(\.officer)) }

    /// Opens a line for a page.
    func subscribe(_ visit: Visit, _ kind: Kind) async throws(DeskError) -> AsyncStream<String> {
        guard let token = visit.token else { throw .notSignedIn }
        guard lines.count < limit else { throw .tooMany(retryAfterSeconds: 10) }
        let officer = try visit.officer().session.officer
        let own = lines.filter { $0.value.token == token }
        if own.count >= Self.mostPages, let oldest = own.keys.min() { close(oldest) }
        let number = nextNumber
        nextNumber += 1
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(16))
        continuation.onTermination = { [weak self] _ in
            // Awaited by nobody: it only forgets a page that has gone.
            Task { await self?.close(number) }
        }
        lines[number] = Line(token: token, officer: officer, kind: kind, stream: continuation)
        continuation.yield("retry: 2000\n\nevent: beat\ndata: {}\n\n")
        await tellReviewers()
        return stream
    }

    /// Alerts reviewers, as soon as a review begins.
    func alert() async { await tellReviewers() }

    /// Tells a station that two have confirmed somebody.
    func confirmed(at station: StationName) {
        for line in lines.values where line.kind == .station(station) {
            line.stream.yield("event: confirmed\ndata: {}\n\n")
        }
    }

    /// Ends what is over.
    func look() async {
        guard let stations = services.stations else { return }
        let now = services.now()
        if !hasRecovered { hasRecovered = (try? await stations.recover(atMilliseconds: now)) != nil }
        for line in lines.values {
            guard case .station(let name) = line.kind else { continue }
            // Whoever has the page open stands at the station; a reviewer of it was refused the page before.
            try? await stations.attend(line.officer, at: name, atMilliseconds: now)
        }
        // What could not be written is tried again at the next look; the picture is gone already.
        _ = try? await stations.sweep(onDuty: onDuty, atMilliseconds: now)
        await tellReviewers()
    }

    /// Says that the line is alive; ends the lines of those who may no longer.
    func beat() async {
        let now = services.now()
        for (number, line) in lines {
            let isEntitled = await isEntitled(line, now: now)
            line.stream.yield(isEntitled ? "event: beat\ndata: {}\n\n" : "event: ended\ndata: {}\n\n")
            if !isEntitled { close(number) }
        }
    }

    func closeAll() async {
        for number in lines.keys { close(number) }
        await services.stations?.endCameras(atMilliseconds: services.now())
    }

    private func close(_ number: Int) {
        told[number] = nil
        lines.removeValue(forKey: number)?.stream.finish()
    }

    private func tellReviewers() async {
        guard let stations = services.stations else { return }
        let now = services.now(), duty = onDuty
        for (number, line) in lines where line.kind == .reviewer {
            let waiting = await stations.waiting(for: line.officer, onDuty: duty, atMilliseconds: now)
            let state = "{\"waiting\":\(waiting.count),\"duty\":\(duty.count)}"
            guard told[number] != state, lines[number] != nil else { continue }
            told[number] = state
            line.stream.yield("event: reviews\ndata: " + state + "\n\n")
        }
    }

    private func isEntitled(_ line: Line, now: Int64) async -> Bool {
        let found: SignedIn?
        do {
            found = try await sessions.entitled(line.token, now: now, touching: false, services: services)
        } catch { return true }
        guard let session = found?.session else { return false }
        let action: PolicyAction = line.kind == .reviewer ? .reviewFace : .runStation
        var posts: Set<PostCode> = session.chosenPost.map { [$0] } ?? []
        if case .station(let name) = line.kind {
            guard session.chosenPost == name.post else { return false }
            posts = [name.post]
        }
        return services.policy.decide(action, for: session.subject, at: posts, atMilliseconds: now).isAllowed
    }
}
