// SPDX-License-Identifier: Apache-2.0

import Civil

/// Makes the names of invented residents as the civil registry would write them.
enum NameMaker {
    private static let muhammad = [
        "MUHAMMAD", "MOHAMMAD", "MUHAMAD", "MOCHAMAD", "MOHAMAD", "MOH", "MUH", "M", "MHD", "MOCHAMMAD", "AHMAD",
        "ACHMAD", "AKHMAD", "ABD",
    ]
    private static let maleTitles = ["H", "DRS", "IR", "R"]
    private static let femaleTitles = ["HJ", "DRA", "IR", "RR"]
    private static let maleOrder = [
        ["WAYAN", "PUTU", "GEDE"], ["MADE", "KADEK", "NENGAH"], ["NYOMAN", "KOMANG"], ["KETUT"],
    ]
    private static let femaleOrder = [["WAYAN", "PUTU", "LUH"], ["MADE", "KADEK"], ["NYOMAN", "KOMANG"], ["KETUT"]]

    /// What a name depends on besides chance.
    struct Request {
        var people: IndonesianPeople
        var sex: Sex
        var birthYear: Int
        /// The place among the siblings, from zero.
        var birthOrder: Int
        /// The family or clan name of the father, empty where there is none.
        var family: String
        /// The father's first word, for `BIN` and `BINTI`.
        var fatherWord: String
    }

    /// A full name, upper case; about three in ten are one word.
    static func name(_ request: Request, using generator: inout SeededGenerator) -> String {
        let stock = request.people.stock
        let givens = request.sex == .female ? stock.female : stock.male
        var words: [String] = []
        let first = generator.pickSkewed(givens)
        switch request.people {
        case .balinese:
            let order = (request.sex == .female ? femaleOrder : maleOrder)[request.birthOrder % 4]
            words = [request.sex == .female ? "NI" : "I", generator.pick(order), first]
        case .batak, .chinese:
            words = [first]
            if generator.chance(permille: 350) { words.append(distinct(from: words, givens, &generator)) }
            words.append(request.family)
        case .eastern:
            words = [first]
            if generator.chance(permille: 800) { words.append(request.family) }
        case .javanese, .sundanese, .malay, .bugis:
            words = ordinary(request, first: first, givens: givens, &generator)
        }
        if request.birthYear < 1972, generator.chance(permille: 350) { words = words.map(oldSpelling) }
        if request.birthYear < 1985, generator.chance(permille: 40) {
            words.insert(generator.pick(request.sex == .female ? femaleTitles : maleTitles), at: 0)
        }
        return words.joined(separator: " ")
    }

    private static func ordinary(
        _ request: Request, first: String, givens: [String], _ generator: inout SeededGenerator
    ) -> [String] {
        var words = [first]
        let single = request.birthYear < 1965 ? 740 : request.birthYear < 2000 ? 580 : 390
        if generator.chance(permille: single) { return words }
        if request.sex == .male, generator.chance(permille: 160) {
            words.insert(generator.pickSkewed(muhammad), at: 0)
        } else if request.people == .bugis, generator.chance(permille: 200) {
            words.insert("ANDI", at: 0)
        }
        if words.count == 1 || generator.chance(permille: 500) {
            if generator.chance(permille: 550) {
                words.append(generator.pickSkewed(request.people.stock.families))
            } else {
                words.append(distinct(from: words, givens, &generator))
            }
        }
        if request.people == .malay, !request.fatherWord.isEmpty, generator.chance(permille: 120) {
            words += [request.sex == .female ? "BINTI" : "BIN", request.fatherWord]
        } else if generator.chance(permille: 150) {
            words.append(distinct(from: words, givens, &generator))
        }
        return words
    }

    private static func distinct(
        from words: [String], _ stock: [String], _ generator: inout SeededGenerator
    ) -> String {
        let word = generator.pickSkewed(stock)
        return words.contains(word) ? stock[(words[0].utf8.count * 3 + 1) % stock.count] : word
    }

    /// The spelling before the reform of 1972: u to oe, j to dj, c to tj, y to j.
    static func oldSpelling(_ word: String) -> String {
        guard word.utf8.count > 2 else { return word }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(word.utf8.count + 4)
        for byte in word.utf8 {
            switch byte {
            case UInt8(ascii: "U"): bytes += [UInt8(ascii: "O"), UInt8(ascii: "E")]
            case UInt8(ascii: "J"): bytes += [UInt8(ascii: "D"), UInt8(ascii: "J")]
            case UInt8(ascii: "C"): bytes += [UInt8(ascii: "T"), UInt8(ascii: "J")]
            case UInt8(ascii: "Y"): bytes.append(UInt8(ascii: "J"))
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A name's spelling that sounds alike, as another office might write it.
    static func variant(of word: String, using generator: inout SeededGenerator) -> String {
        guard word.utf8.count > 3 else { return word }
        var bytes = Array(word.utf8)
        switch generator.below(4) {
        case 0: return oldSpelling(word) == word ? word + "H" : oldSpelling(word)
        case 1: bytes.insert(bytes[2], at: 2)
        case 2:
            if let last = bytes.last, last != UInt8(ascii: "H") {
                bytes.append(UInt8(ascii: "H"))
            } else {
                bytes.removeLast()
            }
        default:
            bytes[bytes.count - 2] = bytes[bytes.count - 2] == UInt8(ascii: "I") ? UInt8(ascii: "Y") : UInt8(ascii: "I")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
