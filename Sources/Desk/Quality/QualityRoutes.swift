// SPDX-License-Identifier: Apache-2.0

import Mandate
import Quality

/// How carriers send, and how early hits are known: counts, codes and opaque identifiers, no data of travellers.
enum QualityRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/mutu", .policy(.viewQuality)) { visit in
            let asked = QualityQuestion(visit)
            let report = try await visit.services.quality.report(asked.query, now: visit.now)
            return .page(QualityPage(visit: visit, asked: asked, report: report).render(), detail: asked.detail)
        },
        .get("/mutu/waktu", .policy(.viewQuality)) { visit in
            let asked = QualityQuestion(visit, path: "/mutu/waktu")
            let report = try await visit.services.quality.report(asked.query, now: visit.now)
            return .page(
                TimelinessPage(visit: visit, asked: asked, report: report).render(),
                shown: report.hitsKnownAfterLanding.prefix(TimelinessPage.limit).map { "hit:\($0.id)" },
                detail: asked.detail)
        },
        .get("/mutu/pengangkut/{code}", .policy(.viewQuality)) { visit in
            guard let code = visit.parameters["code"], QualityQuestion.isCode(code) else { throw DeskError.notFound }
            let asked = QualityQuestion(visit, path: "/mutu/pengangkut/" + code, carrier: code)
            let report = try await visit.services.quality.report(asked.query, now: visit.now)
            let standing = report.carriers.first { $0.carrier == code }
            return .page(
                QualityCarrierPage(
                    visit: visit, asked: asked, report: report,
                    standing: standing ?? CarrierStanding(carrier: code)
                ).render(), detail: asked.detail)
        },
    ]
}
