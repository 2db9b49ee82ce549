// SPDX-License-Identifier: Apache-2.0

internal import CardReader
internal import Foundation
public import Logging

/// Keeps a reader's program alive and hands what it reads to the desk. Its log says what happened and never to whom.
public struct ReaderHost: Sendable {
    private let command: String
    private let desk: any ReaderDesk
    private let logger: Logger
    private let unit: Int

    /// How often the desk is told that the reader is there.
    static let presenceMilliseconds: Int64 = 15_000

    /// - Parameter millisecondsOfDelay: how long a second of the delay between lives is; less in tests.
    public init(command: String, desk: any ReaderDesk, logger: Logger, millisecondsOfDelay: Int = 1_000) {
        self.command = command
        self.desk = desk
        self.logger = logger
        unit = millisecondsOfDelay
    }

    /// Runs the program again and again until the task is cancelled.
    public func run() async throws {
        var delay = RestartDelay()
        while true {
            let start = Self.now()
            let end = await live()
            try Task.checkCancellation()
            let wait = delay.seconds(afterLiving: Self.now() - start)
            logger.warning(
                "reader program ended; it is started again", metadata: ["why": "\(end.rawValue)", "seconds": "\(wait)"])
            try await Task.sleep(for: .milliseconds(wait * unit))
        }
    }

    /// One life of the program.
    private func live() async -> ReaderEnd {
        let process: ReaderProcess
        do { process = try ReaderProcess(command: command, now: Self.now) } catch { return .exited }
        logger.notice("reader program started")
        let end = await follow(process)
        // Not cut short by a cancelled task: the program must be gone, and the desk must know, before we are.
        await Task {
            await process.end()
            _ = await desk.tell(.gone)
        }.value
        return end
    }

    private enum Input: Sendable {
        case frame(LineFrames.Frame, at: Int64)
        case tick(Int64)
        case exited
    }

    private func follow(_ process: ReaderProcess) async -> ReaderEnd {
        await withTaskGroup(of: Void.self) { group in
            let (inputs, continuation) = AsyncStream.makeStream(of: Input.self)
            group.addTask {
                for await (frame, at) in process.frames { continuation.yield(.frame(frame, at: at)) }
                continuation.yield(.exited)
            }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(500))
                    continuation.yield(.tick(Self.now()))
                }
                continuation.finish()
            }
            defer { group.cancelAll() }
            var session = ReaderSession(startedAt: Self.now())
            var presence = Presence()
            for await input in inputs {
                let steps: [ReaderSession.Step]
                switch input {
                case .exited: return .exited
                case .frame(let frame, let at): steps = session.take(frame, now: at)
                case .tick(let at):
                    steps = session.tick(now: at)
                    if let event = presence.due(at) { _ = await desk.tell(event) }
                }
                for step in steps { if let end = await take(step, process, &presence) { return end } }
            }
            return .exited
        }
    }

    /// Does one step; why the life ends, where it does.
    private func take(
        _ step: ReaderSession.Step, _ process: ReaderProcess, _ presence: inout Presence
    ) async -> ReaderEnd? {
        switch step {
        case .end(let why): return why
        case .send(let command): process.send(command)
        case .note(let why): logger.warning("line not taken", metadata: ["why": "\(why.rawValue)"])
        case .noteRepeat: logger.warning("reading not taken: its number was there before")
        case .forward(let event):
            presence.take(event, at: Self.now())
            let answer = await desk.tell(event)
            logger.info("told the desk", metadata: ["answer": "\(answer.rawValue)"])
            guard case .reading(let reading) = event else { return nil }
            if answer != .taken {
                logger.warning("reading not taken by the desk", metadata: ["why": "\(answer.rawValue)"])
            }
            process.send(answer == .taken ? .taken(reading.number) : .refused(reading.number))
        }
        return nil
    }

    /// Milliseconds of a steady clock.
    @Sendable private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

/// Whether the reader is there, to be told again and again: the desk forgets who is silent.
private struct Presence {
    private var ready: ReaderEvent?
    private var saidAt: Int64 = 0

    mutating func take(_ event: ReaderEvent, at now: Int64) {
        switch event {
        case .ready: ready = event
        case .gone: ready = nil
        case .reading, .fault, .alive: break
        }
        saidAt = now
    }

    mutating func due(_ now: Int64) -> ReaderEvent? {
        guard let ready, now - saidAt >= ReaderHost.presenceMilliseconds else { return nil }
        saidAt = now
        return ready
    }
}
