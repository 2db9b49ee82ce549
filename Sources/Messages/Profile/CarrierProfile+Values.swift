// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

extension CarrierProfile {
    /// Puts the values of a message right as the profile knows the carrier, and marks what is expected of it.
    ///
    /// - Parameter offset: a port's distance from UTC in minutes.
    func correct(_ message: inout ReceivedMessage, offset: (String) -> Int?) {
        for index in message.travellers.indices { correct(&message.travellers[index]) }
        correctTimes(&message, offset: offset)
        let expected = Set(deviations.compactMap(\.warning?.rawValue))
        guard !expected.isEmpty else { return }
        for index in message.warnings.indices where expected.contains(message.warnings[index].code) {
            message.warnings[index].isExpected = true
        }
        if message.status == .warned, message.warnings.allSatisfy(\.isExpected) { message.status = .accepted }
    }

    private func correct(_ traveller: inout ReceivedTraveller) {
        if let sex = traveller.sex {
            let isUnreliable =
                (sex == .male && deviations.contains(.unreliableSexMale))
                || (sex == .unspecified && deviations.contains(.unreliableSexUnspecified))
            if isUnreliable { traveller.sex = nil }
        }
        if let code = traveller.nationality, let ours = codes.countries[code] { traveller.nationality = ours }
        if let code = traveller.residence, let ours = codes.countries[code] { traveller.residence = ours }
        for index in traveller.documents.indices {
            if let type = traveller.documents[index].type, let ours = codes.documentTypes[type] {
                traveller.documents[index].type = ours
            }
            if let issuer = traveller.documents[index].issuer, let ours = codes.countries[issuer] {
                traveller.documents[index].issuer = ours
            }
        }
        guard deviations.contains(.givenInSurname), traveller.given == nil, let surname = traveller.surname,
            let blank = surname.firstIndex(of: " ")
        else { return }
        traveller.surnameReceived = traveller.surnameReceived ?? surname
        traveller.given = String(surname[surname.index(after: blank)...])
        traveller.surname = String(surname[..<blank])
    }

    private func correctTimes(_ message: inout ReceivedMessage, offset: (String) -> Int?) {
        if clock.voyage != .local {
            for index in message.voyage.legs.indices {
                let leg = message.voyage.legs[index]
                message.voyage.legs[index].departure = local(leg.departure, at: leg.from, offset)
                message.voyage.legs[index].arrival = local(leg.arrival, at: leg.to, offset)
            }
        }
        if case .offset(let minutes) = clock.prepared {
            message.preparedAt = message.preparedAt?.adding(minutes: -minutes)
        }
    }

    /// A time of the carrier's clock on the port's; as sent where the port is not known.
    private func local(_ time: CivilDateTime?, at port: String?, _ offset: (String) -> Int?) -> CivilDateTime? {
        guard let time, let own = port.flatMap(offset) else { return time }
        let sent: Int
        switch clock.voyage {
        case .local: return time
        case .utc: sent = 0
        case .offset(let minutes): sent = minutes
        }
        return time.adding(minutes: own - sent) ?? time
    }
}
