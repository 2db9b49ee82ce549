// SPDX-License-Identifier: Apache-2.0

/// What an invented face has from its parents and keeps for life: strengths of shapes, colours, brows, moles.
public struct FaceGenes: Hashable, Sendable {
    /// The shape axes first, then the traits; each in -1...1.
    var values: [Float]
    /// Numbers the fine marks of the skin, which nobody inherits.
    var marks: UInt64

    /// A face of its own.
    public init(using generator: inout some RandomNumberGenerator) {
        values = (0..<FaceTrait.valueCount).map { _ in
            // The mean of two draws, widened: most people are near the middle, some are far from it.
            let draw = (Self.unit(&generator) + Self.unit(&generator) - 1) * 1.25
            return min(max(draw, -1), 1)
        }
        marks = generator.next()
    }

    /// A child of two faces: each value from one parent or between both, and a little of its own.
    public init(childOf mother: FaceGenes, and father: FaceGenes, using generator: inout some RandomNumberGenerator) {
        values = zip(mother.values, father.values).map { a, b in
            let draw = Self.unit(&generator)
            let share: Float = draw < 0.35 ? 0 : draw < 0.7 ? 1 : 0.5
            let own = (Self.unit(&generator) + Self.unit(&generator) - 1) * 0.45
            return min(max(a + (b - a) * share + own, -1), 1)
        }
        marks = generator.next()
    }

    subscript(trait: FaceTrait) -> Float { values[trait.place] }

    /// A number in 0..<1 with 24 bits.
    static func unit(_ generator: inout some RandomNumberGenerator) -> Float {
        Float(generator.next() >> 40) / Float(1 << 24)
    }
}
