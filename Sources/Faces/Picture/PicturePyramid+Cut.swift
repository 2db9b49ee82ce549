// SPDX-License-Identifier: Apache-2.0

extension PicturePyramid {
    /// A square cut out of the picture: what `transform` brings to its `side` x `side` pixels, and how many of them lie
    /// outside of the picture and are black.
    func cut(through transform: SimilarityTransform, side: Int) -> (picture: Picture, outside: Int)? {
        let (level, number) = level(atLeast: min(1, transform.scale))
        let back = transform.inverse
        let shrink = 1 / Double(1 << number)
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
        return Picture(width: side, height: side, rgb: pixels).map { ($0, missing) }
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
