// SPDX-License-Identifier: Apache-2.0

/// A face cut out upright, eyes level and always at the same places, with hair, ears and chin: what people compare, and
/// all that is kept of a picture.
public struct FacePortrait: Hashable, Sendable {
    /// Pixels of its side.
    public static let side = 320
    /// Where the eyes are, as the picture shows them.
    public static let leftEye = FacePoint(x: 116, y: 128)
    public static let rightEye = FacePoint(x: 204, y: 128)

    /// 320 x 320 as JPEG.
    public let jpeg: [UInt8]

    /// A portrait as it was kept.
    public init(jpeg: [UInt8]) { self.jpeg = jpeg }
}

extension FoundFace {
    /// Cuts the face out of the picture that it was found in; nil when its eyes are one point.
    public func portrait(in picture: Picture) -> FacePortrait? {
        guard
            let cut = picture.upright(
                eyes: [face.leftEye, face.rightEye], at: [FacePortrait.leftEye, FacePortrait.rightEye],
                side: FacePortrait.side),
            let jpeg = JPEGEncoding().encode(cut)
        else { return nil }
        return FacePortrait(jpeg: jpeg)
    }
}
