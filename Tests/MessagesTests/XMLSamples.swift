// SPDX-License-Identifier: Apache-2.0

import Messages

/// PNRGOV documents about invented people: the twin of ``Samples/pnrgov(name:end:tif:)``.
enum XMLSamples {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    static let leg =
        "<FlightLeg CarrierCode=\"GA\" FlightNumber=\"825\" DepartureDateTime=\"2026-01-15T09:30:00\" "
        + "ArrivalDateTime=\"2026-01-15T10:15:00\"><DepartureAirport LocationCode=\"SIN\"/>"
        + "<ArrivalAirport LocationCode=\"CGK\"/></FlightLeg>"

    static let ownFlight =
        "<Flight DepartureDateTime=\"2026-01-15T09:30:00\" ArrivalDateTime=\"2026-01-15T10:15:00\" "
        + "ResBookDesigCode=\"Y\" NumberInParty=\"1\" Status=\"HK\" FlightNumber=\"825\">"
        + "<DepartureAirport LocationCode=\"SIN\"/><ArrivalAirport LocationCode=\"CGK\"/>"
        + "<MarketingAirline Code=\"GA\"/><SSR SSRCode=\"SEAT\" ServiceQuantity=\"1\" Status=\"HK\" "
        + "BoardPoint=\"SIN\" OffPoint=\"CGK\" RPH=\"p1\"><Airline Code=\"GA\"/><Text>12A</Text></SSR>"
        + "<CheckInInfo Time=\"2026-01-15T07:45:00\" AgentID=\"X\"><BoardingNumber Number=\"044\" RPH=\"p1\">"
        + "<Passenger><GivenName>BUDI EKO</GivenName><Surname>SANTOSO</Surname></Passenger>"
        + "<SeatNumber CabinClass=\"Y\">12A</SeatNumber><CheckedBag IssuerCode=\"GA\" SerialNumber=\"0126012345\" "
        + "SequenceCount=\"2\" UnitOfMeasureQuantity=\"31\" UnitOfMeasureCode=\"700\" BagDestination=\"CGK\"/>"
        + "</BoardingNumber></CheckInInfo></Flight>"

    static func passenger(more: String = "", payment: String = standardPayment) -> String {
        "<Passenger RPH=\"p1\" SurnameRefNumber=\"S1\" AccompaniedByInfantInd=\"false\">"
            + "<GivenName>BUDI EKO MR</GivenName><Surname>SANTOSO</Surname>"
            + "<CustLoyalty ProgramID=\"GA\" MembershipID=\"123456789\" LoyalLevel=\"G\"/>"
            + "<TicketDocument TicketDocumentNbr=\"1261234567890\" Type=\"T\">"
            + "<TotalFare Amount=\"310.00\" CurrencyCode=\"USD\"/>" + payment + "</TicketDocument>"
            + "<DOC_SSR SSRCode=\"DOCS\" ServiceQuantity=\"1\" Status=\"HK\" RPH=\"p1\"><FlightInfo Code=\"GA\"/>"
            + "<DOCS TravelDocType=\"P\" TravelDocNbr=\"C1234567\" IssuingLoc=\"IDN\" PaxNationality=\"IDN\" "
            + "DateOfBirth=\"12APR85\" Gender=\"M\" ExpiryDate=\"01AUG29\" Surname=\"SANTOSO\" "
            + "FirstGivenName=\"BUDI\" SecondGivenName=\"EKO\"/></DOC_SSR>" + more + "</Passenger>"
    }

    static let standardPayment = "<PaymentInfo PaymentType=\"CA\" PaymentAmount=\"310.00\"/>"

    static func pnr(
        passengers: String = passenger(), flights: String = otherFlight + ownFlight, end: String = "",
        locator: String = "X7K2PQ"
    ) -> String {
        "<PNR NumberOfPassengers=\"1\" PNR_TransDate=\"2026-01-14T09:01:00\" PNR_CreationDate=\"2025-12-02T11:22:00\">"
            + "<BookingRefID ID=\"\(locator)\"><CompanyName Code=\"GA\"/></BookingRefID>"
            + "<OSI><Airline Code=\"GA\"/><Text>CTCM 628121234567</Text></OSI>"
            + "<POS><Source AgentSine=\"0001AASU\" PseudoCityCode=\"AB12\" ISOCountry=\"ID\" AirlineVendorID=\"1A\" "
            + "AirportCode=\"JKT\"><RequestorID Type=\"5\" ID=\"15300000\"/></Source></POS>"
            + "<ContactInfo PhoneNumber=\"62215550100\" PhoneType=\"1\"><AddressLine>JL MERDEKA 1</AddressLine>"
            + "<CityName>JAKARTA</CityName><PostalCode>10110</PostalCode><CountryName>ID</CountryName></ContactInfo>"
            + passengers + flights + end + "</PNR>"
    }

    static let otherFlight =
        "<Flight DepartureDateTime=\"2026-01-14T21:10:00\" ArrivalDateTime=\"2026-01-15T16:05:00\" "
        + "ResBookDesigCode=\"Y\" NumberInParty=\"1\" Status=\"HK\" FlightNumber=\"835\">"
        + "<DepartureAirport LocationCode=\"AMS\"/><ArrivalAirport LocationCode=\"SIN\"/>"
        + "<MarketingAirline Code=\"KL\"/></Flight>"

    /// A whole document.
    static func document(
        _ pnrs: String = pnr(), leg: String = leg, count: Int = 1, prefix: String = "", opening: String = declaration
    ) -> String {
        opening
            + "<IATA_PNRGOV_NotifRQ xmlns=\"http://www.iata.org/IATA/2007/00\" Version=\"2.005\" Function=\"22\" "
            + "TimeStamp=\"2026-01-14T09:30:00Z\" TransactionIdentifier=\"GA825/150126/0930\">"
            + "<Originator AirlineCode=\"GA\" SystemCode=\"1A\"/>" + leg + "<PNRs NumberOfPnrs=\"\(count)\">" + pnrs
            + "</PNRs></IATA_PNRGOV_NotifRQ>"
    }

    /// Two bytes for every character.
    static func wide(_ text: String, isBigEndian: Bool, mark: Bool) -> [UInt8] {
        var bytes: [UInt8] = mark ? (isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
        for unit in text.utf16 {
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            bytes += isBigEndian ? [high, low] : [low, high]
        }
        return bytes
    }
}
