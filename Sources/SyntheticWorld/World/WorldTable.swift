// SPDX-License-Identifier: Apache-2.0

/// The tables of a synthetic world; those under truth/ say what no customs officer knows.
public enum WorldTable: String, Hashable, Sendable, CaseIterable {
    case residents, regions, feed, watchlist, seizures
    case truthTravellers, truthVoyages, truthCouriers, truthRenewals, truthWatchlist, truthMessages, truthDemoEvents

    /// The file's path below the world's folder.
    public var path: String {
        switch self {
        case .residents, .regions, .feed, .watchlist, .seizures: rawValue + ".csv"
        case .truthTravellers: "truth/travellers.csv"
        case .truthVoyages: "truth/voyages.csv"
        case .truthCouriers: "truth/couriers.csv"
        case .truthRenewals: "truth/renewals.csv"
        case .truthWatchlist: "truth/watchlist.csv"
        case .truthMessages: "truth/messages.csv"
        case .truthDemoEvents: "truth/demo-events.csv"
        }
    }

    /// Whether the table belongs to the truth, without which screening must work.
    public var isTruth: Bool { path.hasPrefix("truth/") }

    /// The header line.
    var header: String {
        switch self {
        case .residents: String(ResidentTable.header.dropLast())
        case .regions: "CODE,LEVEL,NAME"
        case .feed: "SENT_AT_UTC,FILE"
        case .watchlist: WatchlistLine.header
        case .seizures: SeizureLine.header
        case .truthTravellers:
            "VOYAGE,REFERENCE,LOCATOR,ROLE,SURNAME,GIVEN,PERSON,NIK,REGISTERED_NAME,DOC_NO,NETWORK,DISAGREEMENT,"
                + "CANCELLED_UTC,RESTORED_UTC,ON_BOARD"
        case .truthVoyages:
            "VOYAGE,CARRIER,NUMBER,MODE,FROM,TO,DEPARTURE_UTC,ARRIVAL_UTC,TRAVELLERS,ON_BOARD,CREW,CANCELLED_UTC"
        case .truthCouriers: "NETWORK,PATTERN,VOYAGE,LOCATOR,PERSON,NIK,NAME,PHONE,CARD,CASH,CAUGHT"
        case .truthRenewals: "PERSON,NIK,OLD_DOC_NO,NEW_DOC_NO,RENEWED_ON"
        case .truthWatchlist: "LIST_ID,PERSON,VOYAGE"
        case .truthMessages: "FILE,KIND,VOYAGE,DAMAGES"
        case .truthDemoEvents: "AT_UTC,EVENT,VOYAGE,REFERENCE,LOCATOR,SURNAME,GIVEN,DOC_NO,NETWORK"
        }
    }
}
