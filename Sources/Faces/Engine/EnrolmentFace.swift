// SPDX-License-Identifier: Apache-2.0

/// What is kept of a picture that may be enrolled.
public struct EnrolmentFace: Hashable, Sendable {
    public let template: FaceTemplate
    public let portrait: FacePortrait
    /// How well the face can be compared, measured on the whole picture; nil where it was not measured.
    public let quality: FaceQuality?

    public init(template: FaceTemplate, portrait: FacePortrait, quality: FaceQuality? = nil) {
        self.template = template
        self.portrait = portrait
        self.quality = quality
    }
}

extension FaceEngine {
    /// Describes a kept portrait again, as after a change of models; nothing is asked of its quality, since it was asked
    /// when the picture was taken in. Nil where these models find no face in it.
    ///
    /// - Throws: ``PictureError`` or ``FaceEngineError``.
    public func template(ofPortrait portrait: FacePortrait) throws -> FaceTemplate? {
        let picture = try PictureReader().read(portrait.jpeg)
        guard let face = try faces(in: picture).central(in: picture) else { return nil }
        return FaceTemplate(try embedding(of: face, in: picture))
    }

    /// Reads a picture of one person, with all care.
    ///
    /// - Throws: ``PictureError``, ``EnrolmentRefusal`` with what to do about it, or ``FaceEngineError``.
    public func enrolmentFace(
        of bytes: [UInt8], by standard: EnrolmentStandard = EnrolmentStandard()
    ) throws -> EnrolmentFace {
        let picture = try PictureReader().read(bytes)
        let face = try standard.choose(from: try faces(in: picture))
        guard let portrait = face.portrait(in: picture) else { throw EnrolmentRefusal.noFace }
        return EnrolmentFace(
            template: FaceTemplate(try embedding(of: face, in: picture)), portrait: portrait, quality: face.quality)
    }
}
