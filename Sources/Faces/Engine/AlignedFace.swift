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
        guard let transform = SimilarityTransform(from: face.points, to: AlignedFace.places) else { return nil }
        let (level, number) = pyramid.level(atLeast: min(1, transform.scale))
        let back = transform.inverse
        let shrink = 1 / Double(1 << number)
        let side = AlignedFace.side
        var pixels = [UInt8](repeating: 0, count: side * side * 3)
        var missing = 0
        for y in 0..<side {
            for x in 0..<side {
                let source = back.apply(FacePoint(x: Double(x), y: Double(y)))
                // The centre of a pixel of a halved picture lies between those of the whole one.
                let place = FacePoint(x: (source.x + 0.5) * shrink - 0.5, y: (source.y + 0.5) * shrink - 0.5)
                if !level.sample(place, into: &pixels, at: (y * side + x) * 3) { missing += 1 }
            }
        }
        guard let picture = Picture(width: side, height: side, rgb: pixels) else { return nil }
        self.picture = picture
        outside = Double(missing) / Double(side * side)
    }

    /// A cut-out made elsewhere.
    init(picture: Picture, outside: Double = 0) {
        self.picture = picture
        self.outside = outside
    }
}

extension Picture {
    /// Writes the colour between four pixels; false, and black where no pixel is, when the place is outside.
    fileprivate func sample(_ place: FacePoint, into pixels: inout [UInt8], at target: Int) -> Bool {
        guard place.x > -1, place.y > -1, place.x < Double(width), place.y < Double(height) else { return false }
        let (x, y) = (Int(place.x.rounded(.down)), Int(place.y.rounded(.down)))
        let (right, down) = (place.x - Double(x), place.y - Double(y))
        for channel in 0..<3 {
            func value(_ x: Int, _ y: Int) -> Double {
                x >= 0 && y >= 0 && x < width && y < height ? Double(rgb[(y * width + x) * 3 + channel]) : 0
            }
            let upper = value(x, y) * (1 - right) + value(x + 1, y) * right
            let lower = value(x, y + 1) * (1 - right) + value(x + 1, y + 1) * right
            pixels[target + channel] = UInt8((upper * (1 - down) + lower * down).rounded())
        }
        return x >= 0 && y >= 0 && x < width && y < height
    }
}
