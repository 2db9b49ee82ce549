// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import Intake
internal import SQLiteStore
internal import Screening
internal import Synchronization
internal import Travel

/// Measures the production path from bytes to a hit that a board can show: pipeline, edge filter, sealed inbox with
/// fsync, screening, commit.
struct IngestBench {
    /// What a run measured.
    struct Figures {
        var messages = 0
        var bytes = 0
        var travellers = 0
        var hits = 0
        var messagesPerSecond = 0.0
        var pacedPerSecond = 0.0
        var p50Milliseconds = 0.0
        var p99Milliseconds = 0.0
        var maximumMilliseconds = 0.0
        var storeCallsPerBatch = 0.0
    }

    let folder: DataFolder
    let messages: [[UInt8]]

    /// First as fast as it goes; then, with fresh messages, at `pace` a second, for the time to a visible hit.
    func run(pace: Double) async throws -> Figures {
        var figures = Figures()
        let half = messages.count / 2
        let flat = try await pass(Array(messages[..<half]), pace: nil)
        figures.messagesPerSecond = Double(half) / flat.seconds
        let paced = try await pass(Array(messages[half...]), pace: pace)
        figures.pacedPerSecond = Double(messages.count - half) / paced.seconds
        figures.p50Milliseconds = Percentile.value(paced.latencies, 0.5)
        figures.p99Milliseconds = Percentile.value(paced.latencies, 0.99)
        figures.maximumMilliseconds = paced.latencies.max() ?? 0
        figures.messages = messages.count
        figures.bytes = messages.reduce(0) { $0 + $1.count }
        figures.storeCallsPerBatch = Double(flat.calls + paced.calls) / Double(max(1, flat.batches + paced.batches))
        figures.hits = flat.hits + paced.hits
        return figures
    }

    private struct Pass {
        var seconds = 0.0
        var latencies: [Double] = []
        var calls = 0
        var batches = 0
        var hits = 0
    }

    private func pass(_ messages: [[UInt8]], pace: Double?) async throws -> Pass {
        let clock = ContinuousClock()
        let pipeline = try folder.pipeline()
        let counting = CountingStore(folder.store)
        let screener = folder.screener(over: counting)
        let sent = SendTimes()
        let started = clock.now
        return try await withThrowingTaskGroup(of: Pass?.self) { group in
            group.addTask {
                try await Sender(pipeline: pipeline, messages: messages, pace: pace, started: started).run { id, at in
                    sent.note(id, at)
                }
                sent.complete()
                return nil
            }
            group.addTask {
                var pass = Pass()
                var visible: [RecordID<ReceivedMessage>: ContinuousClock.Instant] = [:]
                while true {
                    let isSent = sent.isComplete
                    let step = try await screener.screenPending()
                    let now = clock.now
                    if step.messages.isEmpty, isSent { break }
                    for id in step.messages { visible[id] = now }
                    pass.hits += step.waitingHits
                    if !step.messages.isEmpty { pass.batches += 1 }
                    if step.isDrained { try await Task.sleep(for: .milliseconds(2)) }
                }
                pass.seconds = started.duration(to: clock.now).seconds
                pass.calls = counting.calls
                for (id, at) in sent.all {
                    if let seen = visible[id] { pass.latencies.append(at.duration(to: seen).seconds * 1000) }
                }
                return pass
            }
            var result = Pass()
            for try await pass in group { if let pass { result = pass } }
            return result
        }
    }
}

extension Duration {
    /// The duration as seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// When each message was handed in.
private final class SendTimes: Sendable {
    private let times = Mutex<[RecordID<ReceivedMessage>: ContinuousClock.Instant]>([:])
    private let ended = Mutex(false)

    /// Whether everything was handed in.
    var isComplete: Bool { ended.withLock { $0 } }
    func complete() { ended.withLock { $0 = true } }
    func note(_ id: RecordID<ReceivedMessage>, _ at: ContinuousClock.Instant) { times.withLock { $0[id] = at } }
    var all: [RecordID<ReceivedMessage>: ContinuousClock.Instant] { times.withLock { $0 } }
}
