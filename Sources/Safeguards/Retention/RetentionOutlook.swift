// SPDX-License-Identifier: Apache-2.0

/// What was forgotten last and what is due, for people; no personal data.
public struct RetentionOutlook: Hashable, Sendable {
    public var schedule: RetentionSchedule
    public var lastRun: RetentionReport?
    /// Voyages whose travellers are to lose their names now, and within seven days.
    public var dueNow: Int
    public var dueInAWeek: Int

    public init(schedule: RetentionSchedule, lastRun: RetentionReport?, dueNow: Int, dueInAWeek: Int) {
        self.schedule = schedule
        self.lastRun = lastRun
        self.dueNow = dueNow
        self.dueInAWeek = dueInAWeek
    }
}
