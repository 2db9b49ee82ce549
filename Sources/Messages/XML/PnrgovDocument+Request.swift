// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// Special service requests, remarks, contacts: in the form of the message's free text.
extension PnrgovDocument {
    /// `SSR+SEAT:HK:1:GA:::SIN:CGK+12A::1`; documents and others carry their text in the ninth component.
    mutating func writeRequest(_ node: Int) {
        writtenRequests.insert(node)
        let code = tree.value(node, "SSRCODE", "CODE")
        let text = tree.value(node, "TEXT", "FREETEXT") ?? tree.text(node)
        let reference = reference(node)
        let head: [ScriptPart] = [
            ScriptPart(code), part(node, "STATUS"), part(node, "SERVICEQUANTITY"), part(node, "AIRLINE"), .none, .none,
            part(node, "BOARDPOINT"), part(node, "OFFPOINT"),
        ]
        let name = code?.string.uppercased()
        guard let text, name == "SEAT" || name == "NSST" || name == "RQST" else {
            return script.write("SSR", span(node), [head + [ScriptPart(text)], [.none, .none, reference]])
        }
        let seats = text.pieces { $0 == 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ",") }
        script.write(
            "SSR", span(node), [head] + seats.prefix(99).map { [.text($0), .none, reference] })
    }

    /// `DOC_SSR`: a document, an address or a visa as attributes.
    mutating func writeDocument(_ node: Int) {
        writtenRequests.insert(node)
        let flight = tree.child(of: node, "FLIGHTINFO")
        let reference = reference(node)
        var isRead = false
        for child in tree.nodes[node].children {
            let fields: [ScriptPart]
            switch tree.nodes[child].name {
            case "DOCS":
                fields = [
                    field(child, "TRAVELDOCTYPE"), field(child, "ISSUINGLOC"), field(child, "TRAVELDOCNBR"),
                    field(child, "PAXNATIONALITY"), day(child, "DATEOFBIRTH"), field(child, "GENDER"),
                    day(child, "EXPIRYDATE"), field(child, "SURNAME"), field(child, "FIRSTGIVENNAME"),
                    field(child, "SECONDGIVENNAME"), field(child, "PRIMARYPASSPORTHOLDER"),
                ]
            case "DOCA":
                fields = [
                    field(child, "ADDRESSTYPE"), field(child, "COUNTRY"), field(child, "ADDRESS"),
                    field(child, "CITYNAME"), field(child, "STATEPROVCOUNTY"), field(child, "POSTALCODE"),
                    field(child, "INFANTINDICATOR"),
                ]
            case "DOCO":
                fields = [
                    field(child, "BIRTHLOCATION"), field(child, "TRAVELDOCTYPE"), field(child, "TRAVELDOCNBR"),
                    field(child, "PLACEOFISSUE"), day(child, "DATEOFISSUE"), field(child, "COUNTRYSTATE"),
                    field(child, "INFANTINDICATOR"),
                ]
            default: continue
            }
            isRead = true
            script.write(
                "SSR", span(node),
                [
                    [
                        .own(tree.nodes[child].name), part(node, "STATUS"), part(node, "SERVICEQUANTITY"),
                        flight.map { part($0, "CODE") } ?? .none, .none, .none,
                        flight.map { part($0, "BOARDINGPOINT") } ?? .none,
                        flight.map { part($0, "DEPLANINGPOINT") } ?? .none, PnrgovDocument.slashed(fields),
                    ], [.none, .none, reference],
                ])
        }
        // Some write the text of the request as in an SSR.
        if !isRead { writeRequest(node) }
    }

    /// A field of a request's text, in which a slash would end it.
    private mutating func field(_ node: Int, _ name: String) -> ScriptPart {
        ScriptPart(tree.value(node, name)?.blanking(UInt8(ascii: "/")))
    }

    /// A day as `DDMMMYY` or ISO 8601, a time behind it left out.
    private mutating func day(_ node: Int, _ name: String) -> ScriptPart {
        guard let text = tree.value(node, name) else { return .none }
        guard text.count > 10, XMLTime(text.string)?.date != nil else { return field(node, name) }
        return .text(text.slice(0..<10))
    }

    /// `/P/IDN/C1234567/...`, nothing behind the last field that says something.
    private static func slashed(_ fields: [ScriptPart]) -> ScriptPart {
        var text = XMLText()
        for field in fields.prefix((fields.lastIndex { !$0.isEmpty } ?? -1) + 1) {
            text.append(UInt8(ascii: "/"), from: 0, length: 0)
            if case .text(let value) = field { text.append(value) }
        }
        return .text(text)
    }

    /// `IFT+4:28::GA+CTCM 628121234567`.
    mutating func writeRemark(_ node: Int) {
        writtenRequests.insert(node)
        guard let text = tree.value(node, "TEXT", "FREETEXT") ?? tree.text(node) else { return }
        script.write(
            "IFT", span(node), [[.own("4"), .own("28"), .none, part(node, "AIRLINE")], [.text(text)]])
    }

    /// Unstructured history and remarks, line by line.
    mutating func writeLines(_ node: Int) {
        guard let text = tree.text(node) else { return }
        for line in text.pieces({ $0 == 0x0A || $0 == 0x0D }) {
            script.write("LTS", span(node), [[.text(line)]])
        }
    }

    // MARK: Contacts

    /// `ADD++700:STREET:CITY:STATE::COUNTRY:POSTCODE:PHONE`.
    mutating func writeContact(_ node: Int) {
        let street = tree.value(node, "ADDRESSLINE", "STREETNMBR", "ADDRESS")
        var elements: [[ScriptPart]] = [[]]
        let address: [ScriptPart] = [
            .own("700"), ScriptPart(street), part(node, "CITYNAME"), part(node, "STATEPROV"), .none,
            part(node, "COUNTRYNAME", "COUNTRY"), part(node, "POSTALCODE"),
        ]
        if address.dropFirst().contains(where: { !$0.isEmpty }) { elements.append(address) }
        for number in [tree.value(node, "PHONENUMBER"), tree.value(node, "EMAILADDRESS")] {
            guard let number, let contact = PnrgovDocument.contact(number) else { continue }
            elements.append([.own("700"), .none, .none, .none, .none, .none, .none, contact])
        }
        if elements.count > 1 { script.write("ADD", span(node), elements) }
    }

    /// A number or an e-mail address behind the code that the reader looks for; a letter may stand in front: `E+`, `M+`.
    private static func contact(_ received: XMLText) -> ScriptPart? {
        var text = received
        if text.count > 2, text.bytes[1] == UInt8(ascii: "+"), (text.bytes[0] | 0x20) &- 97 < 26 {
            text = text.slice(2..<text.count).trimmed
        }
        guard !text.isEmpty else { return nil }
        let upper = text.string.uppercased()
        if upper.hasPrefix("CTC") { return .text(text) }
        let isMail = text.bytes.contains(UInt8(ascii: "@")) || (upper.contains("//") && upper.contains("."))
        var coded = XMLText()
        for byte in (isMail ? "CTCE " : "CTCP ").utf8 { coded.append(byte, from: 0, length: 0) }
        coded.append(text)
        return .text(coded)
    }
}
