// SPDX-License-Identifier: Apache-2.0

import CardReader
import Mandate
import Safeguards

/// The readers at posts and the pages that watch them. A page is told that something is there, never what: what is
/// read comes by a request of its own, with its record.
actor ReaderCounter {
    private var shelf: ReaderShelf
    private let sessions: SessionDesk
    private let services: DeskServices
    private let limit: Int
    private var lines: [Int: (token: SessionToken, stream: AsyncStream<String>.Continuation)] = [:]
    private var nextNumber = 0

    /// Pages of one session that are told.
    private static let mostPages = 3

    init(names: some Sequence<ReaderName>, sessions: SessionDesk, services: DeskServices, limit: Int) {
        shelf = ReaderShelf(names)
        self.sessions = sessions
        self.services = services
        self.limit = limit
    }

    /// The readers of an officer's post, none where no post is chosen.
    func readers(_ visit: Visit) -> [ReaderShelf.View] {
        guard let token = visit.token, let post = visit.signedIn?.session.chosenPost else { return [] }
        return shelf.readers(at: post, for: token, now: visit.now)
    }

    /// The reading that waits for an officer.
    func waiting(_ visit: Visit) -> ReaderShelf.Waiting? {
        guard let token = visit.token, let post = visit.signedIn?.session.chosenPost else { return nil }
        return shelf.waiting(for: token, at: post, now: visit.now)
    }

    /// Gives a reader of the officer's post to the officer, or takes it back.
    func hold(_ name: ReaderName, _ isHeld: Bool, _ visit: Visit) throws(DeskError) {
        guard let token = visit.token, visit.signedIn?.session.chosenPost == name.post,
            shelf.readers(at: name.post, for: token, now: visit.now).contains(where: { $0.name == name })
        else { throw .notFound }
        if isHeld {
            if let before = shelf.hold(name, by: token) { tell(before, "state") }
        } else {
            shelf.leave(name, by: token)
        }
    }

    /// Takes what a reader said; whether an officer took it.
    func take(_ event: ReaderEvent, from name: ReaderName, now: Int64) async throws(DeskError) -> Bool {
        var isOnDuty = false
        let holder = shelf.holder(of: name)
        if let holder { isOnDuty = try await mayLookUp(holder, at: name.post, now: now) }
        // Somebody may have taken the reader over meanwhile: what was read was not for them.
        guard shelf.holder(of: name) == holder else { return false }
        var generator = SystemRandomNumberGenerator()
        let handle = String(generator.next() as UInt64, radix: 16)
        let before = holder.map { shelf.readers(at: name.post, for: $0, now: now) }
        let isTaken = shelf.take(event, from: name, isOnDuty: isOnDuty, handle: handle, now: now)
        guard let holder else { return isTaken }
        switch event {
        case .reading: tell(holder, "reading")
        case .fault: tell(holder, "state")
        // A reader says again and again that it is there; the page is told of changes.
        case .ready, .gone, .alive:
            if shelf.readers(at: name.post, for: holder, now: now) != before { tell(holder, "state") }
        }
        return isTaken
    }

    /// Forgets a reading that was looked up with.
    func forget(_ handle: String, _ visit: Visit) {
        if let token = visit.token { shelf.forget(handle, of: token) }
    }

    /// Opens a line for a page.
    func subscribe(_ token: SessionToken) throws(DeskError) -> AsyncStream<String> {
        guard lines.count < limit else { throw .tooMany(retryAfterSeconds: 10) }
        let own = lines.filter { $0.value.token == token }
        if own.count >= Self.mostPages, let oldest = own.keys.min() { close(oldest) }
        let number = nextNumber
        nextNumber += 1
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(16))
        continuation.onTermination = { [weak self] _ in
            // Awaited by nobody: it only forgets a page that has gone.
            Task { await self?.close(number) }
        }
        lines[number] = (token, continuation)
        continuation.yield("retry: 3000\n\nevent: beat\ndata: {}\n\n")
        return stream
    }

    /// Destroys what waited too long.
    func sweep() { for token in shelf.sweep(now: services.now()) { tell(token, "reading") } }

    /// Says to every page that the line is alive; ends the lines of those who may look up no longer.
    func beat() async {
        let now = services.now()
        for (number, line) in lines {
            let session = await sessions.find(line.token, now: now, touching: false)?.session
            var isEntitled = false
            if let post = session?.chosenPost {
                isEntitled = (try? await mayLookUp(line.token, at: post, now: now)) ?? true
            }
            line.stream.yield(isEntitled ? "event: beat\ndata: {}\n\n" : "event: ended\ndata: {}\n\n")
            if !isEntitled { close(number) }
        }
    }

    func closeAll() { for number in lines.keys { close(number) } }

    /// How many readings are held, and pages told; for tests.
    var counts: (readings: Int, pages: Int) { (shelf.heldCount, lines.count) }

    /// Who works with a reader; for tests.
    func holderForTest(_ name: ReaderName?) -> SessionToken? { name.flatMap { shelf.holder(of: $0) } }

    private func close(_ number: Int) { lines.removeValue(forKey: number)?.stream.finish() }

    private func tell(_ token: SessionToken, _ event: StaticString) {
        for line in lines.values where line.token == token { line.stream.yield("event: \(event)\ndata: {}\n\n") }
    }

    private func mayLookUp(_ token: SessionToken, at post: PostCode, now: Int64) async throws(DeskError) -> Bool {
        let found: SignedIn?
        do {
            found = try await sessions.entitled(token, now: now, touching: false, services: services)
        } catch { throw DeskError(error) }
        guard let session = found?.session, session.chosenPost == post else { return false }
        return services.policy.decide(.lookUpResident, for: session.subject, at: [post], atMilliseconds: now).isAllowed
    }
}
