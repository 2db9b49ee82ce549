// SPDX-License-Identifier: Apache-2.0

/// A face cut out upright at a fixed size, eyes, nose and mouth near fixed places.
public struct AlignedFace: Hashable, Sendable {
    /// Pixels of its side.
    public static let side = 112
    /// Where the five points go (the template of ArcFace, Deng et al. 2019, for 112 pixels).
    static let places = [
        FacePoint(x: 38.2946, y: 51.6963), FacePoint(x: 73.5318, y: 51.5014), FacePoint(x: 56.0252, y: 71.7366),
        FacePoint(x: 41.5493, y: 92.3655), FacePoint(x: 70.7299, y: 92.2041),
    ]
    /// Pixels between the eyes in the cut-out; a face that has fewer in its picture is enlarged.
    static let eyeDistance = 35.24

    /// 112 x 112.
    public let picture: Picture
    /// The share of the cut-out that lies outside of the picture, 0...1; it is black.
    public let outside: Double

    /// Cuts a face out of a picture; nil when its points do not span a face.
    init?(_ face: DetectedFace, in pyramid: PicturePyramid) {
        guard let transform = SimilarityTransform(from: face.points, to: AlignedFace.places),
            let (picture, missing) = pyramid.cut(through: transform, side: AlignedFace.side)
        else { return nil }
        self.picture = picture
        outside = Double(missing) / Double(AlignedFace.side * AlignedFace.side)
    }

    /// A cut-out made elsewhere.
    init(picture: Picture, outside: Double = 0) {
        self.picture = picture
        self.outside = outside
    }
}
