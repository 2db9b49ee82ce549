// SPDX-License-Identifier: Apache-2.0

/// What the policy file grants or not: a closed list; each has the same word as its ``AuditAction``.
public enum PolicyAction: String, Hashable, Sendable, Codable, CaseIterable {
    case viewBoard = "view-board"
    case viewVoyage = "view-voyage"
    case viewTraveller = "view-traveller"
    case viewSource = "view-source"
    case viewHits = "view-hits"
    case search
    case viewQuarantine = "view-quarantine"
    case viewWatchlist = "view-watchlist"
    case editWatchlist = "edit-watchlist"
    case judge
    case assign
    case recordOutcome = "record-outcome"
    case viewHandover = "view-handover"
    case writeHandover = "write-handover"
    case takeOver = "take-over"
    case enterDocument = "enter-document"
    case submitManifest = "submit-manifest"
    case viewDecisions = "view-decisions"
    case viewAudit = "view-audit"
    case viewAccounts = "view-accounts"
    case editAccount = "edit-account"
    case viewStatus = "view-status"
    case viewQuality = "view-quality"
    case tryMessage = "try-message"
    case writeLetter = "write-letter"
    case viewProfiles = "view-profiles"
    case editProfile = "edit-profile"
    case replayQuarantine = "replay-quarantine"
    case viewFeeds = "view-feeds"
    case editFeed = "edit-feed"
    case viewTables = "view-tables"
    case editTable = "edit-table"
    case ingest
    case export
    /// Asking to see what is covered of a traveller, and seeing it once a second person approves.
    case reveal
    /// Answering such requests as the second person.
    case approveReveal = "approve-reveal"
    /// Asking who a number or document at the counter is, by hand.
    case lookUpResident = "look-up-resident"
    /// Judging whether a traveller is a resident.
    case reviewIdentity = "review-identity"
    /// Placing and lifting legal holds on voyages and travellers.
    case manageHolds = "manage-holds"
    /// Seeing which legal holds stand, what is due, and the signed reports of retention.
    case viewHolds = "view-holds"
    /// Taking pictures of persons on the watchlist into the gallery, and merging them.
    case enrolFace = "enrol-face"
    /// Destroying enrolled pictures.
    case forgetFace = "forget-face"
    /// Seeing which entries have pictures, and the pictures.
    case viewFaces = "view-faces"
    /// Searching the gallery of persons of interest with a picture of a case.
    case searchFace = "search-face"
    /// Comparing the one at the counter with a photograph of whom they say they are.
    case compareHolder = "compare-holder"
    /// Asking the registry about its photograph of the one at the counter, which may send it their picture.
    case verifyHolder = "verify-holder"
    /// Running a station's camera at the post, and seeing what two reviewers confirmed there.
    case runStation = "run-station"
    /// Deciding, as one of two and not knowing the other's answer, whether a probe shows a person of interest.
    case reviewFace = "review-face"
    /// Seeing the kept picture of a face that two reviewers confirmed.
    case viewProbe = "view-probe"

    /// The word under which the act, or its refusal, is recorded.
    public var auditAction: AuditAction {
        switch self {
        case .viewBoard: .viewBoard
        case .viewVoyage: .viewVoyage
        case .viewTraveller: .viewTraveller
        case .viewSource: .viewSource
        case .viewHits: .viewHits
        case .search: .search
        case .viewQuarantine: .viewQuarantine
        case .viewWatchlist: .viewWatchlist
        case .editWatchlist: .editWatchlist
        case .judge: .judge
        case .assign: .assign
        case .recordOutcome: .recordOutcome
        case .viewHandover: .viewHandover
        case .writeHandover: .writeHandover
        case .takeOver: .takeOver
        case .enterDocument: .enterDocument
        case .submitManifest: .submitManifest
        case .viewDecisions: .viewDecisions
        case .viewAudit: .viewAudit
        case .viewAccounts: .viewAccounts
        case .editAccount: .editAccount
        case .viewStatus: .viewStatus
        case .viewQuality: .viewQuality
        case .tryMessage: .tryMessage
        case .writeLetter: .writeLetter
        case .viewProfiles: .viewProfiles
        case .editProfile: .editProfile
        case .replayQuarantine: .replayQuarantine
        case .viewFeeds: .viewFeeds
        case .editFeed: .editFeed
        case .viewTables: .viewTables
        case .editTable: .editTable
        case .ingest: .ingest
        case .export: .export
        case .reveal: .reveal
        case .approveReveal: .approveReveal
        case .lookUpResident: .lookUpResident
        case .reviewIdentity: .reviewIdentity
        case .manageHolds: .manageHolds
        case .viewHolds: .viewHolds
        case .enrolFace: .enrolFace
        case .forgetFace: .forgetFace
        case .viewFaces: .viewFaces
        case .searchFace: .searchFace
        case .compareHolder: .compareHolder
        case .verifyHolder: .verifyHolder
        case .runStation: .runStation
        case .reviewFace: .reviewFace
        case .viewProbe: .viewProbe
        }
    }

    /// Whether the act reads or changes data of travellers, so that it needs a purpose (R01) and is closed to
    /// administrators, auditors and data-protection officers whatever the policy file says (R33).
    public var concernsTravellers: Bool {
        switch self {
        case .viewAudit, .viewAccounts, .editAccount, .viewStatus, .viewQuality, .viewFeeds, .editFeed, .viewTables,
            .editTable, .ingest, .viewHolds:
            false
        case .viewBoard, .viewVoyage, .viewTraveller, .viewSource, .viewHits, .search, .viewQuarantine, .viewWatchlist,
            .editWatchlist, .judge, .assign, .recordOutcome, .viewHandover, .writeHandover, .takeOver, .enterDocument,
            .submitManifest, .viewDecisions, .tryMessage, .writeLetter, .viewProfiles, .editProfile, .replayQuarantine,
            .export, .reveal, .approveReveal, .lookUpResident, .reviewIdentity, .manageHolds, .enrolFace,
            .forgetFace, .viewFaces, .searchFace, .compareHolder, .verifyHolder, .runStation, .reviewFace, .viewProbe:
            true
        }
    }

    /// Whether the act happens at a post, so that whoever works for their own posts only must name it.
    ///
    /// A search names none: each of its results is decided by itself, as ``viewTraveller``.
    public var happensAtPost: Bool {
        switch self {
        case .viewBoard, .viewVoyage, .viewTraveller, .viewSource, .viewHits, .judge, .assign, .recordOutcome,
            .viewHandover, .writeHandover, .takeOver, .enterDocument, .submitManifest, .viewDecisions, .reveal,
            .approveReveal,
            .lookUpResident, .reviewIdentity, .manageHolds, .compareHolder, .verifyHolder, .runStation, .viewProbe:
            true
        case .search, .viewQuarantine, .viewWatchlist, .editWatchlist, .viewAudit, .viewAccounts, .editAccount,
            .viewStatus, .viewQuality, .tryMessage, .writeLetter, .viewProfiles, .editProfile, .replayQuarantine,
            .viewFeeds, .editFeed, .viewTables, .editTable, .ingest, .export, .enrolFace, .forgetFace, .viewFaces,
            .searchFace, .reviewFace, .viewHolds:
            false
        }
    }
}
