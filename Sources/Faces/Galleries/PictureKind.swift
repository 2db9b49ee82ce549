// SPDX-License-Identifier: Apache-2.0

/// What sort of picture a probe is, such as `gate-camera` or `passport-chip`: thresholds of one sort say nothing of another.
public struct PictureKind: Hashable, Sendable, Codable {
    /// Lower-case letters, digits and hyphens, 1...40 of them.
    public let name: String

    /// Checks a name; nil when it has other signs.
    public init?(_ name: String) {
        guard (1...40).contains(name.utf8.count),
            name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        self.name = name
    }
}
