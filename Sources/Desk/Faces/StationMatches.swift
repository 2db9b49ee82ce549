// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Watchlists
import Wording

/// What two reviewers confirmed at a station or of a case's stills, as its officer sees it: face, reason, instruction.
struct StationMatches {
    /// One confirmed match.
    struct Item {
        let face: ConfirmedFace
        /// Nil where the entry is no longer there.
        let entry: WatchlistEntry?
        /// Whether it stands for a visitor of a demonstration.
        let isVisitor: Bool
        let hasProbe: Bool
        let hasPortrait: Bool
    }

    let items: [Item]
    /// Nil for stills, which nobody stands before.
    private let instruction: String?
    private let visit: Visit

    init(_ visit: Visit, _ desk: StationDesk, _ station: FaceStation) async throws {
        let found = try await desk.matches(at: station.name, atMilliseconds: visit.now)
        try await self.init(visit, desk, found, instruction: station.instruction)
    }

    /// What was confirmed of the stills of the case that was declared.
    init(stillsOf visit: Visit, _ desk: StationDesk) async throws {
        let found = try await desk.matches(ofStillsBy: try visit.mandate(), atMilliseconds: visit.now)
        try await self.init(visit, desk, found, instruction: nil)
    }

    private init(_ visit: Visit, _ desk: StationDesk, _ all: [ConfirmedFace], instruction: String?) async throws {
        self.visit = visit
        self.instruction = instruction
        let found = all.prefix(20)
        let records =
            found.isEmpty ? [] : try await visit.services.store.entries(Array(Set(found.map(\.match.entry))))
        let entries = Dictionary(records.map { ($0.entry.id, $0.entry) }, uniquingKeysWith: { a, _ in a })
        let kept = Set(try await visit.services.store.keptProbes(of: found.map(\.id)).map(\.review))
        var items: [Item] = []
        for face in found {
            let isInMemory = await desk.confirmedProbe(face.id) != nil
            // Once the officer has recorded what happened the station shows it no more.
            let hasProbe = isInMemory || (face.act == nil && kept.contains(face.id))
            let hasPortrait = await desk.confirmedPortrait(face.match.entry) != nil
            let isVisitor = await visit.services.visitors?.isVisitor(face.match.entry) ?? false
            items.append(
                Item(
                    face: face, entry: entries[face.match.entry], isVisitor: isVisitor, hasProbe: hasProbe,
                    hasPortrait: hasPortrait))
        }
        self.items = items
    }

    /// For the audit record.
    var shown: [String] { items.flatMap { ["face:\($0.face.id)", "entry:\($0.face.match.entry)"] } }

    /// Label and value of what is said about one.
    func facts(_ item: Item) -> [(label: String, value: String)] {
        let words = visit.words
        var facts = [(words(CommonText.time), visit.clock.moment(item.face.atMilliseconds, now: visit.now))]
        if let entry = item.entry {
            facts.append(
                (words(StationText.why), words.raised(words(.watchlistCategory, entry.category)) + " – " + entry.reason)
            )
            facts.append((words(StationText.basis), entry.basis))
        }
        if item.isVisitor { facts.append((words(StationText.why), words(VisitorText.why))) }
        guard let instruction else { return facts }
        facts.append((words(StationText.instruction), instruction))
        if item.face.match.journey == nil { facts.append((words(TravellerText.journey), words(StationText.noJourney))) }
        return facts
    }

    /// The traveller card, where the person is on a journey.
    func path(_ item: Item) -> String? { item.face.match.journey.map { "/penumpang/\($0.traveller)" } }

    /// For the page's script.
    var json: String {
        DeskJSON.array(
            items.filter { $0.face.act == nil }.map { item in
                DeskJSON.object([
                    "id": DeskJSON.quoted("\(item.face.id)"), "hasProbe": "\(item.hasProbe)",
                    "hasPortrait": "\(item.hasPortrait)", "path": DeskJSON.value(path(item)),
                    "facts": DeskJSON.array(
                        facts(item).map {
                            DeskJSON.object(["label": DeskJSON.quoted($0.label), "value": DeskJSON.quoted($0.value)])
                        }),
                ])
            })
    }
}
