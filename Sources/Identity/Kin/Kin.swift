// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Population

/// Somebody of a resident's family, on the same family card or on another, and how that is known.
public struct Kin: Hashable, Sendable {
    public let row: Int
    /// What they are to the resident.
    public let kinship: Kinship
    /// Over whom the way leads: what those are to the resident, the nearest first; empty for who is or was on one card with
    /// the resident.
    public let through: [Kinship]
    /// The first day on which two of the way were no more on one card; nil where all are.
    public let until: CivilDate?
}
