// SPDX-License-Identifier: Apache-2.0

/// What became of the wish that the pictures of an entry count as one.
public enum FaceMerge: Hashable, Sendable {
    /// So many are one now.
    case merged(Int)
    /// Fewer than two, or by different models.
    case nothingToMerge
    /// Two of them are less alike than asked for.
    case unlike

    /// What is to become of pictures.
    public init(of templates: [StoredTemplate], atLeast similarity: Double) {
        guard templates.count > 1, Set(templates.map(\.engine)).count == 1 else {
            self = .nothingToMerge
            return
        }
        let least = StoredTemplate.leastSimilarity(templates) ?? -1
        self = least >= similarity ? .merged(templates.count) : .unlike
    }
}
