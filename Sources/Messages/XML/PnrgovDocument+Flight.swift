// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// The itinerary and check-in.
extension PnrgovDocument {
    mutating func writeItinerary(_ node: Int) {
        writeFlight(node, isLeg: false)
        for child in tree.nodes[node].children {
            switch tree.nodes[child].name {
            case "SSR": writeRequest(child)
            case "DOCSSR": writeDocument(child)
            case "OSI": writeRemark(child)
            default: break
            }
        }
        // A flight that stands for its booking had its names written with it.
        if !bookings.contains(node) { writeFlightNames(node) }
        for child in tree.nodes[node].children {
            switch tree.nodes[child].name {
            case "CHECKININFO": writeCheckIn(child)
            case "PASSENGER": writeCheckedIn(child, time: nil)
            case "SSR", "DOCSSR", "OSI", "BOOKINGREFID", "DEPARTUREAIRPORT", "ARRIVALAIRPORT", "OPERATINGAIRLINE",
                "MARKETINGAIRLINE", "EQUIPMENT", "GIVENNAME", "SURNAME", "AIRLINE":
                break
            default: noteUnknown(child)
            }
        }
    }

    private mutating func writeFlightNames(_ node: Int) {
        for (given, surname) in strayNames(node) {
            let number = tree.nodes[given ?? surname ?? node].number
            warnings.append((.unknownSegment, number, "name outside a Passenger element, taken as a passenger"))
            script.write(
                "TIF", ElementSpan(first: number, last: tree.nodes[surname ?? given ?? node].number),
                [[ScriptPart(surname.flatMap { tree.text($0) })], [ScriptPart(given.flatMap { tree.text($0) })]])
        }
    }

    /// `DAT+2:150126:0745`, `TRI++044:::1`, `TIF`, `SSD+12A++++Y`, `TBD++2:31:700+++GA:0126012345:2:CGK`.
    private mutating func writeCheckIn(_ node: Int) {
        let time = tree.attribute(node, "TIME").flatMap { XMLTime($0.string) }
        let parts: [ScriptPart] = time?.local.map { XMLTime.parts($0, dayFirst: true) } ?? [.none, .none]
        script.write("DAT", span(node), [[.own("2")] + parts])
        let lines = tree.children(of: node, "BOARDINGNUMBER")
        for line in lines { writeCheckedIn(line, time: node) }
        if lines.isEmpty, !tree.nodes[node].children.isEmpty { writeCheckedIn(node, time: node) }
    }

    /// One person's line at check-in.
    private mutating func writeCheckedIn(_ node: Int, time: Int?) {
        let number = tree.attribute(node, "NUMBER")
        let reference = reference(node)
        script.write("TRI", span(node), [[], [ScriptPart(number), .none, .none, reference]])
        let person = tree.child(of: node, "PASSENGER") ?? node
        if tree.child(of: person, "SURNAME") != nil || tree.child(of: person, "GIVENNAME") != nil {
            _ = writeName(person, number: reference)
        }
        for seat in tree.children(of: node, "SEATNUMBER") {
            let value = tree.text(seat) ?? tree.attribute(seat, "NUMBER")
            script.write("SSD", span(seat), [[ScriptPart(value)], [], [], [], [part(seat, "CABINCLASS")]])
        }
        writeBags(node)
    }

    private mutating func writeBags(_ node: Int) {
        let bags = tree.children(of: node, "CHECKEDBAG").prefix(99)
        guard let first = bags.first else { return }
        var pieces = 0
        var weight = 0.0
        var unit: String?
        var tags: [[ScriptPart]] = []
        for bag in bags {
            let count = tree.attribute(bag, "SEQUENCECOUNT").flatMap { Int($0.string) } ?? 1
            pieces += max(0, min(count, 999))
            if let quantity = tree.attribute(bag, "UNITOFMEASUREQUANTITY").flatMap({ Double($0.string) }),
                quantity > 0, quantity < 10_000,
                let code = PnrgovDocument.weightUnit(tree.attribute(bag, "UNITOFMEASURECODE")?.string)
            {
                weight += quantity
                unit = code
            }
            tags.append([
                part(bag, "ISSUERCODE"), part(bag, "SERIALNUMBER"), .own("\(max(1, min(count, 999)))"),
                part(bag, "BAGDESTINATION"),
            ])
        }
        let pool = tree.attribute(first, "BAGGAGEPOOL")
        script.write(
            "TBD", span(first),
            [
                [],
                [.own("\(pieces)"), unit == nil ? .none : .own("\(Int(weight.rounded()))"), ScriptPart(unit)], [],
                [ScriptPart(pool)],
            ] + tags)
    }

    /// Kilograms or pounds as the message's code list (700, 701) or as words; nil for pieces and the unknown.
    private static func weightUnit(_ code: String?) -> String? {
        switch code?.uppercased() {
        case "700"?, "K"?, "KG"?, "KGS"?, "KGM"?: "700"
        case "701"?, "L"?, "LB"?, "LBS"?, "LBR"?: "701"
        default: nil
        }
    }
}
