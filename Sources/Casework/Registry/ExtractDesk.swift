// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
internal import Synchronization
public import Travel

/// Resolves travellers against a lawful extract that lies on this machine. Nothing of it is stored: a voyage is resolved
/// when somebody opens it, which takes some milliseconds.
///
/// A class since whoever asks shares the index, which a newer file replaces while others still read the older.
public final class ExtractDesk: Sendable {
    /// A traveller against the extract.
    public struct Answer: Hashable, Sendable {
        public struct Candidate: Hashable, Sendable {
            public let row: Int
            public let resident: IndexedResident
            public let probability: Double
            /// log2 odds against everything else.
            public let logOdds: Double
            /// The prior first; the weights sum to the log2 odds before rivals are counted.
            public let evidence: [Evidence]
        }

        /// The best first, at most five.
        public let candidates: [Candidate]
        /// That the registry does not have the traveller.
        public let unregistered: Double
        /// Which index answered, and after a plus which changes beside it.
        public let version: String
    }

    /// The most candidates of a traveller that are opened.
    public static let mostCandidates = 5
    private let path: String
    private let held: Mutex<PopulationIndex>
    private let links: ConfirmedLinks?

    /// Opens the index file.
    public init(path: String, links: ConfirmedLinks? = nil) throws(PopulationIndexError) {
        self.path = path
        self.links = links
        held = Mutex(try PopulationIndex(path: path))
    }

    /// The index of this moment.
    public var index: PopulationIndex { held.withLock { $0 } }

    /// Takes the index that lies at the path now with the changes beside it, if either is another one and whole. Who reads the older goes on reading it.
    /// - Returns: whether the index was changed.
    @discardableResult
    public func refresh() throws(PopulationIndexError) -> Bool {
        // The header tells whether it is another; only then is all of it read.
        guard try PopulationIndex.version(at: path) != index.version else { return false }
        let whole = try PopulationIndex(path: path)
        held.withLock { $0 = whole }
        return true
    }

    /// The residents of a voyage's travellers, bookings resolved together.
    ///
    /// Travellers of another nationality are left out: there is no reason to look for them in a registry of citizens.
    public func answers(_ voyage: Voyage) -> [RecordID<Traveller>: Answer] { answers(voyage, in: index) }

    /// The same against one index, so that the rows of the answers are rows of that one.
    func answers(_ voyage: Voyage, in index: PopulationIndex) -> [RecordID<Traveller>: Answer] {
        var resolver = PartyResolver(index: index)
        var answers: [RecordID<Traveller>: Answer] = [:]
        for party in TravelParties(voyage).parties {
            let claims = party.map { links?.claim(of: $0) ?? $0.claim }
            for (place, resolution) in resolver.resolve(claims).enumerated() {
                answers[party[place].id] = ExtractDesk.answer(
                    resolution, to: claims[place], prior: resolver.prior, index: index)
            }
        }
        return answers
    }

    /// The record under a number; nil where nobody has it.
    public func record(of nik: NIK) -> RegistryRecord? {
        let index = index
        guard let row = index.row(of: nik), let resident = index.resident(row: row) else { return nil }
        return RegistryRecord(
            nik: resident.nik, name: resident.name, birthPlace: resident.birthPlace, birthDate: resident.birthDate,
            sex: resident.sex, familyCard: resident.familyCard, relation: resident.relation)
    }

    /// The residents who may be the person of a claim that nobody travels with.
    public func answer(_ claim: TravellerClaim) -> Answer {
        let index = index
        var resolver = PartyResolver(index: index)
        return ExtractDesk.answer(resolver.resolve([claim])[0], to: claim, prior: resolver.prior, index: index)
    }

    private static func answer(
        _ resolution: Resolution, to claim: TravellerClaim, prior: Double, index: PopulationIndex
    ) -> Answer {
        let candidates = resolution.ranked.prefix(mostCandidates).compactMap { ranked -> Answer.Candidate? in
            guard let resident = index.resident(row: ranked.candidate.row) else { return nil }
            return Answer.Candidate(
                row: ranked.candidate.row, resident: resident, probability: ranked.probability,
                logOdds: ranked.logOdds,
                evidence: index.evidence(for: ranked.candidate, of: claim, prior: prior))
        }
        return Answer(candidates: candidates, unregistered: resolution.unregistered, version: index.version)
    }
}
