// SPDX-License-Identifier: Apache-2.0

public import Travel

/// One message that was tried: its values, its text as the edge filter leaves it, and what came from where.
public struct MessageTrial: Hashable, Sendable {
    public let message: ReceivedMessage
    public let text: MessageText
    /// What the edge filter overwrote.
    public let filtered: [SensitiveCategory: Int]
    public let sizeBytes: Int
    /// What was read from each numbered piece; not worked out for a message beyond the budget of ``MessageTrials``.
    public let readings: [Int: [ReadValue]]
}

/// A trial of some bytes: every message read and filtered as at the edge, and nothing of it kept anywhere.
public struct MessageTrials: Hashable, Sendable {
    public let trials: [MessageTrial]
    /// How many messages the bytes hold; those beyond the limit were counted, not read.
    public let found: Int

    /// The most bytes that a trial takes.
    public static let limitBytes = 1 << 20
    /// The most messages that it shows.
    public static let limitMessages = 20

    public init(_ bytes: [UInt8]) {
        var trials: [MessageTrial] = []
        var found = 0
        let budget = 48 << 20
        MessageDecoder.decode(bytes) { unit in
            found += 1
            guard trials.count < MessageTrials.limitMessages else { return }
            let filtered = unit.filtered()
            let text = MessageText(filtered.bytes, kind: unit.message.kind, overwritten: filtered.overwritten)
            let readings = SegmentReadings(
                unit.message, bytes: filtered.bytes, text: text, budget: budget / MessageTrials.limitMessages
            ) { MessageDecoder.messages(in: $0).first }
            trials.append(
                MessageTrial(
                    message: unit.message, text: text, filtered: filtered.counts, sizeBytes: filtered.bytes.count,
                    readings: readings.byNumber))
        }
        self.trials = trials
        self.found = found
    }
}
