// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
internal import Screening
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
        /// Whether the number that was compared is that of the document's holder, where the messages quote none.
        public var hasIssuedNumber = false
    }

    /// The most candidates of a traveller that are opened.
    public static let mostCandidates = 5
    private let path: String
    private let held: Mutex<HeldIndex>
    private let links: ConfirmedLinks?

    /// Opens the index file.
    public init(path: String, links: ConfirmedLinks? = nil) throws(PopulationIndexError) {
        self.path = path
        self.links = links
        held = Mutex(HeldIndex(try PopulationIndex(path: path), at: path))
    }

    /// The index of this moment.
    public var index: PopulationIndex { held.withLock { $0.index } }

    /// Takes the index that lies at the path now with what lies beside it, if any is another one and index
    /// and changes are whole. Who reads the older goes on reading it.
    /// - Returns: whether one was changed.
    @discardableResult
    public func refresh() throws(PopulationIndexError) -> Bool {
        // The header tells whether it is another; only then is all of it read.
        let now = held.withLock { $0 }
        let isSame = try PopulationIndex.version(at: path) == now.index.version
        guard !isSame || now.isOutdated(at: path) else { return false }
        let whole = HeldIndex(isSame ? now.index : try PopulationIndex(path: path), at: path)
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
        let history = held.withLock { $0.documents.value }
        for party in TravelParties(voyage).parties {
            var issued = Set<Int>()
            let claims = party.enumerated().map { place, traveller in
                var claim = links?.claim(of: traveller) ?? traveller.claim
                if claim.nik == nil, let holder = holder(of: traveller, on: voyage, history) {
                    claim.nik = holder
                    issued.insert(place)
                }
                return claim
            }
            for (place, resolution) in resolver.resolve(claims).enumerated() {
                var answer = ExtractDesk.answer(
                    resolution, to: claims[place], prior: resolver.prior, index: index)
                answer.hasIssuedNumber = issued.contains(place)
                answers[party[place].id] = answer
            }
        }
        return answers
    }

    /// The number of the one to whom a traveller's documents were issued, unless an officer said that it is another.
    private func holder(of traveller: Traveller, on voyage: Voyage, _ history: DocumentHistory?) -> NIK? {
        guard let history else { return nil }
        // Other states give their documents numbers of the same form.
        let numbers = traveller.documents.map(\.value).filter { $0.issuer.map { $0 == "IDN" } ?? true }
            .compactMap(\.number)
        let day = (voyage.facts.arrival ?? voyage.facts.departure)?.date
        // A damaged record is as none; the file is refused as a whole where that shows.
        guard let nik = (try? history.holder(of: numbers, on: day)) ?? nil else { return nil }
        return links?.links(of: traveller)[nik]?.answer == .different ? nil : nik
    }

    /// The record under a number; nil where nobody has it.
    public func record(of nik: NIK) -> RegistryRecord? {
        let index = index
        guard let row = index.row(of: nik), let resident = index.resident(row: row) else { return nil }
        return RegistryRecord(
            nik: resident.nik, name: resident.name, birthPlace: resident.birthPlace, birthDate: resident.birthDate,
            sex: resident.sex, familyCard: resident.familyCard, relation: resident.relation)
    }

    /// Mother's name and address under a number.
    public enum Details: Hashable, Sendable {
        /// The extract came without.
        case none
        /// Nobody has the number, or nothing is known since a change.
        case unknown
        /// They are damaged or belong to another index.
        case refused
        case known(ResidentDetails)
    }

    /// Whether mother's name and address may be asked for.
    public var hasDetails: Bool { held.withLock { $0.details.isThere } }

    /// Why details and history of documents beside the index are not read, where they are not.
    public var refusals: [PopulationIndexError] {
        held.withLock { [$0.details.refusal, $0.documents.refusal].compactMap(\.self) }
    }

    /// Mother's name and address under a number: for display, after the look-up was recorded.
    public func details(of nik: NIK) -> Details {
        do {
            guard let details = try held.withLock({ $0.details }).get() else { return .none }
            return try details.details(of: nik).map { .known($0) } ?? .unknown
        } catch { return .refused }
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
