// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// A booking, its passengers, their tickets and payments.
extension PnrgovDocument {
    /// Children of a booking that say nothing of its people, or are read with something else.
    private static let idle: Set<String> = [
        "BOOKINGREFID", "POS", "PREPAIDBAG", "OTHERTRAVELSEGMENT", "STRUCTUREDPNRHISTORY", "PNRHISTORY",
    ]

    mutating func writeBooking(_ node: Int) {
        script.write("SRC", span(node))
        writeLocators(node)
        references = [:]
        passengers = 0
        let children = tree.nodes[node].children
        // References first: requests of the booking may stand before its passengers.
        for child in children where tree.nodes[child].name == "PASSENGER" { noteReference(child) }
        for child in children where tree.nodes[child].name == "POS" { writeOriginator(child) }
        var number = 0
        var flights: [Int] = []
        var splits: [Int] = []
        for child in children {
            switch tree.nodes[child].name {
            case "SSR": writeRequest(child)
            case "DOCSSR": writeDocument(child)
            case "OSI": writeRemark(child)
            case "CONTACTINFO": writeContact(child)
            default: break
            }
        }
        for child in children {
            switch tree.nodes[child].name {
            case "PASSENGER":
                number += 1
                writePassenger(child, number)
            case "FLIGHT": flights.append(child)
            case "SPLITPNR": splits.append(child)
            case "SSR", "DOCSSR", "OSI", "CONTACTINFO", "GIVENNAME", "SURNAME": break
            case "UNSTRUCTUREDPNRHISTORY", "REMARK", "REMARKS", "FREETEXT": writeLines(child)
            case let name where PnrgovDocument.idle.contains(name): break
            case let name where !tree.nodes[child].children.isEmpty && name == "FLIGHTS":
                flights += tree.children(of: child, "FLIGHT")
            default: if tree.nodes[node].name != "FLIGHT" { noteUnknown(child) }
            }
        }
        writeStrayNames(node)
        for flight in flights { writeItinerary(flight) }
        if tree.nodes[node].name == "FLIGHT" { writeItinerary(node) }
        for split in splits {
            script.write("EQN", span(split), [[part(split, "NBROFPASSENGERS")]])
            script.write("RCI", span(split), [[part(split, "VENDORCODE"), part(split, "PNRID")]])
        }
    }

    mutating func noteUnknown(_ node: Int) {
        warnings.append((.unknownSegment, tree.nodes[node].number, "element not known, passed over"))
    }

    /// `RCI+GA:X7K2PQ::021225:1122`.
    private mutating func writeLocators(_ node: Int) {
        var given = tree.children(of: node, "BOOKINGREFID")
        if given.isEmpty {
            given = tree.children(of: node, "FLIGHT").flatMap { tree.children(of: $0, "BOOKINGREFID") }
        }
        guard !given.isEmpty else { return }
        let created = tree.attribute(node, "PNRCREATIONDATE").flatMap { XMLTime($0.string) }
        let time: [ScriptPart] = created?.local.map { XMLTime.parts($0, dayFirst: true) } ?? [.none, .none]
        script.write(
            "RCI", span(given[0]),
            given.prefix(9).map { locator in
                let isReservation = tree.attribute(locator, "TYPE")?.string.uppercased() == "C"
                return [
                    part(locator, "COMPANYNAME"), part(locator, "ID"), isReservation ? .own("C") : .none,
                ] + time
            })
    }

    /// `ORG+1A:JKT+15300000:AB12+++T+ID+0001AASU`.
    private mutating func writeOriginator(_ node: Int) {
        let source = tree.child(of: node, "SOURCE") ?? node
        let requestor = tree.child(of: source, "REQUESTORID")
        let agency = requestor.flatMap { tree.attribute($0, "ID") }
        script.write(
            "ORG", span(node),
            [
                [part(source, "AIRLINEVENDORID"), part(source, "AIRPORTCODE")],
                [ScriptPart(agency), part(source, "PSEUDOCITYCODE")], [part(source, "AIRPORTCODE")], [], [],
                [part(source, "ISOCOUNTRY"), part(source, "ISOCURRENCY")], [part(source, "AGENTSINE")],
            ])
    }

    // MARK: Passengers

    private mutating func noteReference(_ node: Int) {
        passengers += 1
        for name in ["RPH", "SURNAMEREFNUMBER", "PAXID"] {
            guard let reference = tree.attribute(node, name)?.string else { continue }
            let key = (name == "SURNAMEREFNUMBER" ? "S" : "R") + PnrgovDocument.plain(reference)
            if references[key] == nil {
                references[key] = passengers
            } else if name == "SURNAMEREFNUMBER", references[key] != passengers {
                // Several of one surname share it: it tells nobody apart.
                references[key] = 0
            }
        }
    }

    /// The number that the script gives to the person whom a request names.
    mutating func reference(_ node: Int) -> ScriptPart {
        for (attribute, kind) in [("RPH", "R"), ("SURNAMEREFNUMBER", "S"), ("PSGRREFERENCE", "R")] {
            guard let value = tree.attribute(node, attribute)?.string else { continue }
            if let number = references[kind + PnrgovDocument.plain(value)], number > 0 { return .own("\(number)") }
        }
        for child in tree.children(of: node, "TRAVELERREFNUMBER") {
            let found = reference(child)
            if !found.isEmpty { return found }
        }
        return .none
    }

    private static func plain(_ reference: String) -> String {
        let cut = reference.uppercased().drop { $0 == "0" }
        return cut.isEmpty ? "0" : String(cut)
    }

    private mutating func writePassenger(_ node: Int, _ number: Int) {
        guard writeName(node, number: .own("\(number)")) else {
            warnings.append((.nameMissing, tree.nodes[node].number, "passenger without a name"))
            return
        }
        if let id = tree.attribute(node, "PAXID") { script.write("REF", span(node), [[.none, .text(id)]]) }
        for child in tree.nodes[node].children {
            switch tree.nodes[child].name {
            case "CUSTLOYALTY":
                script.write(
                    "FTI", span(child),
                    [
                        [
                            part(child, "PROGRAMID", "VENDORCODE"), part(child, "MEMBERSHIPID"), .none, .none,
                            part(child, "LOYALLEVEL"),
                        ]
                    ])
            case "OSI": writeRemark(child)
            case "SSR": writeRequest(child)
            case "DOCSSR": writeDocument(child)
            case "CONTACTINFO": writeContact(child)
            case "TICKETDOCUMENT", "GIVENNAME", "MIDDLENAME", "SURNAMEPREFIX", "SURNAME", "NAMETITLE",
                "EXCESSBAGGAGE", "FAREINFO":
                break
            default: noteUnknown(child)
            }
        }
        for ticket in tree.children(of: node, "TICKETDOCUMENT") { writeTicket(ticket) }
    }

    /// `TIF+SURNAME+GIVEN MIDDLE:A:1`; false where no name is given.
    mutating func writeName(_ node: Int, number: ScriptPart) -> Bool {
        let surname =
            joined(tree.children(of: node, "SURNAMEPREFIX") + tree.children(of: node, "SURNAME").prefix(1))
            ?? tree.attribute(node, "SURNAME")
        let given =
            joined(tree.children(of: node, "GIVENNAME").prefix(1) + tree.children(of: node, "MIDDLENAME"))
            ?? tree.attribute(node, "GIVENNAME")
        guard surname != nil || given != nil else { return false }
        let fare = tree.child(of: node, "FAREINFO")
        let type = fare.flatMap { tree.attribute($0, "PTCCODE") }?.string.uppercased()
        let kind: String =
            switch type {
            case "IN"?, "INF"?, "INS"?: "IN"
            case "C"?, "CHD"?, "CNN"?, "CH"?: "C"
            default: "A"
            }
        let hasInfant = tree.attribute(node, "ACCOMPANIEDBYINFANTIND")?.string.lowercased() == "true"
        script.write(
            "TIF", span(node),
            [[ScriptPart(surname)], [ScriptPart(given), .own(kind), number, hasInfant ? .own("1") : .none]])
        return true
    }

    private mutating func joined(_ nodes: some Sequence<Int>) -> XMLText? {
        var joined: XMLText?
        for node in nodes {
            guard let text = tree.text(node) else { continue }
            guard var before = joined else {
                joined = text
                continue
            }
            before.append(0x20, from: before.origin(before.count - 1).upperBound, length: 0)
            before.append(text)
            joined = before
        }
        return joined
    }

    /// Names outside any passenger element: senders of fragments write them so.
    private mutating func writeStrayNames(_ node: Int) {
        for (given, surname) in strayNames(node) {
            let span = ElementSpan(
                first: tree.nodes[given ?? surname ?? node].number, last: tree.nodes[surname ?? given ?? node].number)
            warnings.append((.unknownSegment, span.first, "name outside a Passenger element, taken as a passenger"))
            script.write(
                "TIF", span,
                [
                    [ScriptPart(surname.flatMap { tree.text($0) })],
                    [ScriptPart(given.flatMap { tree.text($0) }), .own("A")],
                ])
        }
    }

    /// Pairs of given name and surname right under an element.
    func strayNames(_ node: Int) -> [(given: Int?, surname: Int?)] {
        var pairs: [(given: Int?, surname: Int?)] = []
        for child in tree.nodes[node].children {
            switch tree.nodes[child].name {
            case "GIVENNAME":
                if let last = pairs.last, last.given == nil {
                    pairs[pairs.count - 1].given = child
                } else {
                    pairs.append((child, nil))
                }
            case "SURNAME":
                if let last = pairs.last, last.surname == nil {
                    pairs[pairs.count - 1].surname = child
                } else {
                    pairs.append((nil, child))
                }
            default: break
            }
        }
        return pairs
    }

    // MARK: Tickets

    private mutating func writeTicket(_ node: Int) {
        script.write("TKT", span(node), [[part(node, "TICKETDOCUMENTNBR", "TICKETNUMBER"), .own("T"), .own("1")]])
        if let fare = tree.child(of: node, "TOTALFARE") {
            script.write("MON", span(fare), [[.own("T"), part(fare, "AMOUNT"), part(fare, "CURRENCYCODE")]])
        }
        for payment in tree.children(of: node, "PAYMENTINFO") { writePayment(payment) }
    }

    /// `FOP+CC::416.00:AX:XXXXXXXXXXX1234:1211`.
    mutating func writePayment(_ node: Int) {
        writtenRequests.insert(node)
        script.write(
            "FOP", span(node),
            [
                [
                    part(node, "PAYMENTTYPE"), .none, part(node, "PAYMENTAMOUNT"), part(node, "VENDORCODE"),
                    part(node, "ACCOUNTNBR", "CARDNUMBER"), part(node, "EXPIRYDATE"),
                ]
            ], account: (0, 4))
        let sponsors = tree.children(of: node, "SPONSOR").prefix(5).compactMap { tree.text($0) }
        if !sponsors.isEmpty {
            script.write("IFT", span(node), [[.own("4"), .own("43")]] + sponsors.map { [.text($0)] })
        }
    }
}
