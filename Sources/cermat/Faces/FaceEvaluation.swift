// SPDX-License-Identifier: Apache-2.0

internal import Drawing
internal import Faces
internal import Foundation

/// Accuracy on labelled pictures: the model alone beside what this program makes of it, in one run.
struct FaceEvaluation {
    let pictures: LabelledPictures
    let pairs: LabelledPairs?
    let described: DescribedPictures
    var labels: FaceLabels?

    private static let rates = [1e-2, 1e-3, 1e-4, 1e-5]
    private static let galleries = [100, 300, 1000, 3000]

    /// Every figure.
    func report(engine: String) -> FaceReport {
        var refused: [String: Int] = [:]
        for reason in described.found.flatMap(\.reasons) { refused[reason.rawValue, default: 0] += 1 }
        let full = method("cermat", \.full)
        return FaceReport(
            pairs: full.pairs?.pairs, accuracy: full.pairs?.accuracy,
            fnmrAtFmr: full.pairs.map { listed in
                let shares = listed.points.map { ($0.rateName, $0.falseNonMatches.value) }
                return Dictionary(shares) { first, _ in first }
            }, undetected: described.missed, cpuMillisecondsPerFace: described.processorMilliseconds, engine: engine,
            pictures: pictures.entries.count, persons: Set(pictures.entries.map(\.person)).count, refused: refused,
            methods: [method("plain", \.plain), full])
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
                    rankOne: FaceJSON.Rate($0.rankOne), byPersonLower: $0.byPerson?.lower,
                    byPersonUpper: $0.byPerson?.upper)
            }, groups: groups(path, points.map { ($0.falseMatchRate, $0.threshold) }))
    }

    /// The errors within each group of people, at the thresholds that follow from everybody.
    private func groups(
        _ path: KeyPath<DescribedPictures.Described, FaceEmbedding>, _ thresholds: [(rate: Double, value: Double)]
    ) -> [FaceReport.Group] {
        guard let labels else { return [] }
        let named = labels.groups(of: described.found.map { pictures.entries[$0.number] })
        return named.map { group in
            let set = group.members.map { place in
                let one = described.found[place]
                return LabelledEmbedding(person: pictures.entries[one.number].person, embedding: one[keyPath: path])
            }
            let scores = set.allPairs()
            return FaceReport.Group(
                group: group.name, pictures: set.count, persons: Set(set.map(\.person)).count,
                points: thresholds.map { rate, threshold in
                    let point = scores.point(at: threshold)
                    let drawn = PersonResampling(set.missesByPerson(threshold: threshold))
                    return FaceReport.Point(
                        falseMatchRate: rate, threshold: threshold, falseMatches: FaceJSON.Rate(point.falseMatches),
                        falseNonMatches: FaceJSON.Rate(point.falseNonMatches), byPersonLower: drawn?.lower,
                        byPersonUpper: drawn?.upper)
                })
        }
    }

    private func listed(
        _ list: LabelledPairs, _ path: KeyPath<DescribedPictures.Described, FaceEmbedding>
    ) -> FaceReport.PairProtocol {
        var byFile: [String: FaceEmbedding] = [:]
        for one in described.found { byFile[pictures.entries[one.number].file] = one[keyPath: path] }
        var without = 0
        let compared = list.pairs.map { pair -> (similarity: Float, same: Bool) in
            guard let first = byFile[pair.first], let second = byFile[pair.second] else {
                // Below every similarity: no match at any threshold.
                without += 1
                return (-2, pair.same)
            }
            return (Float(first.similarity(to: second)), pair.same)
        }
        let folded = FoldedAccuracy(compared)
        let scores = ComparisonScores(
            genuine: compared.filter(\.same).map(\.similarity), impostor: compared.filter { !$0.same }.map(\.similarity)
        )
        return FaceReport.PairProtocol(
            pairs: compared.count, pairsWithoutFace: without, accuracy: folded?.mean,
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
