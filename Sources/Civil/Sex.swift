// SPDX-License-Identifier: Apache-2.0

/// Sex as printed in a travel document (ICAO Doc 9303): M, F, or X for unspecified.
public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
    case male = "M"
    case female = "F"
    case unspecified = "X"
}
