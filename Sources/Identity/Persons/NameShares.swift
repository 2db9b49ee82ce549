// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// How rare the words of names are among people of one nationality, in bits (log2 of one in so many people).
///
/// Frozen: counted once, given a version, and used until another version takes its place, since a table that grew with
/// what arrives would make persons depend on the order of arrival.
public struct NameShares: Hashable, Sendable, Codable {
    public let version: String
    /// Bits by the letters of a word after folding.
    private let counted: [String: Double]

    /// The least and the most that a word counts.
    public static let range = 2.0...13.0

    /// What ships: common names by own knowledge of public statistics, all others by their length.
    public static let standard = NameShares(version: "1", bits: NameShares.common)

    /// Takes counts of the people who have a word, as folded by `ComparableWord`, among so many; words that are not in
    /// the table are judged by their length.
    public init(version: String, counts: [String: Int], people: Int) {
        self.init(
            version: version,
            bits: counts.mapValues { log2(max(Double(people), 1) / max(Double($0), 1)) })
    }

    private init(version: String, bits: [String: Double]) {
        self.version = version
        counted = bits.mapValues { min(max($0, NameShares.range.lowerBound), NameShares.range.upperBound) }
    }

    /// The rarity of a word; that of an initial is next to nothing.
    func bits(_ word: ComparableWord) -> Double {
        if word.letters.count <= 1 { return 1 }
        if let known = counted[String(decoding: word.folded, as: UTF8.self)] { return known }
        // Short words are syllables that many names share; long ones are hardly ever common.
        return switch word.letters.count {
        case 2...3: 6.5
        case 4: 8
        case 5...7: 9.5
        default: 11
        }
    }
}
