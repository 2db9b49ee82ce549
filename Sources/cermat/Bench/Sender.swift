// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Intake
internal import Screening
internal import Travel

/// Hands messages to the pipeline from many callers, as fast as they are answered or at a fixed pace.
struct Sender {
    let pipeline: IntakePipeline
    let messages: [[UInt8]]
    /// Messages a second; nil for as fast as they are answered.
    let pace: Double?
    let started: ContinuousClock.Instant
    /// Callers at the same time.
    private let width = 64

    /// Sends all; `acknowledged` learns when each message was handed in.
    func run(acknowledged: @escaping @Sendable (RecordID<ReceivedMessage>, ContinuousClock.Instant) -> Void)
        async throws
    {
        let clock = ContinuousClock()
        try await withThrowingTaskGroup(of: Void.self) { group in
            var waiting = 0
            for (index, message) in messages.enumerated() {
                if let pace {
                    let due = started.advanced(by: .seconds(Double(index) / pace))
                    if clock.now < due { try await clock.sleep(until: due) }
                }
                if waiting >= (pace == nil ? width : 4 * width) {
                    try await group.next()
                    waiting -= 1
                }
                waiting += 1
                let pipeline = pipeline
                group.addTask {
                    let at = clock.now
                    for receipt in try await pipeline.take(message, origin: "bench") { acknowledged(receipt.id, at) }
                }
            }
            try await group.waitForAll()
        }
    }
}
