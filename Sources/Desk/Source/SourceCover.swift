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
        _ message: ReceivedMessage, id: RecordID<ReceivedMessage>, opening: VoyageOpening, person: Traveller?, showsAll: Bool,
        isShown: (Traveller) -> Bool
    ) {
        self.showsAll = showsAll
        var byIndex: [Int: Traveller] = [:]
        for traveller in opening.voyage.travellers {
            for part in traveller.contributions where part.order.message == id { byIndex[part.index] = traveller }
        }
        // Bookings first: what they hold beyond the people in them follows whoever in them may be shown.
        for booking in message.bookings {
            guard let span = booking.span else { continue }
            let people = booking.travellers.compactMap { byIndex[$0] }
            let isOpen = people.contains(where: isShown)
            if isOpen { visible.formUnion(SourceCover.numbers(span)) } else { covered.formUnion(SourceCover.numbers(span)) }
            if let person, people.contains(where: { $0.id == person.id }) { marked.formUnion(SourceCover.numbers(span)) }
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

    private static func numbers(_ span: SegmentSpan) -> Set<Int> {
        guard span.first <= span.last, span.last - span.first < 50_000 else { return [] }
        return Set(Int(span.first)...Int(span.last))
    }
}
