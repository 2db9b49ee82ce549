// SPDX-License-Identifier: Apache-2.0

/// A face as people compare it: upright, with some room around it, the eyes at the same places in every view.
public struct EyeAlignedView: Hashable, Sendable {
    /// Pixels of the square.
    public static let side = 320
    /// Where the eyes go; as the picture shows them.
    static let eyes = [FacePoint(x: 122, y: 138), FacePoint(x: 198, y: 138)]

    /// 320 x 320.
    public let picture: Picture

    /// Cuts a face out by its eyes; nil when they are no two places.
    public init?(of picture: Picture, leftEye: FacePoint, rightEye: FacePoint) {
        guard
            let cut = picture.upright(eyes: [leftEye, rightEye], at: EyeAlignedView.eyes, side: EyeAlignedView.side)
        else { return nil }
        self.picture = cut
    }
}

extension Picture {
    /// Cuts out a square with the eyes at given places; nil when they are no two places.
    func upright(eyes: [FacePoint], at places: [FacePoint], side: Int) -> Picture? {
        SimilarityTransform(from: eyes, to: places).flatMap {
            PicturePyramid(self).cut(through: $0, side: side)?.picture
        }
    }
}
