// SPDX-License-Identifier: Apache-2.0

/// A face of a picture with what is needed to compare it and to judge whether it can be compared.
public struct FoundFace: Hashable, Sendable {
    public let face: DetectedFace
    public let aligned: AlignedFace
    public let quality: FaceQuality
}
