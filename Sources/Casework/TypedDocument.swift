// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Delimited
public import Mandate
public import Travel

/// A travel document typed at a post that gets no messages: it makes the traveller on today's crossing.
public struct TypedDocument: Hashable, Sendable {
    public var surname: String
    public var given: String
    public var birthDate: PartialDate?
    public var sex: Sex?
    public var nationality: String?
    public var documentType: String
    public var documentNumber: String
    public var documentIssuer: String?
    public var expiry: CivilDate?
    public var plate: String?

    public init(
        surname: String, given: String, birthDate: PartialDate?, sex: Sex?, nationality: String?, documentType: String,
        documentNumber: String, documentIssuer: String?, expiry: CivilDate?, plate: String? = nil
    ) {
        self.surname = surname
        self.given = given
        self.birthDate = birthDate
        self.sex = sex
        self.nationality = nationality
        self.documentType = documentType
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.expiry = expiry
        self.plate = plate
    }

    /// A manifest CSV of one row (DESIGN section 6) for a crossing at a post at a local time.
    ///
    /// - Parameter isArrival: whether the person comes in; the other side of the border is left open.
    public func manifestBytes(
        mode: TravelMode, post: PostCode, isArrival: Bool, at time: CivilDateTime
    ) throws(CaseworkError) -> [UInt8] {
        guard !surname.isEmpty || !given.isEmpty else { throw .invalid(field: "surname", why: "a name") }
        guard documentNumber.utf8.count >= 4 else { throw .invalid(field: "document", why: "four characters or more") }
        let header =
            "MODE,CARRIER,NUMBER,CONVEYANCE,IMO,PLATE,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB,SEX,NATIONALITY,"
            + "DOC_TYPE,DOC_NO,DOC_ISSUER,DOC_EXPIRY,NIK,SEAT,MESSAGE_TIME"
        let fields: [String] = [
            mode.rawValue, "", "", "", "", plate ?? "", isArrival ? "" : post.description,
            isArrival ? post.description : "",
            isArrival ? "" : "\(time)", isArrival ? "\(time)" : "", "passenger", surname, given,
            birthDate.map { "\($0)" } ?? "", sex?.rawValue ?? "", nationality ?? "", documentType, documentNumber,
            documentIssuer ?? "", expiry.map { "\($0)" } ?? "", "", "", "\(time)",
        ]
        return Array((header + "\r\n" + fields.map(DelimitedText.quoted).joined(separator: ",") + "\r\n").utf8)
    }
}
