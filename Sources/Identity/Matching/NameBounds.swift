// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The most that the words of a traveller's name may weigh, so that most residents need no complete comparison.
///
/// Nothing here changes what a name weighs: a bound is never below the weight.
struct NameBounds {
    /// Relations have four bits, hence sixteen numbers for each of the traveller's words.
    private var own: [Double] = []
    /// Each word's weight where the resident's name has nothing like it.
    private var unlike: [Double] = []
    /// The weight of a name of so many words of which none is like any of the traveller's.
    private var unlikeNames: [Double] = []
    /// First letters, and whether each word is long enough to be several run together.
    private var firsts: [UInt8] = []
    private var areLong: [Bool] = []
    /// The signature bit of each word's class, 0 where the index has no such word.
    private var bits: [UInt32] = []
    /// Whether each word is so frequent that it is a word, not several run together.
    private var areCommon: [Bool] = []
    private var areDistinct = true

    init() {}

    init(_ query: borrowing NameQuery) {
        let words = query.words
        let (model, chance) = (query.model, query.model.chance)
        let counts = query.index.numbers(.classCounts)
        for number in words.indices {
            let isLetter = words[number].letters.count == 1
            let share = (Double(counts[Int(query.classes[number])]) + 0.5) / query.residents
            var bounds = [Double](repeating: .infinity, count: 16)
            bounds[WordRelation.different] = isLetter ? -1.5 : query.extra
            bounds[WordRelation.spelling] = query.classes[number] == 0 ? .infinity : log2(model.spelling / share)
            bounds[WordRelation.alias] = log2(model.alias / chance.alias)
            bounds[WordRelation.initial] =
                log2(model.initial / (isLetter ? chance.initial : chance.initialInRegistry))
            bounds[WordRelation.cut] = log2(model.cut / chance.cut)
            bounds[WordRelation.slip] = log2(model.slip / chance.slip)
            bounds[WordRelation.tail] = log2(model.tail / chance.tail)
            bounds[WordRelation.near] = log2(model.near / chance.near)
            own += bounds
            unlike.append(bounds[WordRelation.different])
            firsts.append(words[number].letters.first ?? 0)
            areLong.append(words[number].letters.count >= Self.leastGlued)
            bits.append(query.classes[number] == 0 ? 0 : PairHash.signature(query.classes[number]))
            areCommon.append(query.classes[number] != 0 && share > Self.commonShare)
            if words[..<number].contains(where: { $0.letters == words[number].letters }) { areDistinct = false }
        }
        // Summed in the order in which names are weighed, to the same last bit.
        let name = unlike.reduce(0, +)
        unlikeNames = (0...ResidentName.mostCompared).map { count in
            (0..<count).reduce(name) { $0 + query.omission($1) }
        }
    }

    /// Words of fewer letters are never several run together.
    static let leastGlued = 6
    /// What more residents have as a word is not several words run together.
    private static let commonShare = 1e-5
    /// A father's name weighs no more.
    private static let mostFather = 6.0

    /// Keeps what a word weighs that stands letter for letter in the index.
    mutating func learn(same weight: Double, _ number: Int) {
        own[number * 16 + Int(WordRelation.same.rawValue)] = weight
    }

    /// What is asked of the letters of a word of the index, in the bits above the relations: the first letter, and whether
    /// it may be several run together.
    static func traits(_ letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        UInt64(letters.first ?? 0) << 48 | (letters.count >= leastGlued ? 1 << 56 : 0)
    }

    private static let relationBits: UInt64 = 1 << 48 - 1

    /// Whether any of the relations is one.
    static func isLike(_ relations: UInt64) -> Bool { relations & relationBits != 0 }

    /// How far a name may weigh of whose `count` words none is like the traveller's.
    func most(_ words: borrowing InlineArray<12, UInt64>, _ count: Int) -> NameBound {
        mayBeGlued(words, count) ? .unknown : .unlike(unlikeNames[count])
    }

    /// How far a name may weigh by the relations of its words, and of all of the father's name.
    func most(_ words: borrowing InlineArray<12, UInt64>, _ count: Int, father: UInt64) -> NameBound {
        if mayBeGlued(words, count, exceptSame: areDistinct) { return .unknown }
        // Of more words than the traveller's some are left out.
        var sum = count > unlike.count ? min(0, unlikeNames[count - unlike.count] - unlikeNames[0]) : 0
        for number in unlike.indices {
            let shift = UInt64(number * 4)
            var best = unlike[number]
            for place in 0..<count {
                best = max(best, own[number * 16 + Int(words[place] >> shift & 15)])
            }
            if father >> shift & 15 != 0 { best = max(best, Self.mostFather) }
            sum += best
        }
        return .atMost(sum)
    }

    /// Whether words may be run together on either side.
    private func mayBeGlued(
        _ words: borrowing InlineArray<12, UInt64>, _ count: Int, exceptSame: Bool = false
    ) -> Bool {
        var mine: UInt64 = 0
        var theirs: UInt64 = 0
        if exceptSame {
            // Pairs of the same word are made before anything is run together.
            for place in 0..<count {
                let same = words[place] & 0x8888_8888_8888
                if same != 0 {
                    mine |= same
                    theirs |= 1 << UInt64(place)
                }
            }
        }
        for place in 0..<count where theirs >> UInt64(place) & 1 == 0 {
            let first = UInt8(truncatingIfNeeded: words[place] >> 48 & 0xFF)
            let isLong = words[place] >> 56 & 1 != 0
            for number in firsts.indices where firsts[number] == first && mine >> UInt64(number * 4 + 3) & 1 == 0 {
                if isLong || areLong[number] { return true }
            }
        }
        return false
    }

    /// How far a name may weigh whose signature is given; infinite where that does not tell.
    func most(signature: UInt32) -> Double {
        var sum = 0.0
        var missing = 0
        for number in unlike.indices {
            if bits[number] & signature != 0 {
                sum += max(own[number * 16 + Int(WordRelation.same.rawValue)], mostOf(number, from: .spelling))
            } else {
                missing += 1
                // Two words may be one in the registry, a rare one may be two.
                if missing > 1 || areLong[number] && !areCommon[number] { return .infinity }
                sum += max(Self.mostFather, mostOf(number, from: .alias))
            }
        }
        return sum
    }

    private func mostOf(_ number: Int, from closest: WordRelation) -> Double {
        (0...Int(closest.rawValue)).reduce(-.infinity) { max($0, own[number * 16 + $1]) }
    }
}

/// What is known of a name's weight before it is compared completely.
enum NameBound {
    case unknown
    /// No word is like any other: the weight itself.
    case unlike(Double)
    case atMost(Double)
}

extension [Double] {
    fileprivate subscript(relation: WordRelation) -> Double {
        get { self[Int(relation.rawValue)] }
        set { self[Int(relation.rawValue)] = newValue }
    }
}
