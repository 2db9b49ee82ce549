// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
public import Mandate
public import Screening
internal import Synchronization
public import Travel

/// What officers said of documents and residents, held in memory by the tokens of the documents: a number that was
/// confirmed goes with the document to later journeys, until somebody judges otherwise.
///
/// A class since all who ask share what officers add.
public final class ConfirmedLinks: Sendable {
    /// One answer with its record.
    public struct Link: Hashable, Sendable {
        public let nik: NIK
        public let answer: JudgementAnswer
        public let reason: String
        public let officer: RecordID<Officer>?
        public let atMilliseconds: Int64
        public let traveller: RecordID<Traveller>
    }

    private let tokens: IdentityTokens
    /// By document, then by number; the latest answer alone.
    private let held = Mutex<[BlindToken: [NIK: Link]]>([:])

    public init(tokeniser: any Tokeniser) { tokens = IdentityTokens(tokeniser: tokeniser) }

    /// Takes what the decision log holds, in its order.
    public func load(from store: any CaseworkStore) async throws(StoreError) {
        let records = try await store.decisions(
            kinds: [.identityJudged], post: nil, sinceMilliseconds: 0, limit: 10_000_000)
        for record in records.reversed() { add(record) }
    }

    /// Takes one decision more; others than of identity change nothing.
    public func add(_ record: DecisionRecord) {
        guard case .identityJudged(let judgement) = record.decision else { return }
        let link = Link(
            nik: judgement.nik, answer: judgement.answer, reason: judgement.reason, officer: record.officer,
            atMilliseconds: record.atMilliseconds, traveller: judgement.traveller)
        held.withLock { held in
            for document in judgement.documents { held[document, default: [:]][judgement.nik] = link }
        }
    }

    /// The tokens of a traveller's documents, superseded ones among them.
    public func documents(of traveller: Traveller) -> [BlindToken] {
        var seen: Set<BlindToken> = []
        return traveller.documents.compactMap { $0.value.number.flatMap { tokens.document($0) } }
            .filter { seen.insert($0).inserted }
    }

    /// The latest answer for each number that was judged with one of the traveller's documents.
    public func links(of traveller: Traveller) -> [NIK: Link] {
        let documents = documents(of: traveller)
        return held.withLock { held in
            guard !held.isEmpty else { return [:] }
            return documents.reduce(into: [:]) { found, document in
                for (nik, link) in held[document] ?? [:]
                where (found[nik]?.atMilliseconds ?? .min) < link.atMilliseconds { found[nik] = link }
            }
        }
    }

    /// What is known of who a traveller is: the messages' claim, with a confirmed number where they quote none.
    ///
    /// Two confirmed numbers of one document contradict each other, and none is taken.
    public func claim(of traveller: Traveller) -> TravellerClaim {
        var claim = traveller.claim
        guard claim.nik == nil else { return claim }
        let same = links(of: traveller).values.filter { $0.answer == .same }
        if same.count == 1 { claim.nik = same.first?.nik }
        return claim
    }
}
