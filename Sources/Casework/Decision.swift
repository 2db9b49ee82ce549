// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Manifests
public import Messages
public import Screening
public import Travel
public import Watchlists

/// An act of a named person: the second primary record beside the inbox. Everything shown about decisions derives from
/// these.
public struct DecisionRecord: Hashable, Sendable, Codable, Identifiable {
    public var id: RecordID<DecisionRecord>
    public var atMilliseconds: Int64
    /// Nil only for what the program was told at set-up (`cermat init`, a watchlist import by command).
    public var officer: RecordID<Officer>?
    public var post: PostCode?
    public var decision: Decision

    public init(
        id: RecordID<DecisionRecord>, atMilliseconds: Int64, officer: RecordID<Officer>?, post: PostCode?,
        decision: Decision
    ) {
        self.id = id
        self.atMilliseconds = atMilliseconds
        self.officer = officer
        self.post = post
        self.decision = decision
    }

    /// A new decision of an officer under a mandate; without one, of the system.
    init(_ decision: Decision, by mandate: Mandated?, atMilliseconds: Int64) {
        var generator = SystemRandomNumberGenerator()
        self.init(
            id: .random(using: &generator), atMilliseconds: atMilliseconds, officer: mandate?.officer,
            post: mandate?.post, decision: decision)
    }
}

/// What was decided.
public enum Decision: Hashable, Sendable, Codable {
    case judged(hit: RecordID<Hit>, Judgement)
    case assigned(hit: RecordID<Hit>, entry: RecordID<WatchlistEntry>, to: RecordID<Officer>?)
    case examined(Examination)
    /// An entry added, or changed as a whole.
    case entryWritten(WatchlistEntry)
    case entryWithdrawn(RecordID<WatchlistEntry>, reason: String)
    case handoverWritten(HandoverNote)
    case shiftTaken(ShiftTakeover)
    case accountWritten(Account)
    /// How an operator's passenger list is read, a new version.
    case layoutWritten(ManifestLayout)
    /// A version of a carrier profile; its record is this one.
    case profileSaved(SavedProfile)
    /// A feed added, changed, withdrawn, or given a new token.
    case feedWritten(FeedVersion)
    /// Rows of a table of codes added, corrected, withdrawn, imported, or a change of them taken back.
    case tableChanged(TableChange)
    /// A message of the quarantine that could be read and went on.
    case quarantineReplayed(ReplayedMessage)
    /// What the registry's service answered.
    case registryReplied(RegistryReply)
    /// What it answered about its photograph of a resident.
    case registryFaceReplied(RegistryFaceReply)
    /// An officer asked at a post who a number or document belongs to.
    case residentLookedUp(ResidentLookUp)
    /// Whether a traveller is a resident.
    case identityJudged(IdentityJudgement)
    /// Whether two journeys are of one person, or that this is taken back.
    case personJudged(PersonDecision)
    /// What is known of a voyage is kept whatever its age; the record is the hold.
    case holdPlaced(LegalHold)
    case holdLifted(HoldLift)
    /// An officer asks to see what is covered of a traveller, and a second one answers.
    case revealRequested(RevealRequest)
    case revealAnswered(RevealAnswer)
    /// An alarm about an officer's reading was looked at.
    case alarmSeen(SeenAlarm)
    /// A face at a station: a review that began or ended, a reviewer's answer, what the station did.
    case face(FaceDecision)

    /// A stable word for lists and look-ups.
    public var kind: DecisionKind {
        switch self {
        case .judged: .judged
        case .assigned: .assigned
        case .examined: .examined
        case .entryWritten: .entryWritten
        case .entryWithdrawn: .entryWithdrawn
        case .handoverWritten: .handoverWritten
        case .shiftTaken: .shiftTaken
        case .accountWritten: .accountWritten
        case .layoutWritten: .layoutWritten
        case .profileSaved: .profileSaved
        case .feedWritten: .feedWritten
        case .tableChanged: .tableChanged
        case .quarantineReplayed: .quarantineReplayed
        case .registryReplied: .registryReplied
        case .registryFaceReplied: .registryFaceReplied
        case .residentLookedUp: .residentLookedUp
        case .identityJudged: .identityJudged
        case .personJudged: .personJudged
        case .holdPlaced: .holdPlaced
        case .holdLifted: .holdLifted
        case .revealRequested: .revealRequested
        case .revealAnswered: .revealAnswered
        case .alarmSeen: .alarmSeen
        case .face(.searched): .faceCount
        case .face: .face
        }
    }
}

/// The kinds of decision.
public enum DecisionKind: String, Hashable, Sendable, Codable, CaseIterable {
    case judged, assigned, examined
    case entryWritten = "entry-written"
    case entryWithdrawn = "entry-withdrawn"
    case handoverWritten = "handover-written"
    case shiftTaken = "shift-taken"
    case accountWritten = "account-written"
    case layoutWritten = "layout-written"
    case profileSaved = "profile-saved"
    case feedWritten = "feed-written"
    case tableChanged = "table-changed"
    case quarantineReplayed = "quarantine-replayed"
    case registryReplied = "registry-replied"
    case registryFaceReplied = "registry-face-replied"
    case residentLookedUp = "resident-looked-up"
    case identityJudged = "identity-judged"
    case personJudged = "person-judged"
    case holdPlaced = "hold-placed"
    case holdLifted = "hold-lifted"
    case revealRequested = "reveal-requested"
    case revealAnswered = "reveal-answered"
    case alarmSeen = "alarm-seen"
    case face
    /// How many people a station searched: counts alone.
    case faceCount = "face-count"
}

/// What became of a message of the quarantine.
public struct ReplayedMessage: Hashable, Sendable, Codable {
    public var message: RecordID<ReceivedMessage>
    /// The messages that it went on as.
    public var results: [RecordID<ReceivedMessage>]
    /// By which profile the first of them is read; nil where the program itself reads it now.
    public var profile: ProfileStamp?

    public init(
        message: RecordID<ReceivedMessage>, results: [RecordID<ReceivedMessage>], profile: ProfileStamp?
    ) {
        self.message = message
        self.results = results
        self.profile = profile
    }
}

/// What an examination of a traveller came to.
public struct Examination: Hashable, Sendable, Codable {
    public var voyage: RecordID<Voyage>
    public var traveller: RecordID<Traveller>
    public var result: ExaminationResult
    public var note: String

    public init(voyage: RecordID<Voyage>, traveller: RecordID<Traveller>, result: ExaminationResult, note: String) {
        self.voyage = voyage
        self.traveller = traveller
        self.result = result
        self.note = note
    }
}

/// The possible results.
public enum ExaminationResult: Hashable, Sendable, Codable {
    case nothingFound
    case found([GoodsFound])
    /// The traveller left before anyone could look.
    case missed
    case notExamined(why: String)
}

/// Goods found: a code of the goods list, how much.
public struct GoodsFound: Hashable, Sendable, Codable {
    public var code: GoodsCode
    public var quantity: Double
    public var unit: String

    public init(code: GoodsCode, quantity: Double, unit: String) {
        self.code = code
        self.quantity = quantity
        self.unit = unit
    }
}

/// What can be found; a short list of customs' own kinds.
public enum GoodsCode: String, Hashable, Sendable, Codable, CaseIterable {
    case methamphetamine, ecstasy, heroin, cocaine, cannabis, currency, gold, wildlife, cigarettes, alcohol, phones
    case counterfeit, medicines, weapons, other
}

/// What a shift leaves to the next.
public struct HandoverNote: Hashable, Sendable, Codable {
    public var post: PostCode
    public var shiftStartedAtMilliseconds: Int64
    public var text: String

    public init(post: PostCode, shiftStartedAtMilliseconds: Int64, text: String) {
        self.post = post
        self.shiftStartedAtMilliseconds = shiftStartedAtMilliseconds
        self.text = text
    }
}

/// The next shift takes over by name.
public struct ShiftTakeover: Hashable, Sendable, Codable {
    public var post: PostCode
    public var note: RecordID<DecisionRecord>?

    public init(post: PostCode, note: RecordID<DecisionRecord>?) {
        self.post = post
        self.note = note
    }
}

/// An officer's account with the hash of the password (Argon2id in PHC form).
public struct Account: Hashable, Sendable, Codable {
    public var officer: Officer
    public var passwordHash: String
    public var mustChangePassword: Bool
    /// The token of the officer's own identity number, where it is known: so that a look-up of it is noticed.
    public var ownNumber: BlindToken?
    /// The token of the officer's own family card number, where it is known: so that reading of the family is noticed.
    public var ownFamilyCard: BlindToken?

    public init(officer: Officer, passwordHash: String, mustChangePassword: Bool = false) {
        self.officer = officer
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
    }
}
