// SPDX-License-Identifier: Apache-2.0

/// What the registry found under an identity number.
public enum RegistryFinding: Hashable, Sendable, Codable {
    /// The number is one resident's; each field that was asked for with its answer. In data mode also the record.
    case compared([RegistryField: FieldAnswer], record: RegistryRecord?)
    /// "Data Tidak Ditemukan": nobody has the number.
    case notFound
    /// The service answered something that could not be understood, or of another number: kept, so that it is not asked
    /// again and again.
    case unreadable
    /// The number cannot be used, for a reason that the registry gives.
    case unusable(UnusableReason)
}

/// Why the registry has a number and gives no answer about it.
public enum UnusableReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The registry holds the person for dead.
    case deceased
    /// Two records share the number or the person ("Data Ganda").
    case duplicate
    /// The record is not active.
    case inactive
}
