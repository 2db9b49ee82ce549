// SPDX-License-Identifier: Apache-2.0

/// What ties an officer to the person that they read about. Found at the moment of reading, when the values are open, and
/// kept in the audit record as a word alone.
public enum OwnTie: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The person bears the officer's name.
    case name
    /// The officer's own identity number.
    case number
    /// The officer's own family card.
    case family

    private static let mark = "own="

    public static func < (a: OwnTie, b: OwnTie) -> Bool { a.rawValue < b.rawValue }

    /// How ties stand in the detail of an audit record, `own=family+name`; nil where there are none.
    public static func text(_ ties: Set<OwnTie>) -> String? {
        ties.isEmpty ? nil : mark + ties.sorted().map(\.rawValue).joined(separator: "+")
    }

    /// The ties in a detail. What an officer typed comes behind `reason=` and is not read.
    static func ties(in detail: String?) -> Set<OwnTie> {
        let words = detail.map { $0.split(separator: " ") } ?? []
        guard let word = words.prefix(while: { !$0.hasPrefix("reason=") }).first(where: { $0.hasPrefix(mark) }) else {
            return []
        }
        return Set(word.dropFirst(mark.count).split(separator: "+").compactMap { OwnTie(rawValue: String($0)) })
    }

    /// Whether two names may be one: the words of the shorter all stand in the longer, two at least, or both are the
    /// same single word. Order, case and marks do not matter.
    public static func isSameName(_ a: String, _ b: String) -> Bool {
        let (a, b) = (words(a), words(b))
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard !short.isEmpty else { return false }
        return short.count == 1 ? short == long : short.isSubset(of: long)
    }

    private static func words(_ name: String) -> Set<Substring> {
        Set(name.uppercased().split { !$0.isLetter }.filter { $0.count > 1 })
    }
}
