// SPDX-License-Identifier: Apache-2.0

public import Civil

/// Gathers a ``CalibrationReport`` from travellers, what resolving made of them and, where known, who they are.
public struct Calibration {
    /// Who a traveller is, as somebody knows.
    public enum Label: Hashable, Sendable {
        case resident(NIK)
        case notRegistered
    }

    private struct Best {
        var probability: Double
        var unregistered: Double
        /// Nil without a label.
        var isRight: Bool?
        /// Whether there is a resident to be found; nil without a label.
        var isRegistered: Bool?
    }

    private let index: PopulationIndex
    private let prior: Double
    private var all: [Best] = []
    private var weights: [WeightName: (seen: Double, bits: Double)] = [:]
    private var unlinkable: [CalibrationReport.Unlinkable] = []

    private struct WeightName: Hashable {
        let comparison: Evidence.Comparison
        let level: String
    }

    static let binCount = 20
    static let thresholds = [0.5, 0.9, 0.95, 0.99, 0.999]

    /// - Parameter prior: log2 odds of any one resident before anything was compared, as the resolver has it.
    public init(index: PopulationIndex, prior: Double) {
        self.index = index
        self.prior = prior
    }

    /// Takes one traveller in.
    public mutating func add(_ claim: TravellerClaim, _ resolution: Resolution, label: Label?) {
        var best = Best(probability: 0, unregistered: resolution.unregistered)
        let first = resolution.ranked.first
        best.probability = first?.probability ?? 0
        switch label {
        case .resident(let nik):
            best.isRegistered = true
            best.isRight = first.flatMap { index.resident(row: $0.candidate.row) }?.nik == nik
        case .notRegistered:
            best.isRegistered = false
            best.isRight = false
        case nil: break
        }
        all.append(best)
        guard let first, first.probability > 0.5 else { return }
        for step in index.evidence(for: first.candidate, of: claim, prior: prior) where step.comparison != .prior {
            let name = WeightName(comparison: step.comparison, level: step.level.label)
            let known = weights[name] ?? (0, 0)
            weights[name] = (known.seen + first.probability, known.bits + first.probability * step.weight)
        }
    }

    /// Sends residents, evenly spaced, travelling under their own data and counts whom that does not tell from others.
    ///
    /// - Parameter sample: so many residents at most.
    public mutating func measureUnlinkable(model: MatchModel, sample: Int = 2000) {
        guard index.count > 0, sample > 0 else { return }
        let step = max(1, index.count / sample)
        let rows = Array(stride(from: 0, to: index.count, by: step).prefix(sample))
        var resolver = PopulationResolver(index: index, model: model)
        for told in Told.allCases {
            var own: [Double] = []
            for row in rows {
                guard let resident = index.resident(row: row) else { continue }
                let resolution = resolver.resolve(told.claim(resident))
                own.append(resolution.ranked.first { $0.candidate.row == row }?.probability ?? 0)
            }
            for probability in [0.5, 0.95, 0.99] {
                unlinkable.append(
                    CalibrationReport.Unlinkable(
                        told: told.rawValue, residents: own.count, probability: probability,
                        share: Double(own.count { $0 < probability }) / Double(max(own.count, 1))))
            }
        }
    }

    private enum Told: String, CaseIterable {
        case name
        case nameAndYear = "name, year of birth"
        case nameAndDate = "name, birth date, sex"
        case all = "name, birth date, sex, birth place"

        func claim(_ resident: IndexedResident) -> TravellerClaim {
            var claim = TravellerClaim(surname: nil, given: resident.name)
            switch self {
            case .name: break
            case .nameAndYear: claim.birth = PartialDate(year: resident.birthDate.year)
            case .nameAndDate, .all:
                claim.birth = PartialDate(resident.birthDate)
                claim.sex = resident.sex
                if self == .all { claim.birthPlace = resident.birthPlace }
            }
            return claim
        }
    }

    /// The report of what was taken in so far.
    public var report: CalibrationReport {
        let labelled = all.filter { $0.isRight != nil }
        let bins = (0..<Self.binCount).compactMap { bin($0) }
        let error = labelled.isEmpty ? nil : calibrationError(labelled)
        return CalibrationReport(
            indexVersion: index.version, residents: index.count, travellers: all.count, labelled: labelled.count,
            bins: bins, calibrationError: error, thresholds: Self.thresholds.map { threshold($0, labelled) },
            weights: weights.map { name, sums in
                CalibrationReport.Weight(
                    comparison: name.comparison, level: name.level, seen: sums.seen, bits: sums.bits / sums.seen)
            }.sorted { ($0.comparison.rawValue, $1.bits, $0.level) < ($1.comparison.rawValue, $0.bits, $1.level) },
            unlinkable: unlinkable)
    }

    private static func place(_ probability: Double) -> Int {
        min(max(Int(probability * Double(binCount)), 0), binCount - 1)
    }

    private func bin(_ number: Int) -> CalibrationReport.Bin? {
        let within = all.filter { Self.place($0.probability) == number }
        guard !within.isEmpty else { return nil }
        let labelled = within.filter { $0.isRight != nil }
        return CalibrationReport.Bin(
            from: Double(number) / Double(Self.binCount), to: Double(number + 1) / Double(Self.binCount),
            travellers: within.count,
            expected: within.reduce(0) { $0 + $1.probability } / Double(within.count),
            right: labelled.isEmpty
                ? nil : Double(labelled.count { $0.isRight == true }) / Double(labelled.count))
    }

    private func calibrationError(_ labelled: [Best]) -> Double {
        var gaps = [Double](repeating: 0, count: Self.binCount)
        for one in labelled {
            gaps[Self.place(one.probability)] += one.probability - (one.isRight == true ? 1 : 0)
        }
        return gaps.reduce(0) { $0 + abs($1) } / Double(labelled.count)
    }

    private func threshold(_ probability: Double, _ labelled: [Best]) -> CalibrationReport.Threshold {
        let matched = all.filter { $0.probability >= probability }
        var threshold = CalibrationReport.Threshold(
            probability: probability, matched: matched.count,
            expectedRight: matched.reduce(0) { $0 + $1.probability },
            undecided: all.count { $0.probability < probability && $0.unregistered < probability })
        guard !labelled.isEmpty else { return threshold }
        let claimed = labelled.filter { $0.probability >= probability }
        let right = Double(claimed.count { $0.isRight == true })
        let registered = labelled.count { $0.isRegistered == true }
        let strangers = labelled.count - registered
        threshold.precision = claimed.isEmpty ? nil : right / Double(claimed.count)
        threshold.recall = registered == 0 ? nil : right / Double(registered)
        threshold.falseMatches =
            strangers == 0 ? nil : Double(claimed.count { $0.isRegistered == false }) / Double(strangers)
        return threshold
    }
}
