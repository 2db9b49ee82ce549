// SPDX-License-Identifier: Apache-2.0

import CardReader
import Mandate
import Safeguards

/// What readers at posts say, in memory and nowhere else: each reader's reading for the one officer who works with it,
/// for at most ``keepMilliseconds``. A value; the actor ``ReaderCounter`` holds it.
struct ReaderShelf {
    /// A reader as its post sees it.
    struct View: Hashable, Sendable {
        let name: ReaderName
        let state: State
        /// Whether somebody works with it, and whether that is the asker.
        let isHeld: Bool
        let isOwn: Bool
        /// The last mishap for the asker's eyes; nil for others.
        let fault: ReaderFault?
    }

    /// Whether a reader waits for cards.
    enum State: String, Hashable, Sendable, CaseIterable { case ready, gone }

    /// A reading that waits for its officer.
    struct Waiting: Hashable, Sendable {
        let reading: CardReading
        /// Names the reading in a form; says nothing of it.
        let handle: String
        let untilMilliseconds: Int64
    }

    private struct Desk {
        var heardAt: Int64 = .min
        var isReady = false
        var holder: SessionToken?
        var waiting: Waiting?
        var fault: (ReaderFault, at: Int64)?
    }

    /// How long a reading waits; longer than anybody looks at a card, shorter than a queue moves on.
    static let keepMilliseconds: Int64 = 60_000
    /// A reader that says nothing for so long is held for gone; its host speaks every 15 seconds.
    static let silentMilliseconds: Int64 = 45_000

    private var desks: [ReaderName: Desk]

    init(_ names: some Sequence<ReaderName>) {
        desks = Dictionary(names.map { ($0, Desk()) }, uniquingKeysWith: { a, _ in a })
    }

    /// The readers of a post, as a session sees them.
    func readers(at post: PostCode, for token: SessionToken, now: Int64) -> [View] {
        desks.keys.filter { $0.post == post }.sorted().compactMap { name in
            guard let desk = desks[name] else { return nil }
            let isThere = desk.isReady && abs(now - desk.heardAt) < Self.silentMilliseconds
            let isOwn = desk.holder == token
            let fault = desk.fault.flatMap { isOwn && now - $0.at < Self.keepMilliseconds ? $0.0 : nil }
            return View(
                name: name, state: isThere ? .ready : .gone, isHeld: desk.holder != nil, isOwn: isOwn, fault: fault)
        }
    }

    /// Who works with a reader.
    func holder(of name: ReaderName) -> SessionToken? { desks[name]?.holder }

    /// Gives a reader to a session, whoever had it; what waited was for them and is gone.
    ///
    /// - Returns: who had it before, where that was another; nil also where there is no such reader.
    mutating func hold(_ name: ReaderName, by token: SessionToken) -> SessionToken? {
        guard let desk = desks[name], desk.holder != token else { return nil }
        desks[name]?.holder = token
        desks[name]?.waiting = nil
        desks[name]?.fault = nil
        return desk.holder
    }

    /// Leaves a reader; only whoever has it can.
    mutating func leave(_ name: ReaderName, by token: SessionToken) {
        guard desks[name]?.holder == token else { return }
        desks[name]?.holder = nil
        desks[name]?.waiting = nil
        desks[name]?.fault = nil
    }

    /// Takes what a reader said, for its holder.
    ///
    /// - Parameter isOnDuty: whether the holder's session may look up at the reader's post now. A holder who may not has
    ///   the reader no longer.
    /// - Returns: whether somebody took it; readings that nobody takes are not kept.
    mutating func take(
        _ event: ReaderEvent, from name: ReaderName, isOnDuty: Bool, handle: String, now: Int64
    ) -> Bool {
        guard desks[name] != nil else { return false }
        if !isOnDuty, let holder = desks[name]?.holder { leave(name, by: holder) }
        desks[name]?.heardAt = now
        switch event {
        case .alive: break
        case .ready: desks[name]?.isReady = true
        case .gone:
            desks[name]?.isReady = false
        case .fault(let fault):
            guard desks[name]?.holder != nil else { return false }
            desks[name]?.isReady = true
            desks[name]?.fault = (fault, now)
            // Another card lay on the reader since: what waits may be somebody else's.
            if fault != .device { desks[name]?.waiting = nil }
        case .reading(let reading):
            guard desks[name]?.holder != nil else { return false }
            desks[name]?.isReady = true
            desks[name]?.fault = nil
            desks[name]?.waiting = Waiting(
                reading: reading, handle: handle, untilMilliseconds: now + Self.keepMilliseconds)
        }
        return true
    }

    /// The reading that waits for a session at a post.
    func waiting(for token: SessionToken, at post: PostCode, now: Int64) -> Waiting? {
        desks.filter { $0.key.post == post && $0.value.holder == token }
            .compactMap { $0.value.waiting }.filter { (1...Self.keepMilliseconds).contains($0.untilMilliseconds - now) }
            .max { $0.untilMilliseconds < $1.untilMilliseconds }
    }

    /// Forgets a reading that was looked up with.
    mutating func forget(_ handle: String, of token: SessionToken) {
        for (name, desk) in desks where desk.holder == token && desk.waiting?.handle == handle {
            desks[name]?.waiting = nil
        }
    }

    /// Destroys what waited too long; the holders whose page shows it.
    mutating func sweep(now: Int64) -> Set<SessionToken> {
        var told: Set<SessionToken> = []
        for (name, desk) in desks {
            // Set back, the clock must not keep a card for longer.
            guard let waiting = desk.waiting, !(1...Self.keepMilliseconds).contains(waiting.untilMilliseconds - now)
            else {
                continue
            }
            desks[name]?.waiting = nil
            if let holder = desk.holder { told.insert(holder) }
        }
        return told
    }

    /// How many readings are held.
    var heldCount: Int { desks.values.count { $0.waiting != nil } }
}
