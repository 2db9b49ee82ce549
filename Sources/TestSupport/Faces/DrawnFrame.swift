// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Faces

/// A frame of a camera as tests draw it: who stands where, in place of a picture.
public struct DrawnFrame: Hashable, Sendable {
    /// Somebody in a frame: a number that stands for a face, a place and how well they are seen.
    public struct Somebody: Hashable, Sendable {
        public var person: UInt64
        public var left: Double
        public var quality: Double

        public init(_ person: UInt64, left: Double = 100, quality: Double = 0.9) {
            self.person = person
            self.left = left
            self.quality = quality
        }
    }

    public var people: [Somebody]

    public init(_ people: [Somebody]) { self.people = people }

    /// The frame as a camera's page sends it.
    public var bytes: [UInt8] {
        Array(people.map { "\($0.person) \($0.left) \($0.quality)" }.joined(separator: "\n").utf8)
    }

    /// Nil for bytes that are no drawn frame.
    public init?(_ bytes: [UInt8]) {
        var people: [Somebody] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let person = UInt64(parts[0]), let left = Double(parts[1]),
                let quality = Double(parts[2])
            else { return nil }
            people.append(Somebody(person, left: left, quality: quality))
        }
        self.people = people
    }

    private static let turnedFrom: UInt64 = 1 << 32

    /// The number of a person who has turned their head: somewhat like the number that looks ahead, as a few in a hundred
    /// strangers are too.
    public static func turned(_ person: UInt64) -> UInt64 { person | turnedFrom }

    /// The face of a number; different numbers are hardly alike.
    public static func embedding(_ person: UInt64) -> FaceEmbedding {
        guard person >= turnedFrom else { return drawn(person) }
        let ahead = drawn(person ^ turnedFrom), other = drawn(person)
        guard let turned = FaceEmbedding(mean: [ahead, other, other, other]) else {
            preconditionFailure("two that differ have a mean")
        }
        return turned
    }

    private static func drawn(_ person: UInt64) -> FaceEmbedding {
        var state = person &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
        let values = (0..<FaceTemplate.dimension).map { _ -> Float in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Float(Int64(bitPattern: state >> 11) & 0xFFFF) / 32_768 - 1
        }
        guard let embedding = FaceEmbedding(normalising: values) else { preconditionFailure("128 numbers are a face") }
        return embedding
    }

    /// A probe as it is kept of a drawn view.
    public static func kept(_ view: Picture) -> [UInt8] { Array("drawn probe ".utf8) + view.rgb.prefix(600) }

    /// A picture whose grey stands for a person.
    public static func view(_ person: UInt64) -> Picture {
        let side = EyeAlignedView.side
        let grey = UInt8(truncatingIfNeeded: person &* 37)
        guard let view = Picture(width: side, height: side, rgb: [UInt8](repeating: grey, count: side * side * 3))
        else {
            preconditionFailure("a square is a picture")
        }
        return view
    }
}

/// Reads drawn frames, in place of the face engine.
public struct DrawnFrameReader: FrameReader {
    public init() {}

    public func faces(in frame: [UInt8]) async throws -> [SeenFace] {
        guard let drawn = DrawnFrame(frame) else { throw PictureError.unknownFormat }
        return drawn.people.map { somebody in
            SeenFace(
                left: somebody.left, top: 50, width: 80, height: 100, embedding: DrawnFrame.embedding(somebody.person),
                quality: somebody.quality, view: DrawnFrame.view(somebody.person))
        }
    }

    public func faces(inStill bytes: [UInt8]) async throws -> [SeenFace] { try await faces(in: bytes) }

    /// No JPEG: bytes that a test finds again.
    public func encoded(_ view: Picture) async -> [UInt8]? { DrawnFrame.kept(view) }

    public func view(of photograph: EnrolledPhotograph) async -> Picture? {
        photograph.bytes.first.map { DrawnFrame.view(UInt64($0)) }
    }
}
