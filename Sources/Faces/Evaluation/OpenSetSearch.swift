// SPDX-License-Identifier: Apache-2.0

/// One-to-many search where most probes are of nobody enrolled: FNIR at FPIR (ISO/IEC 19795-1), one picture enrolled each.
public struct OpenSetSearch: Hashable, Sendable {
    public let gallerySize: Int
    /// The share of probes of nobody that may raise an alert.
    public let falsePositiveRate: Double
    public let threshold: Double
    public let falsePositives: Proportion
    /// Probes of enrolled persons whose own entry is not among the ten best at or above the threshold.
    public let falseNegatives: Proportion
    /// Its 95 % interval by drawing persons.
    public let byPerson: PersonResampling?
    /// Probes of enrolled persons whose own entry is first, whatever its score.
    public let rankOne: Proportion

    /// Splits persons by their number: every third is nobody enrolled; of the others the first picture is enrolled, up to
    /// `gallerySize`, those with more pictures first, and their other pictures are probes. Nil when there are too few.
    public init?(_ pictures: [LabelledEmbedding], gallerySize: Int, falsePositiveRate: Double) {
        let everybody = Dictionary(grouping: pictures, by: \.person).sorted { $0.key < $1.key }.map(\.value)
        let strangers = everybody.enumerated().filter { $0.offset % 3 == 0 }.flatMap { $0.element }
        let known = everybody.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
            .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
        guard gallerySize > 0, known.count >= gallerySize, !strangers.isEmpty else { return nil }
        let enrolled = known.prefix(gallerySize)
        var store = TemplateStore()
        for person in enrolled { store.append(FaceTemplate(person[0].embedding)) }
        func best(_ probes: [FaceEmbedding], keep: Int) -> [[TemplateHit]] {
            store.search(probes.map { FaceTemplate($0) }, threshold: .min, keep: keep)
        }
        let highest = best(strangers.map(\.embedding), keep: 1).compactMap { $0.first?.score }.sorted()
        let allowed = Int((falsePositiveRate * Double(highest.count)).rounded(.down))
        guard allowed < highest.count else { return nil }
        let limit = highest[highest.count - 1 - allowed] + 1
        var (missed, first, trials) = (0, 0, 0)
        var persons: [(errors: Int, trials: Int)] = []
        for (place, person) in enrolled.enumerated() {
            let before = missed
            for hits in best(person.dropFirst().map(\.embedding), keep: 10) {
                trials += 1
                if hits.first?.index == place { first += 1 }
                if !hits.contains(where: { $0.index == place && $0.score >= limit }) { missed += 1 }
            }
            persons.append((missed - before, person.count - 1))
        }
        guard trials > 0 else { return nil }
        self.gallerySize = gallerySize
        self.falsePositiveRate = falsePositiveRate
        threshold = FaceTemplate.similarity(ofScore: limit)
        falsePositives = Proportion(highest.filter { $0 >= limit }.count, of: highest.count)
        falseNegatives = Proportion(missed, of: trials)
        byPerson = PersonResampling(persons)
        rankOne = Proportion(first, of: trials)
    }
}
