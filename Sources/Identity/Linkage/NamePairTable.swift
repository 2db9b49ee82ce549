// SPDX-License-Identifier: Apache-2.0

/// Pairs of names of which it is known whether they are one person's.
public struct NamePairTable: Sendable {
    /// Two names.
    public struct Pair: Hashable, Sendable {
        public let left: String
        public let right: String
        public let isSame: Bool
    }

    public private(set) var pairs: [Pair] = []

    /// Reads a table with the columns `LEFT`, `RIGHT` and `SAME`, which is `true` or `false`; other rows are left out.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(LinkageTable.Failure) {
        var walker = RowWalker(bytes)
        guard walker.next() else { throw .missingColumn("LEFT") }
        let titles = walker.fields.indices.map { walker.text($0).trimmed.uppercased() }
        guard let left = titles.firstIndex(of: "LEFT") else { throw .missingColumn("LEFT") }
        guard let right = titles.firstIndex(of: "RIGHT") else { throw .missingColumn("RIGHT") }
        guard let same = titles.firstIndex(of: "SAME") else { throw .missingColumn("SAME") }
        while walker.next() {
            let label = walker.text(same).trimmed
            guard label == "true" || label == "false" else { continue }
            pairs.append(Pair(left: walker.text(left), right: walker.text(right), isSame: label == "true"))
        }
    }

    /// How the product's own degree "the same" does on the pairs.
    public var score: LinkageScore {
        var found = 0
        var wrong = 0
        var missed = 0
        for pair in pairs {
            let percent = NameAlikeness.percent(NameWords(full: pair.left), NameWords(full: pair.right))
            switch (FieldAnswer.alike(percent ?? 0).degree == .same, pair.isSame) {
            case (true, true): found += 1
            case (true, false): wrong += 1
            case (false, true): missed += 1
            case (false, false): break
            }
        }
        return LinkageScore(found: found, wrong: wrong, missed: missed)
    }
}
