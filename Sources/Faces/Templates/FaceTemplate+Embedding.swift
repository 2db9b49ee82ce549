// SPDX-License-Identifier: Apache-2.0

extension FaceTemplate {
    /// The embedding as far as the bytes tell it; nil where all are nought.
    public var embedding: FaceEmbedding? { FaceEmbedding(normalising: bytes.map { Float($0) }) }
}
