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
    private var seen = SeenRows()

    /// Of more rows than this that share a pair of words only those of a like date are looked at: nothing tells the
    /// others apart.
    static let mostPairRows = 4_000
    /// Days with more residents than this are searched through the lists of pairs of words first.
    static let mostRowsRead = 500
    /// Of several days with more residents than this only the lists of pairs are searched.
    static let mostRowsOfDays = 20_000
    /// Days with more residents than this are never read without a word in common.
    static let mostRowsOfDay = 100_000
    /// Candidates of log2 odds below this are left out: nothing but companions could raise them, who bring their own.
    static let leastLogOdds = -12.0
    /// Candidates of so many bits less than the best are left out.
    static let mostBehind = 24.0
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
        /// Whoever weighs no more is left out.
        var floor: Double

        init(floor: Double) { self.floor = floor }

        mutating func add(_ candidate: Candidate) {
            candidates.append(candidate)
            rows.insert(candidate.row)
            best = max(best, candidate.weight)
            floor = max(floor, best - PopulationResolver.mostBehind)
        }
    }

    /// All residents worth weighing, each once.
    mutating func candidates(_ search: inout TravellerSearch) -> [Candidate] {
        var found = Found(floor: Self.leastLogOdds - prior)
        seen.forget()
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
            everywhere(&search, &found) { $0.scan(days, &$1, &$2, isExact: birth.date != nil) }
            if found.best + prior < Self.enough {
                everywhere(&search, &found) { $0.scanNearDates(&$1, &$2) }
            }
        }
        if found.best + prior < Self.enough { everywhere(&search, &found) { $0.scanPairs(&$1, &$2) } }
        return found.candidates.filter { $0.weight > found.floor }
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
        scan(search.date.daysOfHeap(), &search, &found, isExact: false)
    }

    /// What the search under other dates alone finds.
    mutating func nearDateRows(_ search: inout TravellerSearch) -> Set<Int> {
        var found = Found(floor: Self.leastLogOdds - prior)
        seen.forget()
        scanNearDates(&search, &found)
        return found.rows
    }

    /// Weighs one more resident for a traveller, for whom companions speak.
    ///
    /// - Parameters:
    ///   - row: a row of the whole registry.
    ///   - support: how many bits they may add at most.
    mutating func candidate(_ row: Int, _ search: inout TravellerSearch, support: Double) -> Candidate? {
        if row >= index.base.count {
            guard !search.later.isEmpty else { return nil }
            return weighAny(row - index.base.count, &search.later[0], support: support)
        }
        return weighAny(row, &search, support: support)
    }

    private mutating func weighAny(_ row: Int, _ search: inout TravellerSearch, support: Double) -> Candidate? {
        let day = search.index.day(row: row)
        return search.weigh(
            row, day: day, birth: search.weighDay(day), floor: Self.leastLogOdds - prior - support, &scratch)
    }

    /// Weighs a resident born on any day.
    private mutating func consider(_ row: Int, _ search: inout TravellerSearch, _ found: inout Found) {
        let day = search.index.day(row: row)
        weigh(row, day, search.weighDay(day), &search, &found)
    }

    private mutating func weigh(
        _ row: Int, _ day: Int, _ birth: (level: DateLevel, weight: Double), mostOfName: Double = .infinity,
        shared: Int = 0, _ search: inout TravellerSearch, _ found: inout Found
    ) {
        guard
            let candidate = search.weigh(
                row, day: day, birth: birth, mostOfName: mostOfName, shared: shared, floor: found.floor, &scratch),
            !found.rows.contains(candidate.row), !superseded.contains(candidate.row)
        else { return }
        found.add(candidate)
    }

    /// Looks at the residents of several days: day by day, or at those with the traveller's words if there are many.
    private mutating func scan(
        _ days: Range<Int>, _ search: inout TravellerSearch, _ found: inout Found, isExact: Bool
    ) {
        let rows = search.index.rows(days: days)
        // Where one word alone is known, lists of pairs do not lead to it.
        guard days.count > 1, rows.count > Self.mostRowsOfDays, search.masks.least > 1 else {
            for day in days { scan(day, &search, &found, isExact: isExact) }
            return
        }
        scanPairs(in: rows, &search, &found)
    }

    /// Looks at the residents of a day: at all of the traveller's own, else at those with the traveller's words.
    private mutating func scan(
        _ day: Int, _ search: inout TravellerSearch, _ found: inout Found, isExact: Bool
    ) {
        let rows = search.index.rows(day: day)
        guard !rows.isEmpty else { return }
        let birth = search.weighDay(day)
        guard rows.count > Self.mostRowsRead else {
            let least = isExact ? 0 : search.masks.least
            return scan(rows, day, birth, least: least, shared: least, &search, &found)
        }
        // Of a large day the lists of pairs name those with two of the words; the others are read where these don't do.
        scanPairs(in: rows, &search, &found)
        if !isExact {
            if search.masks.least == 1, search.name.isRare {
                scan(rows, day, birth, least: 1, shared: 1, &search, &found)
            }
            return
        }
        guard found.best + prior < Self.enough else { return }
        scan(rows, day, birth, least: 1, &search, &found)
        guard found.best + prior < Self.enough, rows.count <= Self.mostRowsOfDay else { return }
        scan(rows, day, birth, least: 0, most: 0, &search, &found)
    }

    /// Weighs those of a day's rows who have as many of the traveller's signature bits as are asked for, and no more.
    ///
    /// - Parameter shared: how many of the bits must come from words of the traveller, not from others of the same bit.
    private mutating func scan(
        _ rows: Range<Int>, _ day: Int, _ birth: (level: DateLevel, weight: Double), least: Int, most: Int = 32,
        shared: Int = 0, _ search: inout TravellerSearch, _ found: inout Found
    ) {
        let signatures = search.index.numbers(.signatures)
        let mask = search.masks.all
        guard least == 0 || mask != 0 else { return }
        for row in rows {
            let bits = signatures[row] & mask
            // Most have none.
            if bits == 0 ? least > 0 : most == 0 { continue }
            if least > 1, bits.nonzeroBitCount < least { continue }
            weigh(row, day, birth, shared: shared, &search, &found)
        }
    }

    /// Every two of the traveller's words that the index knows, or the only one.
    private static func forEachPair(
        _ names: [[UInt32]], in index: PopulationFile, _ body: (_ bucket: Int, _ signature: UInt32) -> Void
    ) {
        for words in names {
            PairHash.forEachPair(words.filter { $0 != 0 }) { first, second in
                body(
                    PairHash.bucket(first, second, bits: index.pairBits),
                    PairHash.signature(first) | PairHash.signature(second))
            }
        }
    }

    /// Looks at those of some rows who have two of the traveller's words, or the only one.
    private mutating func scanPairs(
        in rows: Range<Int>, _ search: inout TravellerSearch, _ found: inout Found
    ) {
        let index = search.index
        Self.forEachPair(search.classesOfNames, in: index) { bucket, signature in
            weighPair(index.pairRows(bucket: bucket, in: rows), signature, &search, &found)
        }
    }

    /// Looks at residents with two of the traveller's words, whatever their dates.
    private mutating func scanPairs(_ search: inout TravellerSearch, _ found: inout Found) {
        let index = search.index
        Self.forEachPair(search.classesOfNames, in: index) { bucket, signature in
            let rows = index.pairRows(bucket: bucket)
            guard rows.count > Self.mostPairRows else { return weighPair(rows, signature, &search, &found) }
            for days in search.date.kindredDays() {
                weighPair(index.pairRows(bucket: bucket, in: index.rows(days: days)), signature, &search, &found)
            }
        }
    }

    /// Weighs rows of a bucket of pairs, in which other pairs may lie too.
    private mutating func weighPair(
        _ rows: UnsafeBufferPointer<UInt32>, _ pair: UInt32, _ search: inout TravellerSearch, _ found: inout Found
    ) {
        let index = search.index
        let signatures = index.numbers(.signatures)
        let mostOfRest = search.mostOfPlaces + search.mostOfSexAndNumber
        var last = (day: -1, birth: (level: DateLevel.missing, weight: 0.0), rows: 0..<0)
        for number in rows.indices where Int(rows[number]) < index.count {
            let row = Int(rows[number])
            // Whoever has three of the words is in three lists.
            guard signatures[row] & pair == pair, seen.insert(UInt32(truncatingIfNeeded: search.firstRow + row))
            else { continue }
            if !last.rows.contains(row) {
                let day = index.day(row: row)
                last = (day, search.weighDay(day), index.rows(day: day))
            }
            let mostOfName = search.mostOfName(signature: signatures[row])
            guard last.birth.weight + mostOfName + mostOfRest > found.floor else { continue }
            weigh(row, last.day, last.birth, mostOfName: mostOfName, &search, &found)
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
