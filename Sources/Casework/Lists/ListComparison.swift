// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Screening
public import Travel

/// How a corrected list differs from the one that it replaces.
public struct ListComparison: Hashable, Sendable {
    /// A traveller of either list.
    public struct Person: Hashable, Sendable {
        public var surname: String?
        public var given: String?
        /// What the stored list says of them; nil for those who are new.
        public var contribution: RecordID<Traveller>?
    }

    public var added: [Person] = []
    public var removed: [Person] = []
    /// The same person with other values.
    public var changed: [Person] = []
    public var unchanged = 0

    /// Whether both say the same.
    public var isEqual: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    /// - Parameter contribution: the identity of what the earlier list says about its n-th traveller.
    public init(
        earlier: [ReceivedTraveller], later: [ReceivedTraveller], contribution: (Int) -> RecordID<Traveller>
    ) {
        var isOpen = Array(repeating: true, count: earlier.count)
        var byKey: [String: [Int]] = [:]
        for index in earlier.indices.reversed() {
            for key in ListComparison.keys(earlier[index]) { byKey[key, default: []].append(index) }
        }
        for traveller in later {
            var match: Int?
            for key in ListComparison.keys(traveller) where match == nil {
                // The first is last; those that another key took fall away once.
                while let last = byKey[key]?.last, !isOpen[last] { byKey[key]?.removeLast() }
                match = byKey[key]?.last
            }
            guard let index = match else {
                added.append(Person(surname: traveller.surname, given: traveller.given, contribution: nil))
                continue
            }
            isOpen[index] = false
            if ListComparison.bare(earlier[index]) == ListComparison.bare(traveller) {
                unchanged += 1
            } else {
                changed.append(
                    Person(surname: traveller.surname, given: traveller.given, contribution: contribution(index)))
            }
        }
        removed = earlier.indices.filter { isOpen[$0] }.map {
            Person(surname: earlier[$0].surname, given: earlier[$0].given, contribution: contribution($0))
        }
    }

    /// What makes two rows the same person: a document, a NIK, else name and birth, else the name.
    private static func keys(_ traveller: ReceivedTraveller) -> [String] {
        let name = (traveller.surname ?? "") + "/" + (traveller.given ?? "")
        var keys = traveller.documents.compactMap { document in
            document.number.flatMap { $0.utf8.count >= 5 ? "d" + $0 : nil }
        }
        if let nik = traveller.nik { keys.append("k\(nik)") }
        if name != "/" {
            if let birth = traveller.birthDate { keys.append("b" + name + "\(birth)") }
            keys.append("n" + name)
        }
        return keys
    }

    private static func bare(_ traveller: ReceivedTraveller) -> ReceivedTraveller {
        var bare = traveller
        bare.span = nil
        return bare
    }
}
