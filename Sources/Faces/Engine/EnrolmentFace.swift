// SPDX-License-Identifier: Apache-2.0

/// What is kept of a picture that may be enrolled.
public struct EnrolmentFace: Hashable, Sendable {
    public let template: FaceTemplate
    public let portrait: FacePortrait

    public init(template: FaceTemplate, portrait: FacePortrait) {
        self.template = template
        self.portrait = portrait
    }
}

extension FaceEngine {
    /// Reads a picture of one person, with all care.
    ///
    /// - Throws: ``PictureError``, ``EnrolmentRefusal`` with what to do about it, or ``FaceEngineError``.
    public func enrolmentFace(
        of bytes: [UInt8], by standard: EnrolmentStandard = EnrolmentStandard()
    ) throws -> EnrolmentFace {
        let picture = try PictureReader().read(bytes)
        let face = try standard.choose(from: try faces(in: picture))
        guard let portrait = face.portrait(in: picture) else { throw EnrolmentRefusal.noFace }
        return EnrolmentFace(template: FaceTemplate(try embedding(of: face, in: picture)), portrait: portrait)
    }
}
