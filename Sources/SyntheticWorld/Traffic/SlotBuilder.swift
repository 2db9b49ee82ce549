// SPDX-License-Identifier: Apache-2.0

/// Lays out the slots of a day.
struct SlotBuilder {
    private let voyagesPerDay: Int
    private let load: Int
    private let anchor: Int
    /// Minutes ahead of UTC at each post.
    private let offsets: [String: Int]
    private var generator: SeededGenerator
    private var made: [VoyageSlot] = []

    /// Minutes after the anchor at which the arrivals of the demonstration leave for Jakarta.
    static let demonstrationPhases = [0, 115, 240]

    init(configuration: SyntheticWorldConfiguration, offsets: [String: Int]) {
        voyagesPerDay = configuration.voyagesPerDay
        load = configuration.travellersPerFlight
        anchor = configuration.anchorMinutes
        self.offsets = offsets
        generator = SeededGenerator(configuration.seed, .timetable)
    }

    /// The slots; the first three arrive at Jakarta just after the anchor.
    mutating func slots() -> [VoyageSlot] {
        let posts = Route.posts.prefix(max(1, voyagesPerDay / 5))
        for (rank, post) in posts.enumerated() {
            let routes = Route.routes(of: post)
            if rank == 0 {
                for (turn, phase) in Self.demonstrationPhases.enumerated() {
                    add(routes[turn % routes.count], isArrival: true, phase: phase)
                }
            }
            serve(routes, rank: rank)
        }
        var turn = 0
        while made.count < voyagesPerDay {
            // Half of what is left goes to the three greatest posts.
            let rank = turn % 2 == 0 ? turn / 2 % min(3, posts.count) : turn / 2 % posts.count
            let routes = Route.routes(of: posts[rank]).filter { $0.kind != .crossingDay }
            turn += 1
            if routes.isEmpty { continue }
            let route = routes[(turn / 3 + rank) % routes.count]
            addPair(route, phase: generator.below(1440))
        }
        return Array(made.prefix(voyagesPerDay)).map { slot in
            var slot = slot
            if let pair = slot.pair, pair >= voyagesPerDay { slot.pair = nil }
            return slot
        }
    }

    /// A post's arrivals landed, on the way and due at the anchor, and a departure.
    private mutating func serve(_ all: [Route], rank: Int) {
        if let crossing = all.first(where: { $0.kind == .crossingDay }) { addPair(crossing, phase: 0) }
        let routes = all.filter { $0.kind != .crossingDay }
        if routes.isEmpty { return }
        let landed = routes[0]
        let onWay = routes[1 % routes.count]
        let due = routes[2 % routes.count]
        let first = made.count
        add(landed, isArrival: true, phase: -(landed.minutes + generator.within(25...200)))
        add(onWay, isArrival: true, phase: -max(10, onWay.minutes * generator.within(30...70) / 100))
        if rank > 0 {
            let latest = max(20, min(600, 700 - due.minutes))
            add(due, isArrival: true, phase: due.minutes > 700 ? -(due.minutes - 400) : generator.within(15...latest))
        }
        add(landed, isArrival: false, phase: generator.within(60...900))
        made[first].pair = made.count - 1
        made[made.count - 1].pair = first
    }

    private mutating func addPair(_ route: Route, phase: Int) {
        add(route, isArrival: true, phase: phase)
        add(route, isArrival: false, phase: phase + route.minutes + 70)
        made[made.count - 2].pair = made.count - 1
        made[made.count - 1].pair = made.count - 2
    }

    private mutating func add(_ route: Route, isArrival: Bool, phase: Int) {
        // A land post opens at six by its own clock.
        let opening = 360 - anchor - (offsets[route.post] ?? 0)
        let wanted = route.kind == .crossingDay ? opening : phase
        var phase = ((wanted % 1440) + 1440) % 1440
        // Timetables know five minutes; the demonstration's first voyage leaves at the anchor or just before.
        let rest = (anchor + phase) % 5
        phase = phase >= rest ? phase - rest : phase
        let index = made.count
        let carrier = route.carriers[index % route.carriers.count]
        made.append(
            VoyageSlot(
                index: index, route: route, isArrival: isArrival, carrier: carrier,
                number: number(route, index: index), phase: phase, load: load(of: route),
                pair: nil, conveyance: conveyance(route, index: index)))
    }

    private func number(_ route: Route, index: Int) -> String {
        switch route.kind {
        case .flight: index < 80 && index % 3 != 0 ? "\(11 + index)" : "\(100 + index)"
        case .ferry: "\(200 + index)"
        case .ship: "V\(100 + index)"
        case .bus: "\(300 + index)"
        case .crossingDay: "\(1 + index)"
        }
    }

    private mutating func load(of route: Route) -> Int {
        let share =
            switch route.kind {
            case .flight: generator.within(60...140)
            case .ferry: generator.within(50...110)
            case .ship: generator.within(100...200)
            case .bus: generator.within(25...38)
            case .crossingDay: generator.within(50...110)
            }
        return max(2, load * share / 100)
    }

    private static let shipNames = ["NUSA KENCANA", "BINTAN PERMATA", "SELAT JAYA", "MERPATI LAUT", "RATU BAHARI"]

    private mutating func conveyance(_ route: Route, index: Int) -> Conveyance {
        var conveyance = Conveyance()
        switch route.kind {
        case .flight, .crossingDay: break
        case .ferry: conveyance.name = "MV \(generator.pick(Self.shipNames)) \(index % 9 + 1)"
        case .ship:
            conveyance.name = "KM \(generator.pick(Self.shipNames))"
            conveyance.imo = Self.imoNumber(969_000 + index * 7)
        case .bus:
            conveyance.plate =
                index % 2 == 0
                ? "KB\(7000 + index * 3 % 900)\(generator.letters(2))"
                : "QAA\(1000 + index * 17 % 8000)\(generator.letters(1))"
        }
        return conveyance
    }

    /// Six digits with the check digit of IMO ship numbers (IMO resolution A.1117): weights 7 to 2, modulo 10.
    static func imoNumber(_ sixDigits: Int) -> String {
        let digits = decimal(sixDigits, 6).utf8.map { Int($0) - 48 }
        let sum = zip(digits, [7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        return decimal(sixDigits, 6) + "\(sum % 10)"
    }
}
