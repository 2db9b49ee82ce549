// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Wording

/// The audit trail: who saw whom, by officer, subject and act. It shows no passengers.
enum AuditRoutes {
    private static let pageLimit = 200

    static let routes: [RouteDeclaration] = [
        .get("/audit", .policy(.viewAudit)) { visit in
            var query = AuditQuery(limit: pageLimit)
            query.officer = visit.query["petugas"].flatMap { RecordID<Officer>($0) }
            query.actions = visit.query["tindakan"].flatMap { AuditAction(rawValue: $0) }.map { [$0] } ?? []
            query.subject = visit.query["tentang"].map { String($0.prefix(80)) }
            query.beforeSequence = visit.query["sebelum"].flatMap { Int64($0) }
            let rows = try await visit.services.store.audit(query)
            let page = AuditPage(
                visit: visit, rows: rows, query: query, officers: try await OfficerNames.all(visit),
                alarms: try await visit.services.reads.alarms(atMilliseconds: visit.now),
                lookUps: try await LookUpAlarmDesk(services: visit.services).alarms(at: nil, now: visit.now),
                verdict: await visit.services.auditVerdict(), hasMore: rows.count == pageLimit)
            let last = rows.last.map { "\($0.sequence)" } ?? "-"
            return .page(
                page.render(),
                detail: "audit rows=\(rows.count) from=\(rows.first.map { "\($0.sequence)" } ?? "-") to=\(last)")
        }
    ]
}
