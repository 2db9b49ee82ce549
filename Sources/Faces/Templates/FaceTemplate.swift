// SPDX-License-Identifier: Apache-2.0

/// An embedding in 128 signed bytes: what galleries keep and search compares.
public struct FaceTemplate: Hashable, Sendable {
    /// Numbers of a template.
    public static let dimension = 128
    /// A byte stands for 1/256; an embedding's numbers are near 0.09 and hardly ever above 127/256.
    static let unit: Float = 256
    /// A dot product of two templates by this is their similarity.
    static let unitSquared = 65_536.0

    /// 128 bytes, each -127...127.
    public let bytes: [Int8]

    /// Rounds an embedding.
    public init(_ embedding: FaceEmbedding) {
        bytes = embedding.values.map { Int8(max(-127, min(127, ($0 * FaceTemplate.unit).rounded()))) }
    }

    /// Bytes as they were kept; nil when there are not 128 or one is -128.
    public init?(bytes: [Int8]) {
        guard bytes.count == FaceTemplate.dimension, !bytes.contains(-128) else { return nil }
        self.bytes = bytes
    }

    /// Bytes that came out of a template before.
    init(stored bytes: [Int8]) { self.bytes = bytes }

    /// The integer dot product: what every form of the search computes.
    public func score(_ other: FaceTemplate) -> Int32 {
        var sum: Int32 = 0
        for index in bytes.indices { sum += Int32(bytes[index]) * Int32(other.bytes[index]) }
        return sum
    }

    /// The similarity behind a score, about -1...1.
    public static func similarity(ofScore score: Int32) -> Double { Double(score) / unitSquared }

    /// The least score whose similarity reaches a threshold.
    public static func score(ofSimilarity similarity: Double) -> Int32 {
        Int32((min(4, max(-4, similarity)) * unitSquared).rounded(.up))
    }
}
