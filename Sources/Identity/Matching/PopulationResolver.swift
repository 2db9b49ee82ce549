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
    /// Rows of residents who changed or left since the index was built.
    private let superseded: SortedRows
    private var scratch = TravellerSearch.Scratch()

    /// Of more rows than this that share a pair of words only those of a like date are looked at: nothing tells the
    /// others apart.
    static let mostPairRows = 4_000
    /// Days with more residents than this are searched through the lists of pairs of words first.
    static let mostRowsRead = 500
    /// Days with more residents than this are never read without a word in common.
    static let mostRowsOfDay = 100_000
    /// Candidates of log2 odds below this are left out: nothing but companions could raise them, who bring their own.
    static let leastLogOdds = -12.0
    /// With a candidate of such log2 odds nobody is looked for under other dates.
    static let enough = 6.0

    public init(index: PopulationIndex, model: MatchModel = .standard) {
        self.index = index
        self.model = model
        superseded = index.changes?.superseded ?? SortedRows()
        prior = log2(model.registered / (1 - model.registered) / Double(index.base.count))
    }

    /// The candidates of one traveller, companions left out of account.
    public mutating func resolve(_ claim: TravellerClaim) -> Resolution {
        var search = TravellerSearch(claim, index: index, model: model)
        return Resolution(candidates(&search), prior: prior)
    }

    /// What was found so far, each row once.
    private struct Found {
        var candidates: [Candidate] = []
        var rows: Set<Int> = []
        var best = -100.0

        mutating func add(_ candidate: Candidate) {
            candidates.append(candidate)
            rows.insert(candidate.row)
            best = max(best, candidate.weight)
        }
    }

    /// All residents worth weighing, each once.
    mutating func candidates(_ search: inout TravellerSearch) -> [Candidate] {
        var found = Found()
        if let nik = search.claim.nik {
            for row in NIKSlips.rows(of: nik, in: index) {
                if row < index.base.count {
                    consider(row, &search, &found)
                } else {
                    consider(row - index.base.count, &search.later[0], &found)
                }
            }
        }
        if let birth = search.claim.birth, let days = DateComparison.days(of: birth) {
            everywhere(&search, &found) { resolver, search, found in
                for day in days { resolver.scan(day, &search, &found, isExact: birth.date != nil) }
            }
            if found.best + prior < Self.enough {
                everywhere(&search, &found) { $0.scanNearDates(&$1, &$2) }
            }
        }
        if found.best + prior < Self.enough { everywhere(&search, &found) { $0.scanPairs(&$1, &$2) } }
        let least = max(found.best - 24, Self.leastLogOdds - prior)
        return found.candidates.filter { $0.weight > least }
    }

    /// Does one step among the residents of the index, then among those changed since.
    private mutating func everywhere(
        _ search: inout TravellerSearch, _ found: inout Found,
        _ step: (inout PopulationResolver, inout TravellerSearch, inout Found) -> Void
    ) {
        step(&self, &search, &found)
        for place in search.later.indices { step(&self, &search.later[place], &found) }
    }

    private mutating func scanNearDates(_ search: inout TravellerSearch, _ found: inout Found) {
        for day in search.date.nearDays() { scan(day, &search, &found, isExact: false) }
        for day in search.date.daysOfHeap() { scan(day, &search, &found, isExact: false) }
    }

    /// What the search under other dates alone finds.
    mutating func nearDateRows(_ search: inout TravellerSearch) -> Set<Int> {
        var found = Found()
        scanNearDates(&search, &found)
        return found.rows
    }

    /// Weighs one more resident for a traveller, for whom companions speak.
    mutating func candidate(_ row: Int, _ search: inout TravellerSearch) -> Candidate? {
        if row >= index.base.count {
            guard !search.later.isEmpty else { return nil }
            return weighAny(row - index.base.count, &search.later[0])
        }
        return weighAny(row, &search)
    }

    private mutating func weighAny(_ row: Int, _ search: inout TravellerSearch) -> Candidate? {
        search.weigh(row, birth: search.weighDay(search.index.day(row: row)), floor: -.infinity, &scratch)
    }

    private mutating func consider(_ row: Int, _ search: inout TravellerSearch, _ found: inout Found) {
        guard !found.rows.contains(search.firstRow + row) else { return }
        weigh(row, search.weighDay(search.index.day(row: row)), &search, &found)
    }

    /// Looks at the residents of a day: at all of the traveller's own, else at those with the traveller's words.
    private mutating func scan(
        _ day: Int, _ search: inout TravellerSearch, _ found: inout Found, isExact: Bool
    ) {
        let rows = search.index.rows(day: day)
        guard !rows.isEmpty else { return }
        let birth = search.weighDay(day)
        guard rows.count > Self.mostRowsRead else {
            return scan(rows, birth, least: isExact ? 0 : search.masks.least, &search, &found)
        }
        // Of a large day the lists of pairs name those with two of the words; the others are read where these don't do.
        scanPairs(in: rows, birth, &search, &found)
        if !isExact {
            if search.masks.least == 1, search.name.isRare {
                scan(rows, birth, least: 1, &search, &found)
            }
            return
        }
        guard found.best + prior < Self.enough else { return }
        scan(rows, birth, least: 1, &search, &found)
        guard found.best + prior < Self.enough, rows.count <= Self.mostRowsOfDay else { return }
        scan(rows, birth, least: 0, most: 0, &search, &found)
    }

    /// Weighs those of some rows who have as many of the traveller's signature bits as are asked for, and no more.
    private mutating func scan(
        _ rows: Range<Int>, _ birth: (level: DateLevel, weight: Double), least: Int, most: Int = 32,
        _ search: inout TravellerSearch, _ found: inout Found
    ) {
        let signatures = search.index.numbers(.signatures)
        let mask = search.masks.all
        guard least == 0 || mask != 0 else { return }
        for row in rows where least...most ~= (signatures[row] & mask).nonzeroBitCount {
            weigh(row, birth, &search, &found)
        }
    }

    private mutating func weigh(
        _ row: Int, _ birth: (level: DateLevel, weight: Double), _ search: inout TravellerSearch,
        _ found: inout Found
    ) {
        guard
            let candidate = search.weigh(row, birth: birth, floor: Self.leastLogOdds - prior, &scratch),
            !found.rows.contains(candidate.row), !superseded.contains(candidate.row)
        else { return }
        found.add(candidate)
    }

    /// Looks at those of a day's rows who have two of the traveller's words, or the only one.
    private mutating func scanPairs(
        in rows: Range<Int>, _ birth: (level: DateLevel, weight: Double),
        _ search: inout TravellerSearch,
        _ found: inout Found
    ) {
        let index = search.index
        for words in [search.name.classes] + search.otherNames.map(\.classes) {
            PairHash.forEachPair(words.filter { $0 != 0 }) { first, second in
                let bucket = PairHash.bucket(first, second, bits: index.pairBits)
                for row in index.pairRows(bucket: bucket, in: rows) where rows.contains(Int(row)) {
                    weigh(Int(row), birth, &search, &found)
                }
            }
        }
    }

    /// Looks at residents with two of the traveller's words, whatever their dates.
    private mutating func scanPairs(_ search: inout TravellerSearch, _ found: inout Found) {
        let index = search.index
        for words in [search.name.classes] + search.otherNames.map(\.classes) {
            PairHash.forEachPair(words.filter { $0 != 0 }) { first, second in
                let bucket = PairHash.bucket(first, second, bits: index.pairBits)
                let rows = index.pairRows(bucket: bucket)
                guard rows.count > Self.mostPairRows else {
                    for row in rows where Int(row) < index.count { consider(Int(row), &search, &found) }
                    return
                }
                for days in search.date.kindredDays() {
                    for row in index.pairRows(bucket: bucket, in: index.rows(days: days))
                    where Int(row) < index.count {
                        consider(Int(row), &search, &found)
                    }
                }
            }
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
                let turned =
                    nik.value - digit * power - next * power * 10 + next * power + digit * power * 10
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
