// SPDX-License-Identifier: Apache-2.0

/// An entry whose face reached the threshold: a question to two people, not an answer.
public struct FaceCandidate<Entry: Hashable & Sendable>: Hashable, Sendable {
    public let entry: Entry
    /// Of its best picture.
    public let similarity: Double
}
