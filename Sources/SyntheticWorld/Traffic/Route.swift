// SPDX-License-Identifier: Apache-2.0

/// How a voyage is run and so how it is reported.
enum VoyageKind: Sendable {
    /// PNRGOV and PAXLST.
    case flight
    /// A manifest in CSV.
    case ferry
    /// A PAXLST with ship's name and IMO number.
    case ship
    /// A manifest in CSV with the plate.
    case bus
    /// The crossings of one day at a land post, reported several times.
    case crossingDay
}

/// A pair of places, one of them Indonesian, and the lines that serve it.
struct Route: Sendable {
    let post: String
    let abroad: String
    let minutes: Int
    let kind: VoyageKind
    let carriers: [String]
    /// Whether pilgrims' groups use it.
    var isPilgrimRoute: Bool { abroad == "JED" || abroad == "MED" }

    private init(_ post: String, _ abroad: String, _ minutes: Int, _ kind: VoyageKind, _ carriers: String) {
        self.post = post
        self.abroad = abroad
        self.minutes = minutes
        self.kind = kind
        self.carriers = carriers.split(separator: " ").map(String.init)
    }

    /// The posts, the busiest first.
    static let posts: [String] = {
        var posts: [String] = []
        for route in all where !posts.contains(route.post) { posts.append(route.post) }
        return posts
    }()

    /// The routes of a post.
    static func routes(of post: String) -> [Route] { all.filter { $0.post == post } }

    static let all: [Route] = [
        Route("CGK", "SIN", 110, .flight, "GA SQ QZ TR"), Route("CGK", "KUL", 130, .flight, "AK MH OD ID"),
        Route("CGK", "BKK", 215, .flight, "TG SL GA"), Route("CGK", "HKG", 290, .flight, "CX GA"),
        Route("CGK", "JED", 570, .flight, "SV GA"), Route("CGK", "DOH", 540, .flight, "QR"),
        Route("CGK", "CAN", 285, .flight, "CZ"), Route("CGK", "DXB", 490, .flight, "EK"),
        Route("CGK", "MED", 560, .flight, "GA SV"), Route("CGK", "NRT", 445, .flight, "JL NH GA"),
        Route("CGK", "ICN", 425, .flight, "KE OZ GA"), Route("CGK", "ADD", 610, .flight, "ET"),
        Route("CGK", "SGN", 185, .flight, "VN VJ"), Route("CGK", "MNL", 245, .flight, "PR 5J"),
        Route("CGK", "AMS", 850, .flight, "KL GA"), Route("CGK", "TPE", 320, .flight, "CI BR"),
        Route("IDBTC", "SGHBF", 60, .ferry, "BF SDF MJF"), Route("IDBTC", "MYSTL", 90, .ferry, "CTZ"),
        Route("IDBTC", "SGTNM", 55, .ferry, "BF MJF"),
        Route("DPS", "SIN", 160, .flight, "SQ GA TR"), Route("DPS", "PER", 225, .flight, "QF JQ VA"),
        Route("DPS", "KUL", 185, .flight, "MH AK"), Route("DPS", "SYD", 375, .flight, "QF VA JQ"),
        Route("DPS", "BKK", 260, .flight, "TG FD"), Route("DPS", "PVG", 370, .flight, "MU"),
        Route("DPS", "ICN", 420, .flight, "KE"), Route("DPS", "DRW", 165, .flight, "JQ"),
        Route("IDENT", "MYTBD", 240, .bus, "DMR SJS EVA BTA"), Route("IDENT", "MYTBD", 600, .crossingDay, "ENT"),
        Route("SUB", "SIN", 140, .flight, "SQ GA"), Route("SUB", "KUL", 160, .flight, "AK MH"),
        Route("SUB", "JED", 600, .flight, "SV"), Route("SUB", "HKG", 285, .flight, "CX"),
        Route("IDHBB", "SGHBF", 50, .ferry, "HZF BF"),
        Route("KNO", "KUL", 60, .flight, "AK MH OD"), Route("KNO", "PEN", 50, .flight, "AK"),
        Route("KNO", "SIN", 90, .flight, "SQ TR"), Route("KNO", "JED", 510, .flight, "GA"),
        Route("IDTNJ", "SGTNM", 120, .ferry, "SDF MJF"), Route("IDTNJ", "MYSTL", 150, .ferry, "IDS"),
        Route("IDSKO", "PGWTG", 480, .crossingDay, "SKO"),
        Route("IDMTN", "TLBTG", 180, .bus, "TMR DMR"), Route("IDMTN", "TLBTG", 540, .crossingDay, "MTN"),
        Route("IDBLW", "MYPEN", 330, .ship, "PLN"), Route("IDBOA", "SGSIN", 2400, .ship, "RWC"),
        Route("IDSKP", "SGHBF", 50, .ferry, "SDF"), Route("IDSKP", "MYPHB", 75, .ferry, "CTZ"),
        Route("BTH", "KUL", 80, .flight, "AK"), Route("BTH", "ICN", 400, .flight, "OZ"),
        Route("UPG", "KUL", 205, .flight, "AK"), Route("UPG", "JED", 660, .flight, "JT"),
        Route("IDDUM", "MYMKZ", 120, .ferry, "IDS DMX"), Route("IDDUM", "MYPKG", 200, .ferry, "DMX"),
        Route("YIA", "SIN", 130, .flight, "TR"), Route("YIA", "KUL", 150, .flight, "AK"),
        Route("IDARK", "MYBWK", 600, .crossingDay, "ARK"),
        Route("IDTPP", "SGSIN", 1500, .ship, "RWC"), Route("IDNNX", "MYTWU", 75, .ferry, "IDS"),
        Route("PDG", "KUL", 75, .flight, "AK"), Route("IDBDU", "MYLUB", 540, .crossingDay, "BDU"),
        Route("IDTJB", "SGHBF", 90, .ferry, "SDF"), Route("IDTJB", "MYPHB", 80, .ferry, "CTZ"),
        Route("LOP", "SIN", 165, .flight, "TR"), Route("LOP", "PER", 230, .flight, "JQ"),
        Route("IDWIN", "TLSKT", 540, .crossingDay, "WIN"), Route("MDC", "SIN", 220, .flight, "TR"),
        Route("IDMTM", "TLSLL", 540, .crossingDay, "MTM"), Route("IDBTL", "SGTNM", 60, .ferry, "BRF"),
        Route("IDNGS", "SGTNM", 40, .ferry, "BF"), Route("PNK", "KCH", 55, .flight, "AK"),
    ]
}
