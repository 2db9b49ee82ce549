// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Wording

/// Marks an alarm about an officer's reading as looked at, by somebody else than that officer.
enum ReadAlarmRoutes {
    static let routes: [RouteDeclaration] = [
        .post("/audit/alarm", .policy(.viewAudit)) { visit in
            guard let kind = visit.form["jenis"].flatMap({ ReadAlarm.Kind(rawValue: $0) }),
                let officer = visit.form["petugas"].flatMap({ RecordID<Officer>($0) }),
                let day = visit.form["hari"].flatMap({ Int($0) }),
                let upTo = visit.form["sampai"].flatMap({ Int64($0) })
            else { throw DeskError.badRequest(field: "alarm") }
            let mandate = try visit.mandate()
            guard mandate.officer != officer else { throw DeskError.refused(.viewAudit, .ownActs) }
            let key = ReadAlarm.Key(kind: kind, officer: officer, day: day)
            let known = try await visit.services.reads.alarms(atMilliseconds: visit.now)
            // Only what stands on the page can be marked, and only as far as it was shown.
            guard let alarm = known.first(where: { $0.key == key }) else { throw DeskError.notFound }
            _ = try await visit.services.acts.markSeen(
                SeenAlarm(
                    alarm: key, upToSequence: min(upTo, alarm.lastSequence), note: visit.form["catatan"] ?? ""),
                by: mandate, atMilliseconds: visit.now)
            return await visit.done("/audit#alarm", visit.words(AuditText.alarmSaved))
        }
    ]
}
