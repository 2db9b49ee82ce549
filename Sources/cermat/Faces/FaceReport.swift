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

        /// The allowed rate as a power of ten, such as 1e-3.
        var rateName: String { "1e\(Int(log10(falseMatchRate).rounded()))" }
    }

    struct PairProtocol: Encodable {
        let pairs: Int
        /// Pairs of which a picture has no face; they count as no match.
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
        /// The 95 % interval of the misses by drawing persons.
        let byPersonLower, byPersonUpper: Double?
    }

    /// Pairs within one group of people, at the thresholds of all.
    struct Group: Encodable {
        let group: String
        let pictures: Int
        let persons: Int
        let points: [Point]
    }

    struct Method: Encodable {
        let name: String
        let pairs: PairProtocol?
        let allPairs: AllPairs
        let search: [Search]
        let groups: [Group]
    }

    /// Of the listed pairs as this program uses the model; nil without a list.
    var pairs: Int?
    var accuracy: Double?
    /// Misses by the rate of false matches that was allowed.
    var fnmrAtFmr: [String: Double]?
    /// Pictures without a face.
    let undetected: Int
    /// Finding the face, judging it and describing it with all care.
    let cpuMillisecondsPerFace: Double

    let engine: String
    let pictures: Int
    let persons: Int
    /// How many pictures enrolment would refuse, by reason.
    let refused: [String: Int]
    let methods: [Method]
}
