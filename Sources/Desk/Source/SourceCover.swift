// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Travel

/// Which segments of a message a reader may read, and which are about the person looked at.
struct SourceCover: Sendable {
    private var visible: Set<Int> = []
    private var covered: Set<Int> = []
    private var marked: Set<Int> = []
    private let showsAll: Bool

    /// - Parameters:
    ///   - isShown: whether the source text about a traveller may be shown.
    ///   - showsAll: whether the policy shows source text whoever it is about.
    init(
        _ message: ReceivedMessage, id: RecordID<ReceivedMessage>, text: SourceText, opening: VoyageOpening,
        person: Traveller?, showsAll: Bool, isShown: (Traveller) -> Bool
    ) {
        self.showsAll = showsAll
        var byIndex: [Int: Traveller] = [:]
        for traveller in opening.voyage.travellers {
            for part in traveller.contributions where part.order.message == id { byIndex[part.index] = traveller }
        }
        // Of a booking that only some of its people may be shown of, what is theirs alone and what is about journeys.
        for booking in message.bookings {
            guard let span = booking.span else { continue }
            let people = booking.travellers.compactMap { byIndex[$0] }
            let isOpen = people.contains(where: isShown)
            let numbers = SourceCover.numbers(span)
            if !isOpen {
                covered.formUnion(numbers)
            } else if people.count == booking.travellers.count, people.allSatisfy(isShown) {
                visible.formUnion(numbers)
            } else {
                let own = SourceCover.marks(of: people.filter(isShown))
                let others = SourceCover.marks(of: people.filter { !isShown($0) })
                for piece in text.pieces where numbers.contains(piece.number) {
                    let isOwn = own.contains { piece.text.contains($0) } && !others.contains { piece.text.contains($0) }
                    if isOwn || SourceCover.structural.contains(piece.name) {
                        visible.insert(piece.number)
                    } else {
                        covered.insert(piece.number)
                    }
                }
            }
            if let person, people.contains(where: { $0.id == person.id }) {
                marked.formUnion(SourceCover.numbers(span))
            }
        }
        var others: Set<Int> = []
        var own: Set<Int> = []
        for (index, values) in message.travellers.enumerated() {
            guard let span = values.span else { continue }
            let traveller = byIndex[index]
            if let traveller, isShown(traveller) {
                own.formUnion(SourceCover.numbers(span))
            } else {
                others.formUnion(SourceCover.numbers(span))
            }
            if let traveller, let person, traveller.id == person.id {
                if message.bookings.isEmpty { marked.formUnion(SourceCover.numbers(span)) }
            } else {
                marked.subtract(SourceCover.numbers(span))
            }
        }
        visible.formUnion(own)
        covered.formUnion(others)
        covered.subtract(own)
        visible.subtract(covered)
        marked.subtract(covered)
        if let person {
            for (index, values) in message.travellers.enumerated() where byIndex[index]?.id == person.id {
                if let span = values.span { marked.formUnion(SourceCover.numbers(span)) }
            }
        }
    }

    /// Whether a segment may be read. Envelope and voyage segments, about nobody, always may.
    func isVisible(_ number: Int) -> Bool { showsAll || !covered.contains(number) }

    /// Whether a segment is about the person looked at.
    func isMarked(_ number: Int) -> Bool { marked.contains(number) && isVisible(number) }

    /// Segments of a booking that are about journeys, not about people.
    private static let structural: Set<String> = [
        "SRC", "RCI", "ORG", "TVL", "RPI", "APD", "ABI", "MSG", "DAT", "EQN",
        // Of documents.
        "PNR", "BookingRefID", "CompanyName", "POS", "Flight", "DepartureAirport", "ArrivalAirport",
        "OperatingAirline", "MarketingAirline", "Equipment",
    ]

    /// What tells people of one booking apart in its text: given names, document numbers, references.
    private static func marks(of people: [Traveller]) -> Set<String> {
        var marks = Set<String>()
        for traveller in people {
            for given in traveller.given.observations {
                marks.formUnion(given.value.split(separator: " ").map(String.init).filter { $0.count >= 3 })
            }
            marks.formUnion(traveller.documents.compactMap(\.value.number))
            marks.formUnion(traveller.passengerReferences)
        }
        return marks.filter { $0.count >= 3 }
    }

    private static func numbers(_ span: SegmentSpan) -> Set<Int> {
        guard span.first <= span.last, span.last - span.first < 50_000 else { return [] }
        return Set(Int(span.first)...Int(span.last))
    }
}
