// SPDX-License-Identifier: Apache-2.0

internal import Screening
internal import Travel

/// Which messages of a voyage came late, by the rule that applies to their kind.
struct MessageDeadline {
    let rules: QualityRules
    let facts: VoyageFacts

    /// When a list, close-out or manifest is due, milliseconds since 1970 UTC; nil where no rule applies or the time of
    /// the voyage is unknown. Pushes of bookings have ``pushes(_:)``.
    func due(_ message: MessageTally) -> Int64? {
        guard facts.status != .cancelled else { return nil }
        switch (message.kind, message.effect) {
        case (.paxlst, .closeWithBoarded), (.paxlst, .closeWithNotBoarded):
            return departure.map { $0 + minutes(rules.closeOutMinutesAfterDeparture) }
        case (.paxlst, .report), (.paxlst, .replaceTravellers):
            return departure.map { $0 + minutes(rules.listMinutesAfterDeparture) }
        case (.manifest, _) where message.source == .manifest:
            return facts.postTimeUTC.map { Int64($0) * 60_000 - minutes(rules.manifestMinutesBefore) }
        default: return nil
        }
    }

    /// What became of the pushes of bookings.
    struct Pushes {
        var due = 0
        var late = 0
        var missing = 0
        /// The messages that a late push came in.
        var lateMessages = 0
    }

    /// Judges each push by the first message nearer to its time than to another's.
    ///
    /// A push is missing only when a later message of the voyage proves that its time has passed: the answer is a
    /// function of the messages, not of the clock. Where a voyage has no booking data at all, that is said elsewhere.
    func pushes(_ messages: [MessageTally]) -> Pushes {
        var found = Pushes()
        let bookings = messages.filter { $0.kind == .pnrgov && !$0.isRepeat }
        guard let departure, facts.status != .cancelled, !bookings.isEmpty else { return found }
        let points = rules.bookingPushHours.map { departure - Int64($0) * 3_600_000 }
        let proven = messages.map(\.receivedAtMilliseconds).max() ?? 0
        for (place, point) in points.enumerated() {
            let from = place == 0 ? Int64.min : (points[place - 1] + point) / 2
            let to = place + 1 < points.count ? (point + points[place + 1]) / 2 : Int64.max
            let limit = point + minutes(rules.bookingPushToleranceMinutes)
            let own = bookings.filter { $0.receivedAtMilliseconds >= from && $0.receivedAtMilliseconds < to }
            if let first = own.map(\.receivedAtMilliseconds).min() {
                found.due += 1
                guard first > limit else { continue }
                found.late += 1
                found.lateMessages += own.count
            } else if proven > limit, proven >= to {
                found.due += 1
                found.missing += 1
            }
        }
        return found
    }

    private var departure: Int64? { facts.departureUTC.map { Int64($0) * 60_000 } }

    private func minutes(_ count: Int) -> Int64 { Int64(count) * 60_000 }
}
