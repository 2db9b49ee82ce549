// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel

/// A voyage with its people.
enum VoyageRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/perjalanan/{id}", .record(.viewVoyage)) { visit in
            let opening = try await VoyageOpening(visit.id(of: Voyage.self), visit)
            let inbox = try await messages(of: opening, visit)
            let registry = await visit.services.registry.standings(
                on: opening.voyage, atMilliseconds: visit.now)
            let shown = ["voyage:\(opening.facts.id)"] + opening.voyage.travellers.map { "traveller:\($0.id)" }
            return .page(
                VoyagePage(
                    visit: visit, opening: opening, messages: inbox.messages, series: inbox.series, registry: registry
                ).render(),
                shown: shown)
        }
    ]

    /// What is stored about the voyage's messages, in their own order, without their contents, and which parts of
    /// divided ones are here.
    private static func messages(
        of opening: VoyageOpening, _ visit: Visit
    ) async throws -> (messages: [VoyageMessage], series: [PartSeries]) {
        let held = try await visit.services.store.knowledge(of: [opening.facts.id], held: []).first?.messages ?? []
        let byID = Dictionary(held.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let decoded = held.map { DecodedMessage($0, decode: visit.services.decode) }
        let values = Dictionary(decoded.map { ($0.id, $0.message) }, uniquingKeysWith: { a, _ in a })
        let series = PartSeries.all(in: decoded)
        let messages = opening.facts.messages.map { order in
            let stored = byID[order.message]
            let decoded = values[order.message]
            let own = series.first { $0.messages.contains(order.message) }
            let declared = own.map { $0.parts.isWhole ? $0.declared : nil } ?? decoded?.declaredTotal
            return VoyageMessage(
                order: order, receivedAtMilliseconds: stored?.receivedAtMilliseconds, origin: stored?.origin,
                sizeBytes: stored?.bytes.count ?? 0, filtered: stored?.filtered ?? [:],
                kind: decoded?.kind,
                function: decoded.map { [$0.function, $0.functionDetail].compactMap(\.self).joined(separator: "+") },
                effect: decoded?.effect, declared: declared, found: own?.found ?? decoded?.foundTotal ?? 0,
                warnings: decoded?.warnings ?? [])
        }
        return (messages, series)
    }
}
