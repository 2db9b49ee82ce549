// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// That the registry was asked about its photograph of a resident, as the decision log keeps it for the days of the
/// agreement: the word that it answered. No picture and no template is in it.
public struct RegistryFaceReply: Hashable, Sendable, Codable {
    public var nik: NIK
    /// Nil where the person is on no voyage.
    public var voyage: RecordID<Voyage>?
    public var traveller: RecordID<Traveller>?
    public var answer: RegistryFaceAnswer
    /// The registry's own figure.
    public var score: Double?
    /// The agreement under which it was asked.
    public var agreement: String
    public var atMilliseconds: Int64

    public init(
        nik: NIK, voyage: RecordID<Voyage>?, traveller: RecordID<Traveller>?, answer: RegistryFaceAnswer,
        score: Double? = nil, agreement: String, atMilliseconds: Int64
    ) {
        self.nik = nik
        self.voyage = voyage
        self.traveller = traveller
        self.answer = answer
        self.score = score
        self.agreement = agreement
        self.atMilliseconds = atMilliseconds
    }
}
