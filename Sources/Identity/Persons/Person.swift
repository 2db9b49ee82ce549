// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// The appearances that are held to be one person.
public struct Person: Hashable, Sendable, Identifiable {
    /// The appearances, sorted; never empty.
    public let members: [RecordID<Traveller>]
    /// The smallest member: it stays while the members do, and whoever has these knows it.
    public var id: RecordID<Traveller> { members[0] }

    /// Takes one member or more, in any order.
    init(members: [RecordID<Traveller>]) { self.members = members.sorted() }
}

/// What an arrival, a removal or a judgement did to the persons: those before that are no longer as they were, and
/// those after that are new or were changed.
public struct PersonChange: Hashable, Sendable {
    public enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
        case unchanged
        /// An appearance that is like no other.
        case founded
        /// One person has more appearances than before.
        case grown
        /// Several persons, or one and new appearances, are one person now.
        case joined
        /// One person is several now.
        case split
        /// An appearance was taken out; the person has the others, or is gone.
        case shrunk
        /// Members went from one person to another.
        case rearranged
    }

    /// By identifier.
    public let before: [Person]
    /// By identifier.
    public let after: [Person]

    init(before: [Person], after: [Person]) {
        let old = Set(before)
        let new = Set(after)
        self.before = before.filter { !new.contains($0) }.sorted { $0.id < $1.id }
        self.after = after.filter { !old.contains($0) }.sorted { $0.id < $1.id }
    }

    public static let none = PersonChange(before: [], after: [])

    public var effect: Effect {
        switch (before.count, after.count) {
        case (0, 0): .unchanged
        case (0, _): .founded
        case (_, 0): .shrunk
        case (1, 1):
            Set(before[0].members).isSubset(of: after[0].members)
                ? .grown : Set(after[0].members).isSubset(of: before[0].members) ? .shrunk : .rearranged
        case (_, 1): .joined
        case (1, _): .split
        default: .rearranged
        }
    }
}
