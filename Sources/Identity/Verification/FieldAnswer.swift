// SPDX-License-Identifier: Apache-2.0

/// A field that the registry compares for us: a closed list.
public enum RegistryField: String, Hashable, Sendable, Codable, CaseIterable {
    case name, birthDate, sex, birthPlace
}

/// What the registry says of one field of a claim: "Sesuai", "Tidak Sesuai", or how alike two texts are.
public enum FieldAnswer: Hashable, Sendable, Codable {
    case agrees
    case differs
    /// Percent, 0...100, by the registry's own measure.
    case alike(Int)

    /// The answer as one of three degrees: a text is the same from 90 percent on and another below 60.
    public var degree: Degree {
        switch self {
        case .agrees: .same
        case .differs: .other
        case .alike(let percent): percent >= 90 ? .same : percent >= 60 ? .alike : .other
        }
    }

    public enum Degree: String, Hashable, Sendable, Codable, CaseIterable { case same, alike, other }
}
