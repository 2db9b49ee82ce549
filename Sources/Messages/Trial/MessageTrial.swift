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
    /// The carrier profile that it was read by; version 0 is one that is not saved.
    public let profile: ProfileStamp?
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

    /// - Parameter reader: reads by the carrier profiles in force; nil reads by none.
    public init(_ bytes: [UInt8], reader: ProfiledReader? = nil) {
        var trials: [MessageTrial] = []
        var found = 0
        MessageDecoder.decode(bytes) { unit in
            guard let readings = reader?.readings(of: unit) else {
                found += 1
                guard trials.count < MessageTrials.limitMessages else { return }
                let filtered = unit.filtered()
                trials.append(
                    MessageTrials.trial(
                        unit.message, filtered.bytes, filtered.overwritten, filtered.counts, profile: nil))
                return
            }
            for reading in readings {
                found += 1
                guard trials.count < MessageTrials.limitMessages else { continue }
                trials.append(
                    MessageTrials.trial(
                        reading.message, reading.shown, reading.shownOverwritten, reading.filteredCounts,
                        profile: reading.profile))
            }
        }
        self.trials = trials
        self.found = found
    }

    private static func trial(
        _ message: ReceivedMessage, _ bytes: [UInt8], _ overwritten: [Range<Int>], _ counts: [SensitiveCategory: Int],
        profile: ProfileStamp?
    ) -> MessageTrial {
        let text = MessageText(bytes, kind: message.kind, overwritten: overwritten)
        let readings = SegmentReadings(message, bytes: bytes, text: text, budget: (48 << 20) / limitMessages) {
            MessageDecoder.messages(in: $0).first
        }
        return MessageTrial(
            message: message, text: text, filtered: counts, sizeBytes: bytes.count, readings: readings.byNumber,
            profile: profile)
    }
}
