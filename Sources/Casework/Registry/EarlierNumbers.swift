// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A number that an earlier journey quoted, of the same document or the same person.
public struct EarlierNumber: Hashable, Sendable {
    /// What the two journeys share.
    public enum Basis: String, Hashable, Sendable, CaseIterable { case document, person }

    public let nik: NIK
    /// The journey that quoted it.
    public let traveller: RecordID<Traveller>
    public let voyage: RecordID<Voyage>
    public let basis: Basis

    public init(nik: NIK, traveller: RecordID<Traveller>, voyage: RecordID<Voyage>, basis: Basis) {
        self.nik = nik
        self.traveller = traveller
        self.voyage = voyage
        self.basis = basis
    }
}

/// Where the number beside a traveller comes from.
public enum NumberOrigin: Hashable, Sendable {
    /// The messages of this journey.
    case quoted
    /// An officer confirmed it for the document.
    case confirmed
    /// An earlier journey quoted it, and the registry found it to be its bearer's own.
    case earlier(EarlierNumber)
}

/// Knows which numbers earlier journeys quoted.
public protocol EarlierNumbers: Sendable {
    /// The numbers of travellers' earlier journeys, those of the same document first; no entry for travellers whose
    /// person is not known yet.
    func earlierNumbers(of travellers: [Traveller]) async -> [RecordID<Traveller>: [EarlierNumber]]
}
