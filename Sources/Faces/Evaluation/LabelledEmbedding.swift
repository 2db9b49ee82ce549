// SPDX-License-Identifier: Apache-2.0

/// A picture of a known person, for measuring only.
public struct LabelledEmbedding: Sendable {
    /// Which person; numbers from 0.
    public let person: Int
    public let embedding: FaceEmbedding

    public init(person: Int, embedding: FaceEmbedding) {
        self.person = person
        self.embedding = embedding
    }
}

extension [LabelledEmbedding] {
    /// Every picture against every other. Complexity: O(n squared).
    public func allPairs() -> ComparisonScores {
        var (genuine, impostor): ([Float], [Float]) = ([], [])
        for (index, one) in enumerated() {
            for other in self[(index + 1)...] {
                let similarity = Float(one.embedding.similarity(to: other.embedding))
                if one.person == other.person { genuine.append(similarity) } else { impostor.append(similarity) }
            }
        }
        return ComparisonScores(genuine: genuine, impostor: impostor)
    }

    /// For each person how many of their pairs stay below a threshold, and of how many.
    public func missesByPerson(threshold: Double) -> [(errors: Int, trials: Int)] {
        Dictionary(grouping: self, by: \.person).sorted { $0.key < $1.key }.map { _, pictures in
            var (errors, trials) = (0, 0)
            for (index, one) in pictures.enumerated() {
                for other in pictures[(index + 1)...] {
                    trials += 1
                    if Float(one.embedding.similarity(to: other.embedding)) < Float(threshold) { errors += 1 }
                }
            }
            return (errors, trials)
        }
    }
}
