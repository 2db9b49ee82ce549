// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Faces

/// Reads drawn frames as pictures that are to be enrolled, in place of the face engine.
public struct DrawnDescriber: FaceDescriber {
    public let engine: String

    public init(engine: String = "drawn") { self.engine = engine }

    public func describe(_ picture: [UInt8]) async throws -> EnrolmentFace {
        guard let drawn = DrawnFrame(picture) else { throw PictureError.unknownFormat }
        guard let somebody = drawn.people.first else { throw EnrolmentRefusal.noFace }
        guard drawn.people.count == 1 else { throw EnrolmentRefusal.severalFaces(drawn.people.count) }
        guard somebody.quality >= 0.5 else { throw EnrolmentRefusal.poor([.blurred, .tooDark]) }
        return EnrolmentFace(
            template: FaceTemplate(DrawnFrame.embedding(somebody.person)),
            portrait: FacePortrait(jpeg: Array("drawn portrait \(somebody.person)".utf8)))
    }
}
