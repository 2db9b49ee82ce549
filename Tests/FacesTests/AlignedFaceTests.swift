// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Faces

@Suite struct AlignedFaceTests {
    /// A face whose points are the cut-out's own places, in a picture so many times as large.
    private func face(_ scale: Double) -> DetectedFace {
        let points = AlignedFace.places.map { FacePoint(x: ($0.x + 0.5) * scale - 0.5, y: ($0.y + 0.5) * scale - 0.5) }
        return DetectedFace(
            left: 0, top: 0, width: 112 * scale, height: 112 * scale, score: 1, leftEye: points[0], rightEye: points[1],
            nose: points[2], leftMouth: points[3], rightMouth: points[4])
    }

    @Test func `a face at its place is cut out as it is`() throws {
        let picture = InventedPicture.pattern(width: 112, height: 112)
        let aligned = try #require(AlignedFace(face(1), in: PicturePyramid(picture)))
        let far = zip(aligned.picture.rgb, picture.rgb).count { abs(Int($0) - Int($1)) > 1 }
        #expect(far == 0)
        #expect(aligned.outside < 0.02)
    }

    @Test(arguments: [2, 4, 8]) func `a larger picture gives the mean of its pixels`(times: Int) throws {
        let small = InventedPicture.pattern(width: 112, height: 112)
        var rgb: [UInt8] = []
        // Fine lines that skipping pixels would make black or white.
        for y in 0..<112 * times {
            for x in 0..<112 * times {
                let place = (y / times * 112 + x / times) * 3
                let line = (x + y) % 2 == 0 ? 30 : -30
                for channel in 0..<3 { rgb.append(UInt8(clamping: Int(small.rgb[place + channel]) + line)) }
            }
        }
        let picture = try #require(Picture(width: 112 * times, height: 112 * times, rgb: rgb))
        let aligned = try #require(AlignedFace(face(Double(times)), in: PicturePyramid(picture)))
        let far = zip(aligned.picture.rgb, small.rgb).count { abs(Int($0) - Int($1)) > 31 }
        #expect(far < 112 * 3 * 4)
        let mean = zip(aligned.picture.rgb, small.rgb).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) } / small.rgb.count
        #expect(mean <= 5)
    }

    @Test func `what lies outside of the picture is black and counted`() throws {
        let picture = InventedPicture.pattern(width: 112, height: 56)
        let aligned = try #require(AlignedFace(face(1), in: PicturePyramid(picture)))
        #expect(abs(aligned.outside - 0.5) < 0.02)
        #expect(aligned.picture.rgb.suffix(112 * 3 * 40).allSatisfy { $0 == 0 })
    }

    @Test func `the central face is the one that holds the centre`() {
        let picture = InventedPicture.pattern(width: 400, height: 400)
        var (middle, corner) = (face(1), face(1))
        (middle.left, middle.top) = (150, 150)
        (corner.left, corner.top, corner.score) = (0, 0, 1)
        #expect([corner, middle].central(in: picture) == middle)
        #expect([corner].central(in: picture) == corner)
        #expect([DetectedFace]().central(in: picture) == nil)
    }
}
