// SPDX-License-Identifier: Apache-2.0

/// How often an officer may look somebody up by hand, and from where on the supervisor is told (requirement R27).
public struct LookUpLimits: Hashable, Sendable {
    /// Look-ups that an officer may make in any hour, and in a day of the registry.
    public var anHour = 20
    public var aDay = 50
    /// So many look-ups of an officer within an hour of the night tell the supervisor.
    public var alarmAtNight = 10
    /// So many officers who look up the same person within a day tell the supervisor.
    public var alarmOfficers = 3
    /// The night at the post: from this hour on, until before that one.
    public static let nightFrom = 22, nightUntil = 5

    public init() {}

    public init(anHour: Int, aDay: Int, alarmAtNight: Int = 10, alarmOfficers: Int = 3) {
        self.anHour = anHour
        self.aDay = aDay
        self.alarmAtNight = alarmAtNight
        self.alarmOfficers = alarmOfficers
    }

    static let hour: Int64 = 3_600_000, day: Int64 = 86_400_000

    /// Which limit the next look-up of an officer would pass, from the times of those made; nil where none.
    func passed(by times: [Int64], atMilliseconds now: Int64) -> Int? {
        let today = RegistryTerms.startOfDay(now)
        if times.count(where: { $0 >= today }) >= aDay { return aDay }
        return times.count(where: { $0 > now - Self.hour }) >= anHour ? anHour : nil
    }

    static func isNight(_ milliseconds: Int64, offsetMinutes: Int) -> Bool {
        let minutes = milliseconds / 60_000 + Int64(offsetMinutes)
        return isNight(hour: Int((minutes % 1_440 + 1_440) % 1_440 / 60))
    }

    static func isNight(hour: Int) -> Bool { hour >= nightFrom || hour < nightUntil }
}
