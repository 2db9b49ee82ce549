// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
public import Travel

/// A named officer's answer to whether a traveller is a resident. A later one of the same pair takes its place, so that
/// judging anew undoes.
public struct IdentityJudgement: Hashable, Sendable, Codable {
    public var voyage: RecordID<Voyage>
    public var traveller: RecordID<Traveller>
    public var nik: NIK
    public var answer: JudgementAnswer
    public var reason: String
    /// Tokens of the documents that the traveller bore: the answer holds on later journeys with one of them.
    public var documents: [BlindToken]
    /// What the program had made of it, 0...1, and from what: `service` or the index' version.
    public var probability: Double
    public var basis: String

    public init(
        voyage: RecordID<Voyage>, traveller: RecordID<Traveller>, nik: NIK, answer: JudgementAnswer, reason: String,
        documents: [BlindToken], probability: Double, basis: String
    ) {
        self.voyage = voyage
        self.traveller = traveller
        self.nik = nik
        self.answer = answer
        self.reason = reason
        self.documents = documents
        self.probability = probability
        self.basis = basis
    }
}
