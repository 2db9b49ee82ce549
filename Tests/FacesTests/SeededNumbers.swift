// SPDX-License-Identifier: Apache-2.0

import Faces
import Foundation

/// SplitMix64: equal seeds give equal tests.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Bytes of a template, the extremes included.
    mutating func template(extreme: Bool = false) -> FaceTemplate {
        let bytes = (0..<FaceTemplate.dimension).map { _ in
            extreme ? (Bool.random(using: &self) ? Int8(127) : -127) : Int8.random(in: -127...127, using: &self)
        }
        return known(FaceTemplate(bytes: bytes))
    }

    /// A direction drawn evenly.
    mutating func embedding() -> FaceEmbedding {
        let values = (0..<FaceTemplate.dimension).map { _ -> Float in
            let (one, two) = (Double.random(in: 1e-9...1, using: &self), Double.random(in: 0...1, using: &self))
            return Float((-2 * log(one)).squareRoot() * cos(2 * .pi * two))
        }
        return known(FaceEmbedding(normalising: values))
    }
}
