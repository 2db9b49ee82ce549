// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A traveller on one voyage, as far as it tells who the person is.
public struct Appearance: Hashable, Sendable {
    /// A travel document as received.
    public struct Document: Hashable, Sendable {
        public var number: String
        /// The issuing state, two or three letters.
        public var issuer: String?
        /// The document code of ICAO Doc 9303 (P, V, I, ...); its first letter counts.
        public var kind: String?
        public var expiry: CivilDate?

        public init(number: String, issuer: String? = nil, kind: String? = nil, expiry: CivilDate? = nil) {
            self.number = number
            self.issuer = issuer
            self.kind = kind
            self.expiry = expiry
        }
    }

    public var id: RecordID<Traveller>
    public var surname: String?
    public var given: String?
    public var birth: PartialDate?
    public var sex: Sex?
    /// Two or three letters.
    public var nationality: String?
    public var documents: [Document]
    /// The day of the voyage, where known.
    public var travelled: CivilDate?

    public init(
        id: RecordID<Traveller>, surname: String?, given: String?, birth: PartialDate? = nil, sex: Sex? = nil,
        nationality: String? = nil, documents: [Document] = [], travelled: CivilDate? = nil
    ) {
        self.id = id
        self.surname = surname
        self.given = given
        self.birth = birth
        self.sex = sex
        self.nationality = nationality
        self.documents = documents
        self.travelled = travelled
    }
}
