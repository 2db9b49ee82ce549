// SPDX-License-Identifier: Apache-2.0

/// A seeded random number generator (SplitMix64; Steele, Lea, Flood 2014) with draws in integers only.
///
/// No floating point is used anywhere in the synthetic country, so that every machine gives the same bytes.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator whose sequence depends on the seed alone.
    public init(seed: UInt64) { state = seed }

    /// A generator for one thing among many: the parts name it.
    init(_ seed: UInt64, _ purpose: DrawPurpose, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
        var key = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(purpose.rawValue))
        key = Self.mix(key ^ UInt64(bitPattern: Int64(a)))
        key = Self.mix(key &+ 0xD1B5_4A32_D192_ED03 ^ UInt64(bitPattern: Int64(b)))
        key = Self.mix(key &+ 0x8CB9_2BA7_2F3D_8DD7 ^ UInt64(bitPattern: Int64(c)))
        state = key
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// The finaliser of SplitMix64: a bijection that spreads every input bit.
    static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in 0..<`bound`, by multiplication (the bias is below 2^-32 for the bounds used here).
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in a closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `permille` of 1000 draws.
    mutating func chance(permille: Int) -> Bool { below(1000) < permille }

    /// An element, all equally likely.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// An element, earlier ones more likely (the lesser of two draws), as names are.
    mutating func pickSkewed<Element>(_ elements: [Element]) -> Element {
        elements[min(below(elements.count), below(elements.count))]
    }

    /// Decimal digits, the first not zero.
    mutating func digits(_ count: Int) -> String {
        var text = ""
        for index in 0..<count {
            text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + (index == 0 ? 1 + below(9) : below(10)))))
        }
        return text
    }

    /// Upper-case letters.
    mutating func letters(_ count: Int) -> String {
        var text = ""
        for _ in 0..<count { text.unicodeScalars.append(Unicode.Scalar(UInt8(65 + below(26)))) }
        return text
    }
}

/// What a sequence of draws is for; keeps the sequences of different things apart.
enum DrawPurpose: Int, Sendable {
    case regionName = 1
    case household, member, name, address
    case timetable, voyage, crew, party, booking, passenger, contact, document, loyalty
    case foreigner, residentTraveller, renewal
    case network, watchlist, seizure
    case schedule, damage, content, disagreement, unreadable
    case face
}
