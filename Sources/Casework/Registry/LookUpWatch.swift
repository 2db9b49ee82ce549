// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
internal import Screening

/// Keeps officers within their look-ups: counts in memory what the decision log holds, so that two look-ups at once
/// cannot pass the limit together, and knows the alarms without reading the log again.
public actor LookUpWatch {
    private let store: any CaseworkStore
    private let limits: LookUpLimits
    private var records: [DecisionRecord] = []
    /// Look-ups let in whose record is being written.
    private var pending: [RecordID<Officer>: [Int64]] = [:]
    private var isLoaded = false
    /// The alarms of ``records``, until these or the known numbers change.
    private var known: (own: [RecordID<Officer>: BlindToken], alarms: [LookUpAlarm])?

    /// How long look-ups are held for alarms.
    public static let daysHeld: Int64 = 3
    private static let mostHeld = 1_000_000

    public init(store: any CaseworkStore, limits: LookUpLimits) {
        self.store = store
        self.limits = limits
    }

    /// Lets a look-up in, to be followed by ``keep(_:)`` or ``giveBack(_:_:)``.
    ///
    /// - Throws: `.quotaUsed` where the officer's hour or day is used up.
    public func admit(_ officer: RecordID<Officer>, atMilliseconds now: Int64) async throws(CaseworkError) {
        try await load(now)
        let made = records.lazy.filter { $0.officer == officer }.map(\.atMilliseconds)
        if let limit = limits.passed(by: Array(made) + (pending[officer] ?? []), atMilliseconds: now) {
            throw .quotaUsed(limit: limit)
        }
        pending[officer, default: []].append(now)
    }

    /// Counts a look-up whose record is written.
    public func keep(_ record: DecisionRecord) {
        if let officer = record.officer { giveBack(officer, record.atMilliseconds) }
        records.append(record)
        known = nil
        drop(record.atMilliseconds)
    }

    /// Takes back a look-up that could not be recorded, and so was not made.
    public func giveBack(_ officer: RecordID<Officer>, _ now: Int64) {
        guard let index = pending[officer]?.firstIndex(of: now) else { return }
        pending[officer]?.remove(at: index)
        if pending[officer]?.isEmpty == true { pending[officer] = nil }
    }

    /// The alarms of the last days, the latest first.
    ///
    /// - Parameters:
    ///   - own: the tokens of officers' own numbers, where they are known.
    ///   - offsetMinutes: how far a post's clock is ahead of UTC.
    public func alarms(
        own: [RecordID<Officer>: BlindToken], atMilliseconds now: Int64,
        offsetMinutes: @Sendable (PostCode?) -> Int
    ) async throws(CaseworkError) -> [LookUpAlarm] {
        try await load(now)
        if let known, known.own == own { return known.alarms }
        let found = LookUpAlarm.found(in: records, limits: limits, own: own, offsetMinutes: offsetMinutes)
        known = (own, found)
        return found
    }

    private func load(_ now: Int64) async throws(CaseworkError) {
        guard !isLoaded else { return drop(now) }
        let found: [DecisionRecord]
        do {
            found = try await store.decisions(
                kinds: [.residentLookedUp], post: nil, sinceMilliseconds: now - Self.daysHeld * LookUpLimits.day,
                limit: Self.mostHeld)
        } catch { throw .store(error) }
        // Another may have read the log meanwhile, and look-ups may have been kept since.
        guard !isLoaded else { return }
        let held = Set(records.map(\.id))
        records = found.reversed().filter { !held.contains($0.id) } + records
        known = nil
        isLoaded = true
    }

    private func drop(_ now: Int64) {
        let oldest = now - Self.daysHeld * LookUpLimits.day
        guard let first = records.first, first.atMilliseconds < oldest else { return }
        records.removeAll { $0.atMilliseconds < oldest }
        known = nil
    }
}
