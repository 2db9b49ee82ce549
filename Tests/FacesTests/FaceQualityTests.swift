// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Faces

@Suite struct FaceQualityTests {
    /// Upright and looking into the camera: the places of the cut-out itself, at a size.
    private func face(scale: Double = 2, moved: Double = 10) -> DetectedFace {
        let points = AlignedFace.places.map { FacePoint(x: $0.x * scale + moved, y: $0.y * scale + moved) }
        return DetectedFace(
            left: 20 * scale + moved, top: 20 * scale + moved, width: 72 * scale, height: 90 * scale, score: 0.95,
            leftEye: points[0], rightEye: points[1], nose: points[2], leftMouth: points[3], rightMouth: points[4])
    }

    /// A cut-out with so much light and noise.
    private func cutOut(light: Int, noise: Int) -> AlignedFace {
        var numbers = SeededNumbers(1)
        let rgb = (0..<AlignedFace.side * AlignedFace.side).flatMap { _ -> [UInt8] in
            let value = UInt8(clamping: light + (noise > 0 ? Int.random(in: -noise...noise, using: &numbers) : 0))
            return [value, value, value]
        }
        return AlignedFace(picture: known(Picture(width: AlignedFace.side, height: AlignedFace.side, rgb: rgb)))
    }

    private func reasons(_ face: DetectedFace, _ cut: AlignedFace, width: Int = 400, height: Int = 400)
        -> [QualityReason]
    {
        EnrolmentStandard().reasons(against: FaceQuality(face, cut, width: width, height: height))
    }

    @Test func `a clear frontal face has nothing against it`() {
        #expect(reasons(face(), cutOut(light: 128, noise: 40)) == [])
    }

    @Test func `each fault is named`() {
        let clear = cutOut(light: 128, noise: 40)
        #expect(reasons(face(scale: 0.8), clear) == [.eyesTooClose])
        var turned = face()
        turned.nose.x += 32
        #expect(reasons(turned, clear) == [.turnedAside])
        var nodding = face()
        nodding.nose.y += 30
        #expect(reasons(nodding, clear) == [.nodding])
        var unsure = face()
        unsure.score = 0.62
        #expect(reasons(unsure, clear) == [.unsure])
        #expect(reasons(face(moved: -60), clear) == [.cropped])
        #expect(reasons(face(), cutOut(light: 24, noise: 20)) == [.tooDark])
        #expect(reasons(face(), cutOut(light: 233, noise: 20)) == [.tooBright])
        #expect(reasons(face(), cutOut(light: 128, noise: 3)).contains(.flat))
        #expect(reasons(face(), cutOut(light: 128, noise: 0)).contains(.blurred))
        #expect(reasons(face(), cutOut(light: 128, noise: 400)).contains(.clipped))
    }

    @Test func `a leaning head is measured by its angle and its turn is not mistaken for it`() {
        let upright = face()
        let angle = 0.4
        func leaning(_ point: FacePoint) -> FacePoint {
            FacePoint(
                x: cos(angle) * point.x - sin(angle) * point.y + 120, y: sin(angle) * point.x + cos(angle) * point.y)
        }
        var lean = upright
        (lean.leftEye, lean.rightEye) = (leaning(upright.leftEye), leaning(upright.rightEye))
        (lean.nose, lean.leftMouth, lean.rightMouth) = (
            leaning(upright.nose), leaning(upright.leftMouth), leaning(upright.rightMouth)
        )
        let cut = cutOut(light: 128, noise: 40)
        let (one, other) = (
            FaceQuality(upright, cut, width: 400, height: 400), FaceQuality(lean, cut, width: 400, height: 400)
        )
        #expect(abs(other.roll - one.roll - angle * 180 / .pi) < 0.01)
        #expect(abs(other.yaw - one.yaw) < 0.01)
        #expect(abs(other.pitch - one.pitch) < 0.01)
        #expect(abs(one.yaw) < 3)
        #expect(abs(one.pitch) < 6)
    }

    @Test func `enrolment takes exactly one good face and says what to do`() throws {
        let cut = cutOut(light: 128, noise: 40)
        let good = FoundFace(face: face(), aligned: cut, quality: FaceQuality(face(), cut, width: 400, height: 400))
        let dark = cutOut(light: 24, noise: 20)
        let poor = FoundFace(face: face(), aligned: dark, quality: FaceQuality(face(), dark, width: 400, height: 400))
        let standard = EnrolmentStandard()
        #expect(try standard.choose(from: [good]) == good)
        #expect(throws: EnrolmentRefusal.noFace) { try standard.choose(from: []) }
        #expect(throws: EnrolmentRefusal.severalFaces(2)) { try standard.choose(from: [good, good]) }
        #expect(throws: EnrolmentRefusal.poor([.tooDark])) { try standard.choose(from: [poor]) }
        #expect("\(EnrolmentRefusal.poor([.tooDark]))".contains("light on the face"))
        for reason in QualityReason.allCases { #expect(reason.advice.count > 20) }
    }
}
