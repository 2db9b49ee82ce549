// SPDX-License-Identifier: Apache-2.0

internal import Drawing
internal import Faces
internal import Foundation

/// Accuracy on labelled pictures: the model alone beside what this program makes of it, in one run.
struct FaceEvaluation {
    let pictures: LabelledPictures
    let pairs: LabelledPairs?
    let described: DescribedPictures

    private static let rates = [1e-2, 1e-3, 1e-4, 1e-5]
    private static let galleries = [100, 300, 1000, 3000]

    /// Every figure.
    func report(engine: String) -> FaceReport {
        var refused: [String: Int] = [:]
        for reason in described.found.flatMap(\.reasons) { refused[reason.rawValue, default: 0] += 1 }
        return FaceReport(
            engine: engine, pictures: pictures.entries.count, persons: Set(pictures.entries.map(\.person)).count,
            picturesWithoutFace: described.missed, refused: refused,
            methods: [method("plain", \.plain), method("cermat", \.full)])
    }

    /// The scores of all pairs as this program makes them, for a calibration.
    func scores() -> ComparisonScores { labelled(\.full).allPairs() }

    /// Both curves over all pairs.
    func curve() -> DETCurve {
        func series(_ name: String, _ path: KeyPath<DescribedPictures.Described, FaceEmbedding>) -> DETCurve.Series {
            DETCurve.Series(
                name: name,
                points: labelled(path).allPairs().curve().map {
                    DETCurve.Point(falseMatches: $0.falseMatches.value, misses: $0.falseNonMatches.value)
                })
        }
        return DETCurve(
            title: "Misses by false matches, all pairs of \(described.found.count) pictures",
            summary: "Lower and further left is better.", falseMatchLabel: "FMR", missLabel: "FNMR",
            seriesLabel: "Method",
            series: [series("cermat", \.full), series("model alone", \.plain)])
    }

    private func labelled(_ path: KeyPath<DescribedPictures.Described, FaceEmbedding>) -> [LabelledEmbedding] {
        described.found.map {
            LabelledEmbedding(person: pictures.entries[$0.number].person, embedding: $0[keyPath: path])
        }
    }

    private func method(
        _ name: String, _ path: KeyPath<DescribedPictures.Described, FaceEmbedding>
    ) -> FaceReport.Method {
        let set = labelled(path)
        let all = set.allPairs()
        let points = Self.rates.compactMap { rate -> FaceReport.Point? in
            guard let point = all.point(falseMatchRate: rate) else { return nil }
            let drawn = PersonResampling(set.missesByPerson(threshold: point.threshold))
            return FaceReport.Point(
                falseMatchRate: rate, threshold: point.threshold, falseMatches: FaceJSON.Rate(point.falseMatches),
                falseNonMatches: FaceJSON.Rate(point.falseNonMatches), byPersonLower: drawn?.lower,
                byPersonUpper: drawn?.upper)
        }
        let search = Self.galleries.flatMap { size in
            [0.1, 0.01].compactMap { OpenSetSearch(set, gallerySize: size, falsePositiveRate: $0) }
        }
        return FaceReport.Method(
            name: name, pairs: pairs.map { listed($0, path) },
            allPairs: FaceReport.AllPairs(genuine: all.genuine.count, impostor: all.impostor.count, points: points),
            search: search.map {
                FaceReport.Search(
                    gallery: $0.gallerySize, falsePositiveRate: $0.falsePositiveRate, threshold: $0.threshold,
                    falsePositives: FaceJSON.Rate($0.falsePositives), falseNegatives: FaceJSON.Rate($0.falseNegatives),
                    rankOne: FaceJSON.Rate($0.rankOne))
            })
    }

    private func listed(
        _ list: LabelledPairs, _ path: KeyPath<DescribedPictures.Described, FaceEmbedding>
    ) -> FaceReport.PairProtocol {
        var byFile: [String: FaceEmbedding] = [:]
        for one in described.found { byFile[pictures.entries[one.number].file] = one[keyPath: path] }
        let compared = list.pairs.compactMap { pair -> (similarity: Float, same: Bool)? in
            guard let first = byFile[pair.first], let second = byFile[pair.second] else { return nil }
            return (Float(first.similarity(to: second)), pair.same)
        }
        let folded = FoldedAccuracy(compared)
        let scores = ComparisonScores(
            genuine: compared.filter(\.same).map(\.similarity), impostor: compared.filter { !$0.same }.map(\.similarity)
        )
        return FaceReport.PairProtocol(
            pairs: compared.count, pairsWithoutFace: list.pairs.count - compared.count, accuracy: folded?.mean,
            accuracyStandardError: folded?.standardError,
            points: Self.rates.compactMap { rate in
                scores.point(falseMatchRate: rate).map {
                    FaceReport.Point(
                        falseMatchRate: rate, threshold: $0.threshold, falseMatches: FaceJSON.Rate($0.falseMatches),
                        falseNonMatches: FaceJSON.Rate($0.falseNonMatches))
                }
            })
    }
}
