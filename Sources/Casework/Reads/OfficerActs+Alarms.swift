// SPDX-License-Identifier: Apache-2.0

public import Mandate

extension OfficerActs {
    /// Notes that an alarm was looked at. Whose reading it is about may not: the caller refuses that.
    ///
    /// - Throws: `.reasonRequired` for a note that is none.
    public func markSeen(
        _ seen: SeenAlarm, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> DecisionRecord {
        precondition(mandate.officer != seen.alarm.officer, "an officer may not mark an alarm about themselves")
        var seen = seen
        seen.note = try checkedReason(seen.note)
        let record = record(.alarmSeen(seen), by: mandate, now)
        try await write(
            CaseworkChange(decisions: [record]), .reviewAlarm, by: mandate, now,
            subjects: ["officer:\(seen.alarm.officer)"],
            detail: "\(seen.alarm.kind.rawValue) up-to=\(seen.upToSequence)")
        return record
    }
}
