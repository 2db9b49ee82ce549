// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Wording

/// The menu: pages that exist, of which each reader sees those that the policy opens.
enum NavigationItem: CaseIterable {
    case board, hits, stations, faceReviews, stills, search, review, lookUp, document, manifest, handover, watchlist,
        gallery,
        decisions,
        quarantine, trial,
        carriers, feeds, tables, quality,
        holds, reveals,
        audit, accounts, status

    /// The address of the page.
    var path: String {
        switch self {
        case .board: "/papan"
        case .hits: "/atensi"
        case .stations: "/stasiun"
        case .faceReviews: "/tinjau-wajah"
        case .stills: "/foto-perkara"
        case .search: "/cari"
        case .review: "/tinjau"
        case .lookUp: "/kenali"
        case .document: "/dokumen"
        case .manifest: "/manifes"
        case .handover: "/serah-terima"
        case .watchlist: "/daftar-pantau"
        case .gallery: "/galeri"
        case .decisions: "/keputusan"
        case .trial: "/coba"
        case .carriers: "/pengangkut"
        case .feeds: "/saluran"
        case .tables: "/tabel"
        case .quarantine: "/karantina"
        case .quality: "/mutu"
        case .holds: "/penangguhan"
        case .reveals: "/samaran"
        case .audit: "/audit"
        case .accounts: "/akun"
        case .status: "/keadaan"
        }
    }

    /// The act that the page stands for.
    var action: PolicyAction {
        switch self {
        case .board: .viewBoard
        case .hits: .viewHits
        case .stations: .runStation
        case .faceReviews: .reviewFace
        case .stills: .searchFace
        case .search: .search
        case .review: .reviewIdentity
        case .lookUp: .lookUpResident
        case .document: .enterDocument
        case .manifest: .submitManifest
        case .handover: .viewHandover
        case .watchlist: .viewWatchlist
        case .gallery: .viewFaces
        case .decisions: .viewDecisions
        case .trial: .tryMessage
        case .carriers: .viewProfiles
        case .feeds: .viewFeeds
        case .tables: .viewTables
        case .quarantine: .viewQuarantine
        case .quality: .viewQuality
        case .holds: .viewHolds
        case .reveals: .approveReveal
        case .audit: .viewAudit
        case .accounts: .viewAccounts
        case .status: .viewStatus
        }
    }

    /// The second key of its shortcut, after `g`.
    var shortcut: String {
        switch self {
        case .board: "p"
        case .hits: "k"
        case .stations: "j"
        case .faceReviews: "v"
        case .stills: "x"
        case .search: "c"
        case .review: "t"
        case .lookUp: "o"
        case .document: "d"
        case .manifest: "m"
        case .handover: "s"
        case .watchlist: "w"
        case .gallery: "z"
        case .decisions: "i"
        case .trial: "b"
        case .carriers: "a"
        case .feeds: "f"
        case .tables: "r"
        case .quarantine: "q"
        case .quality: "l"
        case .holds: "h"
        case .reveals: "r"
        case .audit: "u"
        case .accounts: "n"
        case .status: "e"
        }
    }

    func title(_ words: Words) -> String {
        switch self {
        case .board: words(NavigationText.board)
        case .hits: words(NavigationText.hits)
        case .stations: words(StationText.title)
        case .faceReviews: words(FaceReviewText.title)
        case .stills: words(StillText.title)
        case .search: words(NavigationText.search)
        case .review: words(ReviewText.menu)
        case .lookUp: words(LookUpText.menu)
        case .document: words(NavigationText.documentAtPost)
        case .manifest: words(ManifestText.menu)
        case .handover: words(NavigationText.handover)
        case .watchlist: words(NavigationText.watchlist)
        case .gallery: words(GalleryText.title)
        case .decisions: words(NavigationText.decisions)
        case .trial: words(TrialText.menu)
        case .carriers: words(ProfileText.menu)
        case .feeds: words(FeedText.menu)
        case .tables: words(TableText.menu)
        case .quarantine: words(NavigationText.quarantine)
        case .quality: words(NavigationText.quality)
        case .holds: words(HoldText.title)
        case .reveals: words(RevealText.title)
        case .audit: words(NavigationText.audit)
        case .accounts: words(NavigationText.accounts)
        case .status: words(NavigationText.status)
        }
    }

    /// What a visit may open, in the order of the menu.
    static func permitted(_ visit: Visit) -> [NavigationItem] {
        allCases.filter { item in
            // Without an agreement there is nobody to ask.
            visit.allows(item.action)
                && (item != .stations || visit.services.stations?.plan.stations.isEmpty == false)
                && (![.faceReviews, .stills].contains(item) || visit.services.stations != nil)
                && (item != .gallery || visit.services.gallery != nil)
                && (![.lookUp, .review].contains(item) || visit.services.registry.terms.access != .none)
        }
    }
}
