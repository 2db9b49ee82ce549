// SPDX-License-Identifier: Apache-2.0

/// One life of a reader's program as the host sees it: time-outs, pings, repeats and rubbish, without any process.
/// Times are milliseconds of one steady clock.
public struct ReaderSession: Sendable {
    /// What the host does next.
    public enum Step: Hashable, Sendable {
        case send(HostCommand)
        /// To the desk.
        case forward(ReaderEvent)
        /// A line that was not taken, for the log: the reason and nothing of the line.
        case note(ReaderLineError)
        case noteRepeat
        /// End the program and start it anew.
        case end(ReaderEnd)
    }

    /// How long the program may take to say READY.
    public static let startMilliseconds: Int64 = 10_000
    /// How often it is pinged, and how long it may take to say anything.
    public static let pingMilliseconds: Int64 = 10_000
    public static let answerMilliseconds: Int64 = 5_000
    /// Lines that are none of the protocol, after which the program is started anew.
    public static let mostBadLines = 20
    /// Readings in ten seconds; a hand cannot hold more cards before a reader.
    public static let mostReadings = 20

    private let startedAt: Int64
    private var heardAt: Int64
    private var pingedAt: Int64?
    private var badLines = 0
    private var lastNumber: UInt32 = 0
    private var recent: [Int64] = []
    /// Whether the program said READY.
    public private(set) var isReady = false
    private var hasEnded = false

    public init(startedAt now: Int64) {
        startedAt = now
        heardAt = now
    }

    /// Takes what the program wrote.
    public mutating func take(_ frame: LineFrames.Frame, now: Int64) -> [Step] {
        guard !hasEnded else { return [] }
        guard case .line(let line) = frame else { return refuse(.tooLong) }
        let event: ReaderEvent
        do { event = try ReaderLine.event(line) } catch { return refuse(error) }
        heardAt = now
        pingedAt = nil
        switch event {
        case .ready:
            isReady = true
            return [.forward(event)]
        case .alive: return []
        case .gone, .fault: return isReady ? [.forward(event)] : []
        case .reading(let reading):
            guard isReady else { return end(.notReady) }
            guard reading.number > lastNumber else { return [.noteRepeat] }
            lastNumber = reading.number
            recent = recent.filter { now - $0 < 10_000 } + [now]
            if recent.count > Self.mostReadings { return end(.tooManyReadings) }
            return [.forward(event)]
        }
    }

    /// Lets time pass; to be called every second or so.
    public mutating func tick(now: Int64) -> [Step] {
        guard !hasEnded else { return [] }
        if !isReady { return now - startedAt >= Self.startMilliseconds ? end(.notReady) : [] }
        if let pingedAt { return now - pingedAt >= Self.answerMilliseconds ? end(.silent) : [] }
        guard now - heardAt >= Self.pingMilliseconds else { return [] }
        pingedAt = now
        return [.send(.ping)]
    }

    private mutating func refuse(_ error: ReaderLineError) -> [Step] {
        badLines += 1
        return [.note(error)] + (badLines >= Self.mostBadLines ? end(.tooManyBadLines) : [])
    }

    private mutating func end(_ why: ReaderEnd) -> [Step] {
        hasEnded = true
        return [.end(why)]
    }
}

/// Why the host ends a reader's program.
public enum ReaderEnd: String, Hashable, Sendable, CaseIterable {
    /// It did not say READY in time, or read before.
    case notReady = "not-ready"
    case silent
    case tooManyBadLines = "too-many-bad-lines"
    case tooManyReadings = "too-many-readings"
    /// It ended by itself.
    case exited
}

/// How long to wait before a program is started again: 1, 2, 4 ... 60 seconds, from 1 again after it stood a minute.
public struct RestartDelay: Hashable, Sendable {
    private var next = 1

    public init() {}

    /// The wait after a life of so many milliseconds, in seconds.
    public mutating func seconds(afterLiving milliseconds: Int64) -> Int {
        if milliseconds >= 60_000 { next = 1 }
        defer { next = min(60, next * 2) }
        return next
    }
}
