// SPDX-License-Identifier: Apache-2.0

public import Civil

/// What is known of who a person is, gathered from any source: the input of folding, tokens and matching.
public struct IdentityFacts: Hashable, Sendable {
    /// A surname and given name that were given together.
    public struct Name: Hashable, Sendable {
        public var surname: String?
        public var given: String?

        public init(surname: String?, given: String?) {
            self.surname = surname
            self.given = given
        }
    }

    /// A document's number with its issuer where known.
    public struct Document: Hashable, Sendable {
        public var number: String
        public var issuer: String?

        public init(number: String, issuer: String?) {
            self.number = number
            self.issuer = issuer
        }
    }

    public var names: [Name]
    public var birthDates: [PartialDate]
    public var sexes: [Sex]
    public var nationalities: [String]
    public var documents: [Document]
    public var niks: [NIK]
    /// Digits as received.
    public var phones: [String]
    public var emails: [String]
    /// Keyed tokens, thirty-two hexadecimal digits each.
    public var cardTokens: [String]
    public var recordLocators: [String]
    public var loyalty: [String]

    public init(
        names: [Name] = [], birthDates: [PartialDate] = [], sexes: [Sex] = [], nationalities: [String] = [],
        documents: [Document] = [], niks: [NIK] = [], phones: [String] = [], emails: [String] = [],
        cardTokens: [String] = [], recordLocators: [String] = [], loyalty: [String] = []
    ) {
        self.names = names
        self.birthDates = birthDates
        self.sexes = sexes
        self.nationalities = nationalities
        self.documents = documents
        self.niks = niks
        self.phones = phones
        self.emails = emails
        self.cardTokens = cardTokens
        self.recordLocators = recordLocators
        self.loyalty = loyalty
    }
}
