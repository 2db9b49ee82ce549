// SPDX-License-Identifier: Apache-2.0

import Casework
import Metering

/// Figures for machines: no personal data, for whoever shows the token of `metrics.token`, and nobody where there is none.
struct MetricRoutes {
    static let path = "/metrics"

    let meter: RequestMeter
    let live: LiveBoard
    let sessions: SessionDesk

    var routes: [RouteDeclaration] {
        [
            .get(Self.path, .metrics, isInterface: true) { [self] visit in
                var families = await visit.services.metrics()
                families.append(
                    MetricFamily(
                        "cermat_sessions", .gauge, "Officers signed in.", await sessions.count(now: visit.now)))
                families.append(
                    MetricFamily("cermat_boards_open", .gauge, "Live boards that are open.", await live.readerCount))
                if let alarms = try? await visit.services.reads.alarms(atMilliseconds: visit.now, looking: false) {
                    families.append(
                        MetricFamily(
                            "cermat_read_alarms_open", .gauge, "Alarms about officers' reading that nobody looked at.",
                            alarms.count { !$0.isSeen }))
                }
                return Reply(
                    body: .text(MetricText.of(families + meter.families), type: MetricText.mediaType))
            }
        ]
    }
}
