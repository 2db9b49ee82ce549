// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Delimited
internal import Travel

/// Writes lists as the product's own manifest table (DESIGN.md section 6): one line a traveller, nothing but the columns
/// that are read, so that what a list holds besides never enters the store.
public struct CanonicalManifest: Sendable {
    /// Which list of an operator on a voyage it is, and its revision: the highest revision stands.
    public struct Revision: Hashable, Sendable {
        /// `1` for the operator's first list of a voyage, `2` for a further one that adds to it.
        public var list: String
        public var number: Int

        public init(list: String = "1", number: Int = 1) {
            self.list = list
            self.number = number
        }
    }

    /// The columns, in order.
    public static let header = [
        "MODE", "CARRIER", "NUMBER", "CONVEYANCE", "IMO", "PLATE", "FROM", "TO", "DEPARTURE", "ARRIVAL", "ROLE",
        "SURNAME", "GIVEN", "DOB", "BIRTH_PLACE", "SEX", "NATIONALITY", "DOC_TYPE", "DOC_NO", "DOC_ISSUER",
        "DOC_EXPIRY", "NIK", "SEAT", "MESSAGE_TIME", "OPERATOR", "LIST", "REVISION",
    ]

    private var text = CanonicalManifest.header.joined(separator: ",") + "\r\n"

    public init() {}

    /// The table.
    public var bytes: [UInt8] { Array(text.utf8) }

    /// Adds a list of one voyage; a list without travellers says that nobody of an earlier revision travels.
    public mutating func add(
        _ voyage: ListVoyage, _ travellers: [ListedTraveller], revision: Revision, at messageTime: CivilDateTime
    ) {
        var first = [
            voyage.mode?.rawValue ?? "", voyage.operatorCode ?? "", voyage.number ?? "", voyage.conveyance ?? "",
            voyage.imo ?? "", voyage.plate ?? "", voyage.from ?? "", voyage.to ?? "",
        ]
        first += [voyage.departure.map { "\($0)" } ?? "", voyage.arrival.map { "\($0)" } ?? ""]
        let last = ["\(messageTime)", voyage.operatorCode ?? "", revision.list, "\(revision.number)"]
        if travellers.isEmpty {
            add(first + ["none"] + Array(repeating: "", count: 12) + last)
        }
        for traveller in travellers {
            var own = [
                traveller.role, traveller.surname, traveller.given, traveller.birthDate.map { "\($0)" } ?? "",
                traveller.birthPlace,
            ]
            own += [
                traveller.sex?.rawValue ?? "", traveller.nationality ?? "", traveller.documentType ?? "",
                traveller.documentNumber, traveller.documentIssuer ?? "",
            ]
            own += [
                traveller.documentExpiry.map { "\($0)" } ?? "", traveller.nik.map { "\($0)" } ?? "", traveller.seat,
            ]
            add(first + own + last)
        }
    }

    private mutating func add(_ fields: [String]) {
        text += fields.map(DelimitedText.quoted).joined(separator: ",") + "\r\n"
    }
}
