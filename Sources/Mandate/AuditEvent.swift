// SPDX-License-Identifier: Apache-2.0

public import Civil

/// Who acted.
public enum AuditActor: Hashable, Sendable, Codable {
    /// A signed-in officer, with the post and purpose of the moment.
    case officer(RecordID<Officer>, role: Role, post: PostCode?)
    /// The program itself.
    case system
    /// Somebody not signed in.
    case anonymous
}

/// What was done: a closed list, so that a search over it is complete.
public enum AuditAction: String, Hashable, Sendable, Codable, CaseIterable {
    case signIn = "sign-in"
    case signOut = "sign-out"
    case declarePurpose = "declare-purpose"
    case viewBoard = "view-board"
    case viewVoyage = "view-voyage"
    case viewTraveller = "view-traveller"
    case viewSource = "view-source"
    case viewHits = "view-hits"
    case search
    case viewQuarantine = "view-quarantine"
    case viewWatchlist = "view-watchlist"
    case viewHandover = "view-handover"
    case viewDecisions = "view-decisions"
    case viewAudit = "view-audit"
    case viewAccounts = "view-accounts"
    case viewStatus = "view-status"
    case viewQuality = "view-quality"
    case tryMessage = "try-message"
    case writeLetter = "write-letter"
    case viewProfiles = "view-profiles"
    case editProfile = "edit-profile"
    case replayQuarantine = "replay-quarantine"
    case viewFeeds = "view-feeds"
    /// A feed was added, changed, withdrawn, or given a new token.
    case editFeed = "edit-feed"
    case viewTables = "view-tables"
    /// A table of codes was changed.
    case editTable = "edit-table"
    case export
    case ingest
    case screen
    case judge
    case assign
    case recordOutcome = "record-outcome"
    case editWatchlist = "edit-watchlist"
    case writeHandover = "write-handover"
    case takeOver = "take-over"
    case enterDocument = "enter-document"
    case submitManifest = "submit-manifest"
    case editAccount = "edit-account"
    case pushBoard = "push-board"
    case initialise
    case rebuild
    /// A sealed copy of the data folder was written.
    case backup
    /// The folder was made from a backup.
    case restore
    /// Keys were exported under a passphrase, or the wrapping key renewed.
    case manageKeys = "manage-keys"
    case checkpoint
    case reveal
    case approveReveal = "approve-reveal"
    case lookUpResident = "look-up-resident"
    case reviewIdentity = "review-identity"
    case manageHolds = "manage-holds"
    /// The holds that stand and the reports of retention were seen.
    case viewHolds = "view-holds"
    /// A station looked for persons of interest: it was opened, a review began or lapsed, a confirmed match was acted on.
    case compareHolder = "compare-holder"
    /// The registry was asked about its photograph of a resident, recorded before it left; and what was shown of it.
    case verifyHolder = "verify-holder"
    case runStation = "run-station"
    /// A reviewer saw a probe beside its candidates, or answered.
    case reviewFace = "review-face"
    /// An alarm about an officer's reading was looked at.
    case reviewAlarm = "review-alarm"
    /// A question to the registry's service, recorded before it leaves.
    case verifyIdentity = "verify-identity"
    /// Answers of the registry destroyed in time.
    case forget
    /// The machine's clock was found set: the records before and behind have times of different clocks.
    case clockSet = "clock-set"
    /// The log goes on from a backup; the detail is the signed restore record.
    case restored
    /// Records, checkpoints and counts handed out for an inspection.
    case bundle
    /// Pictures of a person of interest, or of holders of documents, were taken into a gallery.
    case enrolFace = "enrol-face"
    case forgetFace = "forget-face"
    case viewFaces = "view-faces"
    case searchFace = "search-face"
    /// The kept picture of a confirmed face was seen.
    case viewProbe = "view-probe"
}

/// How it went.
public enum AuditOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    case done, refused, failed
}

/// One entry of the audit log. It carries opaque identifiers and counts, never names or numbers of travellers.
public struct AuditEvent: Hashable, Sendable, Codable {
    /// Milliseconds since 1970 UTC.
    public var atMilliseconds: Int64
    public var actor: AuditActor
    public var action: AuditAction
    public var outcome: AuditOutcome
    public var purpose: Purpose?
    public var reference: String?
    /// Opaque identifiers of what was read or changed: `traveller:<id>`, `voyage:<id>`, `entry:<id>`.
    public var subjects: [String]
    /// A bounded detail such as a route or a count.
    public var detail: String?

    public init(
        atMilliseconds: Int64, actor: AuditActor, action: AuditAction, outcome: AuditOutcome = .done,
        purpose: Purpose? = nil, reference: String? = nil, subjects: [String] = [], detail: String? = nil
    ) {
        self.atMilliseconds = atMilliseconds
        self.actor = actor
        self.action = action
        self.outcome = outcome
        self.purpose = purpose
        self.reference = reference
        self.subjects = subjects
        self.detail = detail
    }

    /// What an officer did under a mandate; without one, the system.
    public init(
        _ action: AuditAction, by mandate: Mandated?, atMilliseconds: Int64, outcome: AuditOutcome = .done,
        subjects: [String] = [], detail: String? = nil
    ) {
        self.init(
            atMilliseconds: atMilliseconds,
            actor: mandate.map { .officer($0.officer, role: $0.role, post: $0.post) } ?? .system, action: action,
            outcome: outcome, purpose: mandate?.grant?.purpose, reference: mandate?.grant?.reference,
            subjects: subjects, detail: detail)
    }
}
