// SPDX-License-Identifier: Apache-2.0

/// A closed list of codes that screens show as words: the raw values of one enum of another room.
///
/// Wording lies below the rooms that own most of these enums, so it knows their raw values only; a test walks through
/// every case of every enum and fails when one has no words here.
public enum WordFamily: String, Hashable, Sendable, CaseIterable {
    case sex
    case travelMode = "travel-mode"
    case travelDirection = "travel-direction"
    case voyageStatus = "voyage-status"
    case travellerStatus = "traveller-status"
    case travellerRole = "traveller-role"
    case sourceKind = "source-kind"
    case contactKind = "contact-kind"
    case watchedContactKind = "watched-contact-kind"
    case documentType = "document-type"
    case paymentForm = "payment-form"
    case bookingStatus = "booking-status"
    case relation
    case kinship

    case messageKind = "message-kind"
    case messageState = "message-state"
    case messageStatus = "message-status"
    case messageEffect = "message-effect"
    case clearanceCode = "clearance-code"
    case messageReceipt = "message-receipt"
    case warningCode = "warning-code"
    case warningMeaning = "warning-meaning"
    case warningRemedy = "warning-remedy"
    case readField = "read-field"
    case conformanceUrgency = "conformance-urgency"
    case conformanceGuide = "conformance-guide"
    case sensitiveCategory = "sensitive-category"
    case healthSubject = "health-subject"
    case healthGrade = "health-grade"
    case healthRemedy = "health-remedy"

    case manifestField = "manifest-field"
    case columnGround = "column-ground"
    case dateEvidence = "date-evidence"
    case dateOrder = "date-order"
    case cellProblem = "cell-problem"
    case cellRemedy = "cell-remedy"
    case rowRefusal = "row-refusal"
    case listProblem = "list-problem"
    case sheetRefusal = "sheet-refusal"

    case watchlistCategory = "watchlist-category"
    case hitStatus = "hit-status"
    case hitReason = "hit-reason"
    case judgementAnswer = "judgement-answer"
    case disagreementKind = "disagreement-kind"
    case rankBand = "rank-band"
    case decisionKind = "decision-kind"
    case feedAct = "feed-act"
    case codeTable = "code-table"
    case tableColumn = "table-column"
    case tableAct = "table-act"
    case rowOrigin = "row-origin"
    case rowProblem = "row-problem"
    case examinationResult = "examination-result"
    case goodsCode = "goods-code"
    case caseworkError = "casework-error"

    case lateCause = "late-cause"
    case trouble
    case expectedField = "expected-field"

    case registryField = "registry-field"
    case registryFailure = "registry-failure"
    case unusableReason = "unusable-reason"
    case registryFaceAnswer = "registry-face-answer"
    case evidenceComparison = "evidence-comparison"
    case dateLevel = "date-level"
    case wordRelation = "word-relation"
    case readerFault = "reader-fault"
    case faceReason = "face-reason"
    case faceAdvice = "face-advice"
    case pictureFault = "picture-fault"
    case faceEngineFault = "face-engine-fault"
    case lookUpAlarm = "look-up-alarm"
    case readAlarm = "read-alarm"
    case faceFeature = "face-feature"
    case featureFinding = "feature-finding"
    case faceVerdict = "face-verdict"
    case faceAct = "face-act"
    case stationRefusal = "station-refusal"
    case role
    case purpose
    case legalBasis = "legal-basis"
    case retentionClass = "retention-class"
    case dataField = "data-field"
    case fieldVisibility = "field-visibility"
    case policyAction = "policy-action"
    case auditAction = "audit-action"
    case auditOutcome = "audit-outcome"
    case auditFault = "audit-fault"
    case policyRefusal = "policy-refusal"
    case purposeProblem = "purpose-problem"
    case passwordProblem = "password-problem"
    case sessionState = "session-state"
    case postScope = "post-scope"
    case faceIntake = "face-intake"
    case faceForgetting = "face-forgetting"
    case falsePositives = "false-positives"
    case galleryRefusal = "gallery-refusal"
    case enrolmentLevel = "enrolment-level"

    /// The words of the family by code.
    public var words: [String: Phrase] {
        switch self {
        case .sex: TravelWords.sex
        case .travelMode: TravelWords.mode
        case .travelDirection: TravelWords.direction
        case .voyageStatus: TravelWords.voyageStatus
        case .travellerStatus: TravelWords.travellerStatus
        case .travellerRole: TravelWords.role
        case .sourceKind: TravelWords.source
        case .contactKind, .watchedContactKind: TravelWords.contact
        case .documentType: TravelWords.documentType
        case .paymentForm: TravelWords.paymentForm
        case .bookingStatus: TravelWords.bookingStatus
        case .relation: TravelWords.relation
        case .kinship: TravelWords.kinship
        case .messageKind: MessageWords.kind
        case .messageState: MessageWords.state
        case .messageStatus: MessageWords.status
        case .messageEffect: MessageWords.effect
        case .clearanceCode: MessageWords.clearance
        case .messageReceipt: MessageWords.receipt
        case .warningCode: MessageWords.warning
        case .warningMeaning: WarningWords.meaning
        case .warningRemedy: WarningWords.remedy
        case .readField: ReadingWords.field
        case .conformanceUrgency: ConformanceWords.urgency
        case .conformanceGuide: ConformanceWords.guide
        case .sensitiveCategory: MessageWords.sensitive
        case .manifestField: ManifestWords.field
        case .columnGround: ManifestWords.ground
        case .dateEvidence: ManifestWords.dateEvidence
        case .dateOrder: ManifestWords.dateOrder
        case .cellProblem: ManifestWords.problem
        case .cellRemedy: ManifestWords.remedy
        case .rowRefusal: ManifestWords.row
        case .listProblem: ManifestWords.list
        case .sheetRefusal: ManifestWords.refusal
        case .watchlistCategory: TargetingWords.category
        case .hitStatus: TargetingWords.hitStatus
        case .hitReason: TargetingWords.hitReason
        case .judgementAnswer: TargetingWords.answer
        case .disagreementKind: TargetingWords.disagreement
        case .rankBand: TargetingWords.rankBand
        case .decisionKind: TargetingWords.decision
        case .feedAct: FeedWords.act
        case .codeTable: TableWords.table
        case .tableColumn: TableWords.column
        case .tableAct: TableWords.act
        case .rowOrigin: TableWords.origin
        case .rowProblem: TableWords.problem
        case .examinationResult: TargetingWords.result
        case .goodsCode: TargetingWords.goods
        case .caseworkError: TargetingWords.caseworkError
        case .healthSubject: HealthWords.subject
        case .healthGrade: HealthWords.grade
        case .healthRemedy: HealthWords.remedy
        case .lateCause: QualityWords.lateCause
        case .trouble: QualityWords.trouble
        case .expectedField: QualityWords.field
        case .registryField: RegistryWords.field
        case .registryFailure: RegistryWords.failure
        case .unusableReason: RegistryWords.unusable
        case .registryFaceAnswer: RegistryWords.faceAnswer
        case .evidenceComparison: RegistryWords.comparison
        case .dateLevel: RegistryWords.dateLevel
        case .wordRelation: RegistryWords.wordRelation
        case .readerFault: RegistryWords.readerFault
        case .faceReason: PictureWords.reason
        case .faceAdvice: PictureWords.advice
        case .pictureFault: PictureWords.picture
        case .faceEngineFault: PictureWords.engine
        case .lookUpAlarm: RegistryWords.lookUpAlarm
        case .readAlarm: RegistryWords.readAlarm
        case .faceFeature: FaceWords.feature
        case .featureFinding: FaceWords.finding
        case .faceVerdict: FaceWords.verdict
        case .faceAct: FaceWords.act
        case .stationRefusal: FaceWords.refusal
        case .role: OfficeWords.role
        case .purpose: OfficeWords.purpose
        case .legalBasis: OfficeWords.legalBasis
        case .retentionClass: OfficeWords.retention
        case .dataField: OfficeWords.field
        case .fieldVisibility: OfficeWords.visibility
        case .policyAction: ActionWords.action
        case .auditAction: ActionWords.done
        case .auditOutcome: ActionWords.outcome
        case .auditFault: ActionWords.fault
        case .policyRefusal: OfficeWords.refusal
        case .purposeProblem: OfficeWords.purposeProblem
        case .passwordProblem: OfficeWords.passwordProblem
        case .sessionState: OfficeWords.session
        case .postScope: OfficeWords.scope
        case .faceIntake: GalleryWords.intake
        case .faceForgetting: GalleryWords.forgetting
        case .falsePositives: FaceWords.standing
        case .galleryRefusal: GalleryWords.refusal
        case .enrolmentLevel: GalleryWords.level
        }
    }
}
