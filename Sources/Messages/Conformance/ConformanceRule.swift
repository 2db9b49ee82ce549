// SPDX-License-Identifier: Apache-2.0

public import Travel

/// How much a fault costs.
public enum ConformanceUrgency: String, Hashable, Sendable, CaseIterable {
    /// Somebody may travel unseen.
    case travellerLost = "traveller-lost"
    /// A value of somebody is missing or in doubt.
    case fieldLost = "field-lost"
    /// Everything was read all the same.
    case cosmetic
}

/// The documents that say how a message is to be sent.
public enum ConformanceGuide: String, Hashable, Sendable, CaseIterable {
    /// ISO 9735, the syntax of UN/EDIFACT.
    case syntax
    /// WCO, IATA and ICAO: the PAXLST and CUSRES implementation guides of advance passenger information.
    case api
    /// WCO, IATA and ICAO: the PNRGOV implementation guide.
    case pnrgov
    /// Cermat's own columns of manifests.
    case manifest
    /// ICAO Doc 9303, machine readable travel documents.
    case documents
}

/// What stands behind a warning when a carrier is told of it: how urgent, which document, where in it, what instead.
///
/// Places are named by segment and data element, which do not change between editions of the guides.
public struct ConformanceRule: Hashable, Sendable {
    public let urgency: ConformanceUrgency
    public let guide: ConformanceGuide
    /// Segment and data element, `UNT, 0074`.
    public let place: String
    /// An invented piece of message that is right; nil where none would help.
    public let example: String?

    /// The rule behind a warning of a kind of message; codes of no warning are about the guide as a whole.
    public init(code: String, kind: MessageKind) {
        let guide: ConformanceGuide =
            switch kind {
            case .pnrgov: .pnrgov
            case .manifest: .manifest
            case .mrz: .documents
            default: .api
            }
        let isBooking = kind == .pnrgov
        switch WarningCode(rawValue: code) {
        case .segmentCount: self.init(.cosmetic, .syntax, "UNT, 0074", "UNT+28+GA00017'")
        case .referenceMismatch:
            self.init(.cosmetic, .syntax, "UNT, 0062", "UNH+GA00017+PAXLST:D:12B:UN:IATA' … UNT+28+GA00017'")
        case .messageEndMissing:
            self.init(.travellerLost, .syntax, "UNT, UNZ", "CNT+42:1'UNT+28+GA00017'UNZ+1+GA00017'")
        case .partMissing:
            self.init(.travellerLost, .syntax, "UNH, S010", "UNH+GA00018+PAXLST:D:12B:UN:IATA+GA825260115+02:F'")
        case .totalMismatch:
            self.init(.travellerLost, guide, isBooking ? "EQN" : "CNT, C270", isBooking ? "EQN+1'" : "CNT+42:1'")
        case .unknownSegment:
            self.init(
                .fieldLost, guide, isBooking ? "SRC … UNT" : "UNH … UNT",
                isBooking ? "SRC'RCI+GA:X7K2PQ'" : "NAD+FL+++CONTOH:ANI'ATT+2++F'")
        case .unknownQualifier:
            self.init(
                .fieldLost, guide, isBooking ? "DAT, 2005" : "LOC, 3227; RFF, 1153; DTM, 2005",
                isBooking ? "DAT+700:140126:0901'" : "LOC+178+AMS'LOC+179+CGK'RFF+AVF:X7K2PQ'")
        case .unknownMessageType: self.init(.travellerLost, .syntax, "UNH, S009", "UNH+GA00017+PAXLST:D:12B:UN:IATA'")
        case .unknownFunction:
            self.init(.travellerLost, guide, isBooking ? "MSG, 1225" : "BGM, 1001", isBooking ? "MSG+:22'" : "BGM+745'")
        case .unreadableDate:
            self.init(
                .fieldLost, guide, isBooking ? "TVL, DAT, SSR DOCS" : "DTM, 2380",
                isBooking ? "TVL+150126:0930:150126:1015+SIN+CGK+GA+825'" : "DTM+329:850412'DTM+189:2601150930:201'")
        case .unreadableValue: self.init(.fieldLost, guide, isBooking ? "SRC … UNT" : "NAD … UNT", nil)
        case .unreadableSegment: self.init(.fieldLost, .syntax, "UNA", "UNA:+.? '")
        case .danglingRelease: self.init(.fieldLost, .syntax, "UNA", "NAD+FL+++O?'CONTOH:ANI'")
        case .segmentTooLong: self.init(.travellerLost, .syntax, "UNA", "NAD+FL+++CONTOH:ANI'ATT+2++F'")
        case .voyageMissing:
            self.init(
                .travellerLost, guide,
                isBooking ? "TVL" : kind == .manifest ? "CARRIER, NUMBER, FROM, TO, DEPARTURE" : "TDT, LOC, DTM",
                isBooking
                    ? "TVL+150126:0930:150126:1015+SIN+CGK+GA+825'"
                    : kind == .manifest
                        ? nil
                        : "TDT+20+GA825+++GA'LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'")
        case .nameMissing:
            self.init(
                .travellerLost, guide, isBooking ? "TIF" : kind == .manifest ? "SURNAME, GIVEN" : "NAD, C080",
                isBooking ? "TIF+CONTOH+ANI:A:1'" : kind == .manifest ? nil : "NAD+FL+++CONTOH:ANI'")
        case .identityConflict:
            self.init(
                .fieldLost, guide, isBooking ? "TIF, SSR DOCS" : "NAD, DOC",
                isBooking
                    ? "SSR+DOCS:HK:1:GA:::::/P/IDN/X0000000/IDN/12APR85/F/01AUG29/CONTOH/ANI'"
                    : "NAD+FL+++CONTOH:ANI'DOC+P:110:111+X0000000'")
        case .interchangeHeaderMissing:
            self.init(.fieldLost, .syntax, "UNB", "UNB+UNOA:4+GA+IDCUSTOMS+260115:0410+GA00017++APIS'")
        case .badRow: self.init(.travellerLost, .manifest, "MODE … SEAT", nil)
        case .unknownColumn: self.init(.fieldLost, .manifest, "MODE … SEAT", nil)
        case .missingColumn: self.init(.fieldLost, .manifest, "MODE … SEAT", nil)
        case .badEncoding:
            self.init(
                .fieldLost, kind == .manifest ? .manifest : .syntax, kind == .manifest ? "UTF-8" : "UNB, 0001", nil)
        case .checkDigit: self.init(.fieldLost, .documents, "part 3, 4.9", nil)
        case .nameCut: self.init(.fieldLost, .documents, "part 3, 4.6", nil)
        case .zoneRepaired: self.init(.cosmetic, .documents, "part 3, 4.3", nil)
        case .noMessage:
            self.init(
                .travellerLost, .syntax, "UNB … UNZ",
                "UNB+UNOA:4+GA+IDCUSTOMS+260115:0410+GA00017++APIS' … UNZ+1+GA00017'")
        case .tooManyWarnings, nil: self.init(.fieldLost, guide, "UNH … UNT", nil)
        }
    }

    private init(
        _ urgency: ConformanceUrgency, _ guide: ConformanceGuide, _ place: String, _ example: String?
    ) {
        self.urgency = urgency
        self.guide = guide
        self.place = place
        self.example = example
    }
}
