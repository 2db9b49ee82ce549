// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Screening
import Wording

/// The ledger of messages, as page and interface; no data of travellers.
enum StatusRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/keadaan", .policy(.viewStatus)) { visit in
            let counts = try await visit.services.store.inboxCounts()
            let words = visit.words
            let installation = await visit.services.installation()
            let registry = await visit.services.registry.verification?.overview()
            let alarms = try await LookUpAlarmDesk(services: visit.services).count(at: nil, now: visit.now)
            return .page(
                PageFrame(visit, words(StatusText.title), current: .status).render { html in
                    html.add("h1", words(StatusText.title))
                    if let installation { HealthTable(visit: visit, findings: installation.findings).write(&html) }
                    html.add("h2", words(StatusText.ledger))
                    html.add("dl", ["class": "figures"]) { html in
                        let items: [(String, Int)] = [
                            (words(StatusText.stored), counts.stored), (words(StatusText.pending), counts.pending),
                            (words(StatusText.processed), counts.stored - counts.pending),
                            (words(StatusText.quarantined), counts.quarantined),
                            (words(StatusText.duplicates), counts.duplicates),
                            (words(StatusText.forgotten), counts.forgotten),
                        ]
                        for item in items {
                            html.add("div") { html in
                                html.add("dt", item.0)
                                html.add("dd", words.number(item.1))
                            }
                        }
                    }
                    if visit.services.registry.terms.access != .none {
                        html.add("dl", ["class": "figures"]) { html in
                            html.add("div") { html in
                                html.add("dt", words(LookUpText.alarmsToday))
                                html.add("dd") { html in
                                    // Who may see them sees them one click away; others only how many.
                                    let page: String? =
                                        visit.allows(.viewAudit)
                                        ? "/audit#" + AuditPage.lookUpAnchor
                                        : visit.allows(.viewDecisions) ? "/keputusan#alarm" : nil
                                    if let page, alarms > 0 {
                                        html.add("a", ["href": page], words.number(alarms))
                                    } else {
                                        html.say(words.number(alarms))
                                    }
                                }
                            }
                        }
                    }
                    if let registry { RegistryFigures(visit: visit, overview: registry).write(&html) }
                    if let retention = installation?.retention {
                        RetentionFigures(visit: visit, outlook: retention).write(&html)
                    }
                    if counts.pending == 0 { html.add("p", ["class": "quiet"], words(StatusText.ledgerBalances)) }
                })
        },
        .get("/api/status", .policy(.viewStatus), isInterface: true) { visit in
            let counts = try await visit.services.store.inboxCounts()
            let json = DeskJSON.object([
                "messages": DeskJSON.object([
                    "stored": "\(counts.stored)", "pending": "\(counts.pending)",
                    "quarantined": "\(counts.quarantined)",
                    "duplicates": "\(counts.duplicates)", "forgotten": "\(counts.forgotten)",
                ])
            ])
            return .json(Array(json.utf8))
        },
    ]
}
