// SPDX-License-Identifier: Apache-2.0

/// What a face must reach to be enrolled; a probe is compared whatever it reaches, and its reasons are shown.
public struct EnrolmentStandard: Hashable, Sendable {
    /// Below 35 pixels between the eyes the cut-out is an enlargement.
    public var eyeDistance = 35.0
    /// Degrees, either way.
    public var yaw = 35.0
    public var pitch = 35.0
    public var roll = 30.0
    public var sharpness = 0.06
    public var brightness = 0.12...0.88
    public var clipped = 0.30
    public var contrast = 0.04
    public var cropped = 0.15
    public var detection = 0.75

    public init() {}

    /// What speaks against enrolling a face; empty when nothing does.
    public func reasons(against quality: FaceQuality) -> [QualityReason] {
        var reasons: [QualityReason] = []
        if quality.eyeDistance < eyeDistance { reasons.append(.eyesTooClose) }
        if abs(quality.yaw) > yaw { reasons.append(.turnedAside) }
        if abs(quality.pitch) > pitch { reasons.append(.nodding) }
        if abs(quality.roll) > roll { reasons.append(.leaning) }
        if quality.sharpness < sharpness { reasons.append(.blurred) }
        if quality.brightness < brightness.lowerBound { reasons.append(.tooDark) }
        if quality.brightness > brightness.upperBound { reasons.append(.tooBright) }
        if quality.clipped > clipped { reasons.append(.clipped) }
        if quality.contrast < contrast { reasons.append(.flat) }
        if quality.cropped > cropped { reasons.append(.cropped) }
        if quality.detection < detection { reasons.append(.unsure) }
        return reasons
    }

    /// The one face of a picture that may be enrolled; the error says why not and what to do.
    public func choose(from faces: [FoundFace]) throws(EnrolmentRefusal) -> FoundFace {
        guard let face = faces.first else { throw .noFace }
        guard faces.count == 1 else { throw .severalFaces(faces.count) }
        let reasons = reasons(against: face.quality)
        guard reasons.isEmpty else { throw .poor(reasons) }
        return face
    }
}

/// Why a picture is not enrolled.
public enum EnrolmentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case noFace
    case severalFaces(Int)
    case poor([QualityReason])

    /// Every code that ``codes`` can hold.
    public static let everyCode = ["no-face", "several-faces"] + QualityReason.allCases.map(\.rawValue)

    /// Codes of all reasons.
    public var codes: [String] {
        switch self {
        case .noFace: ["no-face"]
        case .severalFaces: ["several-faces"]
        case .poor(let reasons): reasons.map(\.rawValue)
        }
    }

    public var description: String {
        switch self {
        case .noFace: "no face was found: use a picture that shows the whole face"
        case .severalFaces(let count): "\(count) faces were found: cut out the one that is meant"
        case .poor(let reasons): reasons.map(\.advice).joined(separator: "; ")
        }
    }
}
