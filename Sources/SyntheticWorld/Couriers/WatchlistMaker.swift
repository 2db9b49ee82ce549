// SPDX-License-Identifier: Apache-2.0

import Civil

/// Makes the watchlist: some who travel on the later voyages, some whom nobody will see.
struct WatchlistMaker {
    /// An entry with the person whom it truly means, for truth/.
    struct Listing: Sendable {
        let line: WatchlistLine
        let person: String
        /// The voyage by which the person was chosen; empty for those who do not travel.
        let voyage: String
        /// The person; nil where an entry means a network.
        var subject: WorldPerson?
    }

    let seed: UInt64
    let manifests: ManifestMaker

    /// One traveller in this many of the later voyages is listed.
    static let travellersPerListing = 400
    /// Voyages that depart from this many minutes before the anchor on count as later.
    static let laterMinutes = 3 * 1440

    private static let owners = ["P2 Pusat", "P2 Soekarno-Hatta", "P2 Batam", "BNN", "Kanwil Bali"]
    private static let categories = ["narcotics", "currency", "wildlife", "goods", "fraud", "other"]

    /// All entries in the order of their numbers.
    func listings() -> [Listing] {
        var listings: [Listing] = []
        var seen: Set<PersonIdentity> = []
        let anchor = manifests.parties.timetable.anchor
        for voyage in manifests.parties.timetable.voyages(from: anchor - Self.laterMinutes) {
            let manifest = manifests.manifest(of: voyage)
            for booking in manifest.bookings {
                for passenger in booking.passengers where isListed(passenger, on: voyage) {
                    guard seen.insert(passenger.person.identity).inserted else { continue }
                    let line = line(passenger, booking, number: listings.count + 1)
                    listings.append(
                        Listing(
                            line: line, person: passenger.person.identity.label, voyage: voyage.label,
                            subject: passenger.person))
                }
            }
        }
        listings += networkListings(from: listings.count)
        listings += strangers(from: listings.count)
        return listings
    }

    private func isListed(_ passenger: WorldPassenger, on voyage: WorldVoyage) -> Bool {
        if passenger.isPlannedHit { return true }
        guard passenger.person.age(onDay: voyage.departure / 1440) >= 18 else { return false }
        var generator = SeededGenerator(seed, .watchlist, passenger.person.identity.key)
        return generator.below(Self.travellersPerListing) == 0
    }

    private func line(_ passenger: WorldPassenger, _ booking: WorldBooking, number: Int) -> WatchlistLine {
        var generator = SeededGenerator(seed, .watchlist, passenger.person.identity.key, 1)
        let draw = passenger.isPlannedHit ? 0 : generator.below(100)
        var line = blank(number: number, &generator)
        switch draw {
        case 0..<55:
            fill(&line, passenger, generator: &generator, isExact: passenger.isPlannedHit)
        case 55..<76:
            line.kind = .document
            line.documentType = "P"
            line.documentNumber = passenger.passport.number
            if generator.chance(permille: 250) { line.documentNumber = spelled(line.documentNumber) }
            line.documentIssuer = passenger.passport.issuer
        case 76..<88:
            line.kind = .contact
            let isMail = generator.chance(permille: 300)
            line.contactKind = isMail ? "email" : "phone"
            line.contact = isMail ? passenger.person.email : "+" + passenger.person.phone
        default:
            guard !booking.payment.card.isEmpty else {
                fill(&line, passenger, generator: &generator, isExact: true)
                break
            }
            line.kind = .card
            line.card = booking.payment.card
        }
        return line
    }

    private func fill(
        _ line: inout WatchlistLine, _ passenger: WorldPassenger, generator: inout SeededGenerator, isExact: Bool
    ) {
        let person = passenger.person
        line.surname = person.surname
        line.given = person.given
        if !isExact {
            switch generator.below(4) {
            case 0: line.surname = NameMaker.variant(of: person.surname, using: &generator)
            case 1: line.given = NameMaker.variant(of: person.given, using: &generator)
            default: break
            }
        }
        line.birthDate = person.birthDate.description
        if !isExact, generator.chance(permille: 120) { line.birthDate = String(line.birthDate.prefix(4)) }
        line.sex = person.sex.rawValue
        line.nationality = person.nationality
        if isExact || generator.chance(permille: 500) {
            line.documentType = "P"
            line.documentNumber = passenger.passport.number
            line.documentIssuer = passenger.passport.issuer
        }
    }

    private func blank(number: Int, _ generator: inout SeededGenerator) -> WatchlistLine {
        let day = manifests.parties.timetable.anchor / 1440
        let category = generator.pick(Self.categories)
        return WatchlistLine(
            listID: "W" + decimal(number, 5), kind: .person, owner: generator.pick(Self.owners),
            basis: "ND-\(generator.within(1...400))/\(MessageTime.clock(day * 1440).date.year)", category: category,
            grading: generator.pick(["A1", "B2", "B2", "C3", "E4"]),
            reviewDate: date(day + generator.within(20...170)), expiry: date(day + generator.within(180...700)),
            reason: "\(category) information of \(date(day - generator.within(5...300)))")
    }

    private func date(_ day: Int) -> String { MessageTime.clock(day * 1440).date.description }

    /// A document number as somebody writes it down: with a blank, or with the letter O for a nought.
    private func spelled(_ number: String) -> String {
        guard let zero = number.firstIndex(of: "0") else { return number.prefix(1) + " " + number.dropFirst() }
        return number[..<zero] + "O" + number[number.index(after: zero)...]
    }

    /// The phones and cards of networks of which somebody was caught.
    private func networkListings(from start: Int) -> [Listing] {
        var listings: [Listing] = []
        for network in manifests.networks where network.journeys.contains(where: { $0.find != nil }) {
            var generator = SeededGenerator(seed, .watchlist, network.index, 2)
            var line = blank(number: start + listings.count + 1, &generator)
            line.category = network.journeys.compactMap(\.find).first?.category ?? line.category
            line.reason = "\(line.category) seizure in the last weeks"
            if network.journeys.contains(where: \.sharesCard) {
                line.kind = .card
                line.card = network.card
            } else if network.journeys.contains(where: \.sharesPhone) {
                line.kind = .contact
                line.contactKind = "phone"
                line.contact = "+" + network.phone
            } else {
                continue
            }
            listings.append(Listing(line: line, person: "network \(network.index)", voyage: ""))
        }
        return listings
    }

    /// People who do not travel: most entries of a real list.
    private func strangers(from start: Int) -> [Listing] {
        (0..<150).map { place in
            var generator = SeededGenerator(seed, .watchlist, place, 3)
            var line = blank(number: start + place + 1, &generator)
            let index = 1 << 43 + place
            let person = manifests.bookings.persons.foreigner(index, nation: generator.pick(ForeignNation.all))
            fill(
                &line, WorldPassenger(person: person, passport: person.passport), generator: &generator, isExact: true)
            return Listing(line: line, person: person.identity.label, voyage: "", subject: person)
        }
    }
}
