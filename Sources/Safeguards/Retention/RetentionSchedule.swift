// SPDX-License-Identifier: Apache-2.0

/// For how many days data of each kind are kept, counted from the receipt of a voyage's last message or from the act.
///
/// Defaults: six months with names and five years without (ICAO Annex 9, 9.34 and Doc 9944; requirements R06, R07).
public struct RetentionSchedule: Hashable, Sendable {
    /// Carriers' messages, and what officers wrote of the travellers in them, lose the names after so many days.
    public var depersonaliseDays = 183
    /// What is left of a voyage, and decisions, are destroyed after so many days.
    public var destroyDays = 1_826
    /// Messages that could not be read, and files that were refused.
    public var quarantineDays = 30
    /// The minute of the day, UTC, at which the server runs it.
    public var nightlyMinute = 19 * 60

    /// No law that we know of allows more.
    public static let mostDays = 1_826

    public init() {}

    /// The moments before which data are due.
    public func cutoffs(atMilliseconds now: Int64) -> RetentionCutoffs {
        func before(_ days: Int) -> Int64 { now - Int64(days) * 86_400_000 }
        return RetentionCutoffs(
            atMilliseconds: now, depersonalise: before(depersonaliseDays), destroy: before(destroyDays),
            quarantine: before(quarantineDays))
    }
}

/// Moments, in milliseconds since 1970 UTC: what is older is due.
public struct RetentionCutoffs: Hashable, Sendable {
    /// When the run takes place.
    public let atMilliseconds: Int64
    public let depersonalise: Int64
    public let destroy: Int64
    public let quarantine: Int64

    /// The beginning of the run's day, UTC: all that is noted of when a record was forgotten.
    public var dayMilliseconds: Int64 { atMilliseconds - atMilliseconds % 86_400_000 }
}
