// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
public import Safeguards
public import Screening

/// Follows the audit log and knows the alarms about officers' reading, without keeping anything of its own.
public actor ReadWatch {
    private let store: any CaseworkStore
    private let limits: ReadLimits
    private let offsetMinutes: @Sendable (PostCode?) -> Int
    private var reads: [RecordID<Officer>: [OfficerRead]] = [:]
    private var alarms: [RecordID<Officer>: [ReadAlarm]] = [:]
    private var lastSequence: Int64 = 0
    /// Alarms that were told, so that each is told once.
    private var told: Set<ReadAlarm.Key> = []

    /// For so long alarms are shown.
    public static let daysShown: Int64 = 14
    /// The most reads that are held; the newest.
    static let mostHeld = 500_000
    private static let page = 2_000

    /// - Parameter offsetMinutes: how far a post's clock is ahead of UTC.
    public init(
        store: any CaseworkStore, limits: ReadLimits, offsetMinutes: @escaping @Sendable (PostCode?) -> Int
    ) {
        self.store = store
        self.limits = limits
        self.offsetMinutes = offsetMinutes
    }

    /// Reads what was added to the audit log since, and returns the alarms that came up and nobody was told of.
    public func look(atMilliseconds now: Int64) async throws(StoreError) -> [ReadAlarm] {
        try await added(now)
        var news: [ReadAlarm] = []
        for alarm in alarms.values.joined() where isShown(alarm, now) && told.insert(alarm.key).inserted {
            news.append(alarm)
        }
        return news
    }

    private func added(_ now: Int64) async throws(StoreError) {
        let oldest = now - Int64(ReadRhythm.days + 1) * LookUpLimits.day
        let fresh = try await read(since: oldest).filter { $0.sequence > lastSequence }
        for read in fresh { reads[read.officer, default: []].append(read) }
        lastSequence = max(lastSequence, fresh.map(\.sequence).max() ?? 0)
        for officer in Set(fresh.map(\.officer)) {
            reads[officer]?.removeAll { $0.atMilliseconds < oldest }
            alarms[officer] = ReadAlarm.found(in: reads[officer] ?? [], limits: limits, offsetMinutes: offsetMinutes)
        }
    }

    /// The alarms of the last two weeks, the latest first, with who looked at them.
    ///
    /// - Parameter looking: whether to read first what was added to the log; else as of the last look.
    public func alarms(
        atMilliseconds now: Int64, looking: Bool = true
    ) async throws(StoreError) -> [ReadAlarm] {
        if looking { try await added(now) }
        let looks = try await store.decisions(
            kinds: [.alarmSeen], post: nil, sinceMilliseconds: now - (Self.daysShown + 1) * LookUpLimits.day,
            limit: 10_000)
        var seen: [ReadAlarm.Key: DecisionRecord] = [:]
        for record in looks.reversed() { if case .alarmSeen(let look) = record.decision { seen[look.alarm] = record } }
        return alarms.values.joined().filter { isShown($0, now) }.map { alarm in
            var alarm = alarm
            alarm.seen = seen[alarm.key]
            return alarm
        }.sorted(by: ReadAlarm.latestFirst)
    }

    private func isShown(_ alarm: ReadAlarm, _ now: Int64) -> Bool {
        alarm.atMilliseconds >= now - Self.daysShown * LookUpLimits.day
    }

    /// Reads behind the last one known, from the newest back.
    private func read(since oldest: Int64) async throws(StoreError) -> [OfficerRead] {
        var found: [OfficerRead] = []
        var query = AuditQuery(actions: OfficerRead.actions, limit: Self.page)
        query.afterSequence = lastSequence
        while found.count < Self.mostHeld {
            let rows = try await store.audit(query)
            found += rows.lazy.filter { $0.event.atMilliseconds >= oldest }.compactMap(OfficerRead.init)
            guard rows.count == Self.page, let last = rows.last, last.event.atMilliseconds >= oldest else { break }
            query.beforeSequence = last.sequence
        }
        return found
    }
}
