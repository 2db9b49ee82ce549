// SPDX-License-Identifier: Apache-2.0

/// What was forgotten last and what is due, for people; no personal data.
public struct RetentionOutlook: Hashable, Sendable {
    public var schedule: RetentionSchedule
    public var lastRun: RetentionReport?
    /// Voyages whose travellers are to lose their names now, and within seven days.
    public var dueNow: Int
    public var dueInAWeek: Int
    /// Voyages that are due by their age and stay under a legal hold.
    public var heldNow: Int
    /// Watchlist entries, replaced versions of accounts and faces that are to be destroyed now.
    public var entriesDue: Int
    public var accountVersionsDue: Int
    public var facesDue: Int
    /// The holds that stand.
    public var holds: [RetentionHold]
    /// The newest reports.
    public var reports: [RetentionShelf.Kept]

    public init(
        schedule: RetentionSchedule, lastRun: RetentionReport?, dueNow: Int, dueInAWeek: Int, heldNow: Int = 0,
        entriesDue: Int = 0, accountVersionsDue: Int = 0, facesDue: Int = 0, holds: [RetentionHold] = [],
        reports: [RetentionShelf.Kept] = []
    ) {
        self.schedule = schedule
        self.lastRun = lastRun
        self.dueNow = dueNow
        self.dueInAWeek = dueInAWeek
        self.heldNow = heldNow
        self.entriesDue = entriesDue
        self.accountVersionsDue = accountVersionsDue
        self.facesDue = facesDue
        self.holds = holds
        self.reports = reports
    }
}
