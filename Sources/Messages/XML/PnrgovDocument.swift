// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// Turns a PNRGOV document (IATA_PNRGOV_NotifRQ, releases to 2019.2, with or without its root) into the segments of
/// the same message: see ``PnrgovScript``.
struct PnrgovDocument {

    var tree: XMLTree
    var script = PnrgovScript()
    /// Warnings of the document itself, by element.
    var warnings: [(code: WarningCode, number: Int?, text: String)] = []
    /// The bookings to read: `PNR` elements, or what stands for one.
    let bookings: [Int]
    /// The passengers of the current booking by the references that requests use.
    var references: [String: Int] = [:]
    var passengers = 0
    /// Requests that were written; others, as in history, are left for the filter alone.
    var writtenRequests: Set<Int> = []
    /// Flights of the voyage where no `FlightLeg` gives it.
    let legs: [Int]

    /// The element of a whole message, as names are compared.
    static let root = "IATAPNRGOVNOTIFRQ"

    /// Elements that hold text and no others.
    static let leaves: Set<String> = [
        "GIVENNAME", "MIDDLENAME", "SURNAMEPREFIX", "SURNAME", "NAMETITLE", "TEXT", "ADDRESSLINE", "CITYNAME",
        "POSTALCODE", "STATEPROV", "COUNTRYNAME", "SEATNUMBER", "SPONSOR",
    ]

    init(_ tree: XMLTree, bookings: [Int], legs: [Int]) {
        self.tree = tree
        self.bookings = bookings
        self.legs = legs
    }

    func span(_ node: Int) -> ElementSpan {
        ElementSpan(first: tree.nodes[node].number, last: tree.nodes[node].lastNumber)
    }

    mutating func part(_ node: Int, _ names: String...) -> ScriptPart {
        for name in names { if let value = tree.value(node, name) { return .text(value) } }
        return .none
    }

    /// Writes the whole message.
    mutating func write() {
        let root = tree.nodes.indices.first { tree.nodes[$0].name == PnrgovDocument.root } ?? 0
        let top = ElementSpan(first: 1, last: 1)
        let prepared = preparedAt(root) ?? fallbackTime
        script.write(
            "UNB", top,
            [[.own("IATA"), .own("1")], [.own("X")], [], prepared.map { XMLTime.parts($0) } ?? [], [.own("1")]])
        script.write("UNH", top, [[.own("1")], [.own("PNRGOV"), .own("XML"), .own("1")], [], []])
        script.write("MSG", top, [[.none, ScriptPart(tree.attribute(root, "FUNCTION"))]])
        writeVoyage()
        let count = tree.nodes.indices.first { tree.nodes[$0].name == "PNRS" }.flatMap {
            tree.attribute($0, "NUMBEROFPNRS")
        }
        if legs.isEmpty, let count { script.write("EQN", top, [[.text(count)]]) }
        for booking in bookings { writeBooking(booking) }
        writeHistory()
        let end = ElementSpan(first: tree.nodes.count, last: tree.nodes.count)
        script.write("UNT", end, [[.own("\(script.spans.count)")], [.own("1")]])
        script.write("UNZ", end, [[.own("1")], [.own("1")]])
    }

    /// `TimeStamp` of the root, in UTC where it names its distance from it.
    mutating func preparedAt(_ root: Int) -> CivilDateTime? {
        tree.attribute(root, "TIMESTAMP").flatMap { XMLTime($0.string)?.universal }
    }

    /// A day of the message for the century of its births where it is not dated itself.
    private var fallbackTime: CivilDateTime? {
        mutating get {
            let names = ["FLIGHTLEG", "FLIGHT"]
            for node in tree.nodes.indices where names.contains(tree.nodes[node].name) {
                if let time = tree.attribute(node, "DEPARTUREDATETIME").flatMap({ XMLTime($0.string)?.local }) {
                    return time
                }
            }
            return nil
        }
    }

    // MARK: Voyage

    private mutating func writeVoyage() {
        let given = tree.all("FLIGHTLEG")
        for leg in given { writeFlight(leg, isLeg: true) }
        guard given.isEmpty else { return }
        for leg in legs { writeFlight(leg, isLeg: true) }
        let first = bookings.first.map { tree.nodes[$0].number }
        warnings.append(
            (
                .voyageMissing, first,
                legs.isEmpty
                    ? "no FlightLeg, and no flight that it could be"
                    : "no FlightLeg; the voyage is the bookings' flight"
            ))
    }

    /// `TVL` of a leg or of an itinerary's flight.
    mutating func writeFlight(_ node: Int, isLeg: Bool) {
        let departure = tree.attribute(node, "DEPARTUREDATETIME")
        let arrival = tree.attribute(node, "ARRIVALDATETIME")
        var times: [ScriptPart] = [.none, .none, .none, .none]
        let departs = departure.flatMap { XMLTime($0.string) }
        if let local = departs?.local {
            times.replaceSubrange(
                0..<2, with: XMLTime.parts(local, dayFirst: true, hasClock: departs?.hasClock ?? true))
        } else if let departure {
            times[0] = .text(departure)
        }
        if let arrival, let arrives = XMLTime(arrival.string) {
            let shift = tree.attribute(node, "DATECHANGENBR").flatMap { Int($0.string.replacing("+", with: "")) } ?? 0
            let day = arrives.date ?? departs?.date?.adding(days: max(-3, min(shift, 3)))
            if let day, let local = CivilDateTime(date: day, hour: arrives.hour, minute: arrives.minute) {
                times.replaceSubrange(2..<4, with: XMLTime.parts(local, dayFirst: true, hasClock: arrives.hasClock))
            }
        }
        let operating = tree.child(of: node, "OPERATINGAIRLINE")
        let operator_ = operating.flatMap { tree.attribute($0, "CODE") }
        let marketing = tree.value(node, "MARKETINGAIRLINE", "CARRIERCODE", "AIRLINE")
        let number = tree.value(node, "FLIGHTNUMBER", "FLIGHTNBR")
        script.write(
            "TVL", span(node),
            [
                times, [part(node, "DEPARTUREAIRPORT", "BOARDPOINT")], [part(node, "ARRIVALAIRPORT", "OFFPOINT")],
                [ScriptPart(marketing ?? operator_), ScriptPart(operator_)],
                [
                    ScriptPart(number), isLeg ? .none : part(node, "RESBOOKDESIGCODE"),
                    isLeg ? part(node, "OPERATIONALSUFFIX") : .none,
                ],
            ])
        guard !isLeg else { return }
        if let operating, let own = tree.value(operating, "FLIGHTNUMBER"), let operator_ {
            script.write("TRA", span(operating), [[.text(operator_)], [.text(own)]])
        }
        script.write("RPI", span(node), [[part(node, "NUMBERINPARTY")], [part(node, "STATUS")]])
    }

    // MARK: History

    /// Requests and remarks outside bookings' own places make nobody; the segments let the filter see them.
    private mutating func writeHistory() {
        var isBegun = false
        for node in tree.nodes.indices where !writtenRequests.contains(node) {
            let name = tree.nodes[node].name
            guard name == "SSR" || name == "OSI" || name == "DOCSSR" || name == "PAYMENTINFO" else { continue }
            if !isBegun {
                script.write("ABI", span(node), [[.own("4")]])
                script.write("SAC", span(node), [[], [], [.own("X")]])
                isBegun = true
            }
            switch name {
            case "SSR": writeRequest(node)
            case "OSI": writeRemark(node)
            case "PAYMENTINFO": writePayment(node)
            default: break
            }
        }
    }
}
