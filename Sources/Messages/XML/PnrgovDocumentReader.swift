// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// Reads the messages of a document: one where its bookings are of one flight, else one a flight.
struct PnrgovDocumentReader {
    let source: XMLInput
    let input: UnsafeRawBufferPointer
    /// By offset in the input.
    let cardTokens: [Int: String]

    /// The most flights that one document is taken apart for; a document of more stays whole, without a voyage.
    private static let mostGroups = 1_000

    func read(_ tree: XMLTree, _ body: (DecodedUnit) -> Void) {
        var bookings = tree.all("PNR").filter { !tree.isInside($0, "PNR") }
        if bookings.isEmpty { bookings = tree.all("FLIGHT").filter { !tree.isInside($0, "FLIGHT") } }
        if bookings.isEmpty, let passenger = tree.all("PASSENGER").first {
            bookings = [tree.nodes[passenger].parent ?? passenger]
        }
        guard !bookings.isEmpty else {
            let range = source.source(tree.range)
            let isEmptyMessage = tree.nodes.contains { $0.name == PnrgovDocument.root }
            guard isEmptyMessage, !tree.all("FLIGHTLEG").isEmpty else {
                return body(.quarantined("XML without a passenger name record", range, in: input))
            }
            return body(unit(tree, bookings: [], legs: [], pieces: [tree.range]))
        }
        guard tree.all("FLIGHTLEG").isEmpty else {
            return body(unit(tree, bookings: bookings, legs: [], pieces: [tree.range]))
        }
        let routes = Routes(tree, bookings)
        if let common = routes.common ?? (routes.groups.count > PnrgovDocumentReader.mostGroups ? [] : nil) {
            return body(unit(tree, bookings: bookings, legs: common, pieces: [tree.range]))
        }
        for group in routes.groups {
            // The document without the bookings of other flights.
            let others = Set(bookings).subtracting(group.bookings)
            var pieces: [Range<Int>] = []
            var start = tree.range.lowerBound
            for other in others.sorted() {
                pieces.append(start..<tree.nodes[other].range.lowerBound)
                start = tree.nodes[other].range.upperBound
            }
            pieces.append(start..<tree.range.upperBound)
            readAlone(pieces.filter { !$0.isEmpty }, body)
        }
    }

    /// Reads the bookings of one flight as a document of their own, so that numbers count through its bytes.
    private func readAlone(_ pieces: [Range<Int>], _ body: (DecodedUnit) -> Void) {
        let own = pieces.map { source.source($0) }
        var bytes: [UInt8] = []
        var starts: [(here: Int, input: Int)] = []
        for piece in own {
            starts.append((bytes.count, piece.lowerBound))
            bytes.append(contentsOf: input[piece])
        }
        func place(_ offset: Int) -> Int {
            guard let piece = starts.last(where: { $0.here <= offset }) else { return offset }
            return piece.input + offset - piece.here
        }
        var tokens: [Int: String] = [:]
        for (offset, token) in cardTokens {
            guard let index = own.firstIndex(where: { $0.contains(offset) }) else { continue }
            tokens[starts[index].here + offset - own[index].lowerBound] = token
        }
        bytes.withUnsafeBytes { buffer in
            XMLWalker(buffer, cardTokens: tokens).walk { unit in
                var findings = unit.findings
                findings.overwritten = findings.overwritten.map {
                    place($0.lowerBound)..<(place($0.upperBound - 1) + 1)
                }
                findings.cards = findings.cards.map { CardFinding(offset: place($0.offset), digits: $0.digits) }
                let pieces = unit.pieces.flatMap { inner in
                    zip(starts, own).compactMap { start, piece -> Range<Int>? in
                        let shift = piece.lowerBound - start.here
                        let part = (inner.lowerBound + shift)..<(inner.upperBound + shift)
                        let shared = part.clamped(to: piece)
                        return shared.isEmpty ? nil : shared
                    }
                }
                findings.cleared = findings.cleared.map(place)
                body(DecodedUnit(message: unit.message, pieces: pieces, findings: findings, input: input))
            }
        }
    }

    private func unit(
        _ tree: XMLTree, bookings: [Int], legs: [Int], pieces: [Range<Int>]
    ) -> DecodedUnit {
        var document = PnrgovDocument(tree, bookings: bookings, legs: legs)
        document.write()
        var tokens: [Int: String] = [:]
        for account in document.script.accounts {
            let start = source.source(account.scanned..<account.scanned).lowerBound
            if let token = cardTokens[start] { tokens[account.here] = token }
        }
        var message = ReceivedMessage(kind: .pnrgov)
        var findings = FilterFindings()
        document.script.bytes.withUnsafeBytes { script in
            var walker = InterchangeWalker(script, decoding: true, cardTokens: tokens)
            walker.walk { read in
                message = read.message
                findings = read.findings
            }
        }
        PnrgovScriptResult(document: document, source: source).turnBack(&message, &findings)
        return DecodedUnit(
            message: message, pieces: pieces.map { source.source($0) }, findings: findings, input: input)
    }

    /// Which flights the bookings of a document without a leg have.
    private struct Routes {
        /// Flights that every booking has, as the first one names them; nil where there is none.
        let common: [Int]?
        let groups: [(key: [String], bookings: [Int])]

        init(_ tree: XMLTree, _ bookings: [Int]) {
            var tree = tree
            var flights: [[(key: String, node: Int)]] = []
            for booking in bookings {
                let nodes = tree.nodes[booking].name == "FLIGHT" ? [booking] : tree.children(of: booking, "FLIGHT")
                flights.append(
                    nodes.map { node in
                        let names = ["FLIGHTNUMBER", "DEPARTUREAIRPORT", "ARRIVALAIRPORT"]
                        let parts = names.map { tree.value(node, $0)?.string ?? "" }
                        let day = tree.attribute(node, "DEPARTUREDATETIME")?.string.prefix(10) ?? ""
                        return (parts.joined(separator: "|") + "|" + day, node)
                    })
            }
            let filled = flights.filter { !$0.isEmpty }
            let shared = (filled.first ?? []).filter { flight in
                filled.allSatisfy { $0.contains { $0.key == flight.key } }
            }
            common = filled.isEmpty || !shared.isEmpty ? shared.map(\.node) : nil
            var groups: [(key: [String], bookings: [Int])] = []
            var places: [[String]: Int] = [:]
            for (booking, route) in zip(bookings, flights) {
                let key = route.map(\.key)
                if let place = places[key] {
                    groups[place].bookings.append(booking)
                } else {
                    places[key] = groups.count
                    groups.append((key, [booking]))
                }
            }
            self.groups = groups
        }
    }
}
