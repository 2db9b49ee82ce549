// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// Travellers gathered into persons across their journeys, one appearance or judgement at a time.
///
/// What it holds depends on the appearances and judgements alone, never on the order in which they came: pairs are
/// compared by fixed constants (``PersonModel``), and every part of the whole that a change touches is parted anew by one
/// rule (`PersonPartition`). Appearances that say the same share a place, so that a commuter's thousandth crossing costs
/// what the first did.
/// - Complexity: an arrival compares with those that share a rare key with it, and goes through the pairs of different
///   appearances of the persons that it touches.
public struct Persons: Sendable {
    /// One or more appearances with equal facts.
    struct Place: Sendable {
        var facts: PersonFacts
        /// Sorted.
        var members: [RecordID<Traveller>]
        /// The first and last voyage.
        var use: ClosedRange<CivilDate>?
        /// The places that the model joins it to.
        var links: [(place: Int32, weight: Double)] = []
        /// The smallest member of the person that it belongs to.
        var person: RecordID<Traveller>
        /// Whether others with equal facts belong here.
        var isShared: Bool
    }

    public let model: PersonModel
    let comparison: PersonComparison
    var words = PersonWords()
    var places: [Place?] = []
    var freePlaces: [Int] = []
    var placeOfFacts: [PersonFacts: Int32] = [:]
    var placeOfAppearance: [RecordID<Traveller>: Int32] = [:]
    /// The days of voyages, kept for when an appearance leaves its place.
    var travelled: [RecordID<Traveller>: CivilDate] = [:]
    var blocks = BlockIndex()
    /// The places of persons that have more than one.
    var placesOfPerson: [RecordID<Traveller>: [Int32]] = [:]
    /// How many persons there are.
    public internal(set) var count = 0
    var judgements: [RecordID<PersonJudgement>: PersonJudgement] = [:]
    var judgementsOfAppearance: [RecordID<Traveller>: [RecordID<PersonJudgement>]] = [:]

    /// - Parameter expecting: so many appearances are made room for beforehand.
    public init(model: PersonModel = .standard, expecting: Int = 0) {
        self.model = model
        comparison = PersonComparison(model)
        guard expecting > 0 else { return }
        placeOfAppearance.reserveCapacity(expecting)
        travelled.reserveCapacity(expecting)
        placeOfFacts.reserveCapacity(expecting)
        places.reserveCapacity(expecting)
        blocks.reserve(expecting * 8)
    }

    /// How many appearances there are.
    public var appearanceCount: Int { placeOfAppearance.count }

    /// The person that an appearance belongs to, nil for an unknown one.
    public func person(of appearance: RecordID<Traveller>) -> Person? {
        guard let place = placeOfAppearance[appearance], let person = places[Int(place)]?.person else { return nil }
        return Person(members: places(of: person, or: Int(place)).flatMap { places[$0]?.members ?? [] })
    }

    /// All persons, by identifier.
    public var all: [Person] {
        var members: [RecordID<Traveller>: [RecordID<Traveller>]] = [:]
        for case .some(let place) in places { members[place.person, default: []].append(contentsOf: place.members) }
        return members.values.map { Person(members: $0) }.sorted { $0.id < $1.id }
    }

    /// How two appearances compare, nil where one is unknown.
    public func link(_ one: RecordID<Traveller>, _ other: RecordID<Traveller>) -> PersonLink? {
        guard let first = placeOfAppearance[one], let second = placeOfAppearance[other],
            let a = places[Int(first)]?.facts, let b = places[Int(second)]?.facts
        else { return nil }
        return comparison.link(a, b, words: words)
    }

    /// The weight from which two appearances are held to be of one person, in bits.
    public var threshold: Double { comparison.threshold }

    func places(of person: RecordID<Traveller>, or place: Int) -> [Int] {
        placesOfPerson[person]?.map { Int($0) } ?? [place]
    }
}
