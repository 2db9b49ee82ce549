// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Glibc

/// Finds the residents who may be a traveller and says how probable each is.
///
/// A value with scratch memory of its own: one for each task, all over one index.
public struct PopulationResolver {
    let index: PopulationIndex
    let model: MatchModel
    /// log2 odds of any one resident before anything is compared.
    let prior: Double
    private var resident = NameQuery.Resident()
    private var pairings: [NameQuery.Pairing] = []

    /// More rows than this that only share a pair of words are not looked at one by one: nothing tells them apart.
    static let mostPairRows = 4_000

    public init(index: PopulationIndex, model: MatchModel = .standard) {
        self.index = index
        self.model = model
        prior = log2(model.registered / (1 - model.registered) / Double(index.count))
    }

    /// The candidates of one traveller, companions left out of account.
    public mutating func resolve(_ claim: TravellerClaim) -> Resolution {
        Resolution(candidates(claim), prior: prior)
    }

    /// All residents worth weighing, each once.
    mutating func candidates(_ claim: TravellerClaim) -> [Candidate] {
        var search = TravellerSearch(claim, index: index, model: model)
        var found: [Int: Candidate] = [:]
        func best() -> Double { (found.values.map(\.weight).max() ?? -100) + prior }
        if let nik = claim.nik {
            for row in NIKSlips.rows(of: nik, in: index) { consider(row, &search, &found, floor: -30) }
        }
        if let birth = claim.birth, let days = DateComparison.days(of: birth) {
            scan(index.rows(days: days), &search, &found, isExact: birth.date != nil)
            if best() < 6 {
                for day in search.date.nearDays() { scan(index.rows(day: day), &search, &found, isExact: false) }
            }
        }
        if best() < 6 { scanPairs(&search, &found) }
        let top = found.values.map(\.weight).max() ?? 0
        return found.values.filter { $0.weight > top - 24 && $0.weight + prior > -16 }
    }

    /// Weighs one more resident for a traveller, for whom companions speak.
    mutating func candidate(_ row: Int, _ search: inout TravellerSearch) -> Candidate {
        search.weigh(row, &resident, &pairings)
    }

    private mutating func consider(
        _ row: Int, _ search: inout TravellerSearch, _ found: inout [Int: Candidate], floor: Double
    ) {
        guard found[row] == nil else { return }
        let candidate = search.weigh(row, &resident, &pairings)
        if candidate.weight > floor { found[row] = candidate }
    }

    /// Looks at the rows of some days: at all of a single day, else at those with the traveller's words.
    private mutating func scan(
        _ rows: Range<Int>, _ search: inout TravellerSearch, _ found: inout [Int: Candidate], isExact: Bool
    ) {
        guard !rows.isEmpty else { return }
        if isExact, rows.count <= 100_000 {
            for row in rows { consider(row, &search, &found, floor: -prior - 18) }
            return
        }
        let signatures = index.numbers(.signatures)
        let masks = search.masks
        guard masks.all != 0 else { return }
        for row in rows {
            let hits = (signatures[row] & masks.all).nonzeroBitCount
            if hits >= masks.least { consider(row, &search, &found, floor: -prior - 14) }
        }
    }

    /// Looks at residents with two of the traveller's words, whatever their dates.
    private mutating func scanPairs(_ search: inout TravellerSearch, _ found: inout [Int: Candidate]) {
        let starts = index.numbers(.pairStarts)
        let rows = index.numbers(.pairRows)
        let classes = search.name.classes.filter { $0 != 0 }
        PairHash.forEachPair(classes) { first, second in
            let bucket = PairHash.bucket(first, second, bits: index.pairBits)
            let range = Int(starts[bucket])..<Int(starts[bucket + 1])
            guard range.count <= Self.mostPairRows else { return }
            for place in range { consider(Int(rows[place]), &search, &found, floor: -prior - 14) }
        }
    }
}

/// The numbers that a slip may have turned into a given one.
enum NIKSlips {
    /// Rows of the number itself and, where there is none, of those that differ in one digit or in two neighbours.
    static func rows(of nik: NIK, in index: PopulationIndex) -> [Int] {
        if let row = index.row(nik: nik.value) { return [row] }
        var rows: [Int] = []
        var power: UInt64 = 1
        for place in 0..<16 {
            let digit = nik.value / power % 10
            for other in 0..<10 where other != digit {
                let slipped = nik.value - digit * power + UInt64(other) * power
                if let row = index.row(nik: slipped) { rows.append(row) }
            }
            if place < 15 {
                let next = nik.value / power / 10 % 10
                let turned = nik.value - digit * power - next * power * 10 + next * power + digit * power * 10
                if next != digit, let row = index.row(nik: turned) { rows.append(row) }
            }
            power *= 10
        }
        return rows
    }

    /// How two numbers compare; a slip says less where date and region are compared on their own.
    enum Level {
        case same
        /// One digit, or two neighbours exchanged.
        case slipped
        /// The same among the last four digits, which neighbours and twins differ in.
        case slippedSerial
        case different
    }

    static func level(_ a: UInt64, _ b: UInt64) -> Level {
        if a == b { return .same }
        var a = a
        var b = b
        var differing: [(place: Int, a: UInt64, b: UInt64)] = []
        for place in 0..<16 {
            if a % 10 != b % 10 { differing.append((place, a % 10, b % 10)) }
            a /= 10
            b /= 10
            if differing.count > 2 { return .different }
        }
        let isSerial = differing[0].place < 4
        if differing.count == 1 { return isSerial ? .slippedSerial : .slipped }
        let (x, y) = (differing[0], differing[1])
        guard y.place == x.place + 1, x.a == y.b, x.b == y.a else { return .different }
        return isSerial ? .slippedSerial : .slipped
    }
}
