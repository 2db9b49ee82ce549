// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Travel

/// The travellers of a voyage who may be citizens, gathered by the bookings that they share.
struct TravelParties {
    /// In canonical order; whoever shares a booking or a record locator is in one party.
    let parties: [[Traveller]]

    init(_ voyage: Voyage) {
        let people = voyage.travellers.filter { $0.mayBeCitizen && $0.status != .cancelled }
        var parent = Array(people.indices)
        func root(_ place: Int) -> Int {
            var at = place
            while parent[at] != at { at = parent[at] }
            return at
        }
        var first: [String: Int] = [:]
        let places = Dictionary(people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        for (place, traveller) in people.enumerated() {
            for locator in traveller.recordLocators {
                if let other = first[locator] { parent[root(place)] = root(other) } else { first[locator] = place }
            }
        }
        for booking in voyage.bookings {
            let own = booking.travellers.compactMap { places[$0] }
            for place in own.dropFirst() { parent[root(place)] = root(own[0]) }
        }
        var gathered: [Int: [Traveller]] = [:]
        for (place, traveller) in people.enumerated() { gathered[root(place), default: []].append(traveller) }
        parties = gathered.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension Traveller {
    /// Whether the registry of citizens could hold the person, as far as the messages tell.
    public var mayBeCitizen: Bool { nik.current != nil || nationality.current.map { $0 == "IDN" } ?? true }
}
