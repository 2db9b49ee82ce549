// SPDX-License-Identifier: Apache-2.0

import Messages
import Travel

/// Which parts of a tried message are about whom: runs of parts, each about one person, one booking or nobody.
struct TrialPlaces {
    /// The most parts of all messages, and people of one, that a page shows.
    static let segmentLimit = 4_000, travellerLimit = 400

    /// Neighbouring parts about the same.
    struct Group {
        let number: Int
        let owner: ReadValue.Owner?
        var pieces: [MessageText.Piece]
    }

    private(set) var groups: [Group] = []
    let isCut: Bool

    init(_ trial: MessageTrial, limit: Int) {
        isCut = trial.text.pieces.count > limit
        for piece in trial.text.pieces.prefix(limit) {
            let owner = piece.number.flatMap { TrialPlaces.owner(of: $0, trial) }
            if let last = groups.last, last.owner == owner {
                groups[groups.count - 1].pieces.append(piece)
            } else {
                groups.append(Group(number: groups.count + 1, owner: owner, pieces: [piece]))
            }
        }
    }

    /// The runs about one person or booking.
    func groups(of owner: ReadValue.Owner) -> [Group] { groups.filter { $0.owner == owner } }

    /// The person whose own span is the narrowest, else the one of whom something was read, else the booking.
    private static func owner(of number: Int, _ trial: MessageTrial) -> ReadValue.Owner? {
        let message = trial.message
        func holds(_ span: SegmentSpan?) -> Bool {
            span.map { Int($0.first) <= number && number <= Int($0.last) } ?? false
        }
        let people = message.travellers.indices.filter { holds(message.travellers[$0].span) }
        if let own = people.min(by: { width(message.travellers[$0].span) < width(message.travellers[$1].span) }) {
            return .traveller(own)
        }
        let read = (trial.readings[number] ?? []).map(\.owner)
        for owner in read { if case .traveller = owner { return owner } }
        return message.bookings.indices.first { holds(message.bookings[$0].span) }.map { .booking($0) }
    }

    private static func width(_ span: SegmentSpan?) -> Int32 { span.map { $0.last - $0.first } ?? .max }
}

/// Anchors inside the page of a trial.
enum TrialAnchor {
    /// `m1-orang-3`, `m1-pesanan-2`; the voyage and the message share the head of their section.
    static func id(_ owner: ReadValue.Owner, in message: Int) -> String {
        switch owner {
        case .traveller(let index): "m\(message)-orang-\(index + 1)"
        case .booking(let index): "m\(message)-pesanan-\(index + 1)"
        case .voyage, .message: "m\(message)-judul"
        }
    }
}
