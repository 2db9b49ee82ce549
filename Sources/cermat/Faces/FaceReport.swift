// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// What `cermat face evaluate` prints.
struct FaceReport: Encodable {
    struct Point: Encodable {
        let falseMatchRate: Double
        let threshold: Double
        let falseMatches: FaceJSON.Rate
        let falseNonMatches: FaceJSON.Rate
        /// The 95 % interval of the misses by drawing persons; only over all pairs.
        var byPersonLower: Double?
        var byPersonUpper: Double?
    }

    struct PairProtocol: Encodable {
        let pairs: Int
        /// Pairs of which a picture has no face; they are left out of the rates.
        let pairsWithoutFace: Int
        let accuracy: Double?
        let accuracyStandardError: Double?
        let points: [Point]
    }

    struct AllPairs: Encodable {
        let genuine: Int
        let impostor: Int
        let points: [Point]
    }

    struct Search: Encodable {
        let gallery: Int
        let falsePositiveRate: Double
        let threshold: Double
        let falsePositives, falseNegatives, rankOne: FaceJSON.Rate
    }

    struct Method: Encodable {
        let name: String
        let pairs: PairProtocol?
        let allPairs: AllPairs
        let search: [Search]
    }

    let engine: String
    let pictures: Int
    let persons: Int
    let picturesWithoutFace: Int
    /// How many pictures enrolment would refuse, by reason.
    let refused: [String: Int]
    let methods: [Method]
}
