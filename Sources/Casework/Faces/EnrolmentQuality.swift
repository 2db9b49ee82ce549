// SPDX-License-Identifier: Apache-2.0

public import Faces

/// How well an enrolled picture can be compared, as it was when it was taken in.
public struct EnrolmentQuality: Hashable, Sendable {
    /// 0...100: near 100 for a large, sharp, evenly lit face that looks into the camera. No threshold rests on it.
    public let grade: Int
    /// Pixels between the eyes in the picture that was handed in.
    public let eyePixels: Int

    /// A quality as it was kept; what lies outside of its range is brought into it.
    public init(grade: Int, eyePixels: Int) {
        self.grade = max(0, min(100, grade))
        self.eyePixels = max(0, min(100_000, eyePixels))
    }

    /// As measured on a picture.
    public init(_ quality: FaceQuality) {
        self.init(
            grade: Int((ShotQuality.of(quality) * 100).rounded()), eyePixels: Int(quality.eyeDistance.rounded()))
    }

    /// In which of three classes it is.
    public var level: EnrolmentLevel { grade >= 60 ? .good : grade >= 30 ? .fair : .weak }
}

/// Classes of ``EnrolmentQuality/grade``, for people.
public enum EnrolmentLevel: String, Hashable, Sendable, CaseIterable {
    case good, fair, weak
}
