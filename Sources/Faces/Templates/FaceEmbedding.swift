// SPDX-License-Identifier: Apache-2.0

/// What the embedder says of a face: 128 numbers whose squares add up to one.
public struct FaceEmbedding: Hashable, Sendable {
    /// 128 numbers.
    public let values: [Float]

    /// Brings numbers to length one; nil when there are not 128, or they are all zero or none.
    public init?(normalising raw: [Float]) {
        guard raw.count == FaceTemplate.dimension else { return nil }
        let length = raw.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
        guard length.isFinite, length > 1e-6 else { return nil }
        values = raw.map { Float(Double($0) / length) }
    }

    /// The mean direction of several pictures (or a picture and its mirror image) of one person; nil for none.
    public init?(mean embeddings: [FaceEmbedding]) {
        guard let first = embeddings.first else { return nil }
        var sum = first.values
        for other in embeddings.dropFirst() { for index in sum.indices { sum[index] += other.values[index] } }
        self.init(normalising: sum)
    }

    /// The cosine of the angle between two, -1...1.
    public func similarity(to other: FaceEmbedding) -> Double {
        var sum: Float = 0
        for index in values.indices { sum += values[index] * other.values[index] }
        return Double(sum)
    }
}
