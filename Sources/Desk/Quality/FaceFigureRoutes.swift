// SPDX-License-Identifier: Apache-2.0

import Casework
import Gazetteer
import Mandate
import Safeguards

/// The figures of stations and reviewers: counts by station and month, nobody in them.
enum FaceFigureRoutes {
    static let routes: [RouteDeclaration] = [
        .get(QualityQuestion.faces, .policy(.viewQuality)) { visit in
            let asked = visit.query["bulan"].flatMap { Int($0) }
            let months = asked.flatMap { QualityQuestion.faceMonths.contains($0) ? $0 : nil } ?? 12
            let gazetteer = visit.services.gazetteer
            let figures = try await FaceFigures.read(
                visit.services.store, months: months, allowed: visit.services.policy.faces.falsePositiveRate,
                atMilliseconds: visit.now
            ) { gazetteer.port($0.description)?.utcOffsetMinutes ?? 420 }
            return .page(
                FaceFiguresPage(
                    visit: visit, asked: QualityQuestion(visit, path: QualityQuestion.faces), figures: figures,
                    months: months
                ).render(), detail: "face figures months=\(months)")
        }
    ]
}
