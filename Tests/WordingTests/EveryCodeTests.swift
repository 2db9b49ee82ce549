// SPDX-License-Identifier: Apache-2.0

import CardReader
import Casework
import Civil
import Faces
import Gazetteer
import Identity
import Mandate
import Manifests
import Messages
import Population
import Quality
import Safeguards
import Screening
import Testing
import Travel
import Watchlists
import Wording

/// Every case of every enum that a screen shows has words in both languages.
@Suite struct EveryCodeTests {
    /// The codes of a family, from the enum that owns them.
    static let families: [(WordFamily, [String])] = [
        (.registryField, RegistryField.allCases.map(\.rawValue)),
        (.registryFailure, RegistryFailure.allCases.map(\.rawValue)),
        (.registryFaceAnswer, RegistryFaceAnswer.allCases.map(\.rawValue)),
        (.unusableReason, UnusableReason.allCases.map(\.rawValue)),
        (.evidenceComparison, Evidence.Comparison.allCases.map(\.rawValue)),
        (.wordRelation, WordEvidence.Relation.allCases.map(\.rawValue)),
        (.lookUpAlarm, LookUpAlarm.Kind.allCases.map(\.rawValue)),
        (.readAlarm, ReadAlarm.Kind.allCases.map(\.rawValue)),
        (.faceFeature, FaceFeature.allCases.map(\.rawValue)),
        (.featureFinding, FeatureFinding.allCases.map(\.rawValue)),
        (.faceVerdict, FaceVerdictKind.allCases.map(\.rawValue)),
        (.faceAct, FaceActResult.allCases.map(\.rawValue)),
        (.stationRefusal, StationRefusal.codes),
        (.readerFault, ReaderFault.allCases.map(\.rawValue)),
        (.faceReason, EnrolmentRefusal.everyCode),
        (.faceAdvice, EnrolmentRefusal.everyCode),
        (.pictureFault, PictureError.everyCode),
        (.faceEngineFault, FaceEngineError.everyCode),
        (.dateLevel, DateLevel.allCases.map(\.rawValue)),
        (.sex, Sex.allCases.map(\.rawValue)),
        (.travelMode, TravelMode.allCases.map(\.rawValue)),
        (.travelDirection, TravelDirection.allCases.map(\.rawValue)),
        (.voyageStatus, VoyageStatus.allCases.map(\.rawValue)),
        (.travellerStatus, TravellerStatus.allCases.map(\.rawValue)),
        (.travellerRole, TravellerRole.allCases.map(\.rawValue)),
        (.sourceKind, SourceKind.allCases.map(\.rawValue)),
        (.contactKind, ContactKind.allCases.map(\.rawValue)),
        (.watchedContactKind, WatchedContactKind.allCases.map(\.rawValue)),
        (.kinship, Kinship.allCases.map(\.rawValue)),
        (.relation, Relation.allCases.map { String($0.rawValue) }),
        (.messageKind, MessageKind.allCases.map(\.rawValue)),
        (.messageState, MessageState.allCases.map(\.rawValue)),
        (.messageStatus, MessageStatus.allCases.map(\.rawValue)),
        (.messageEffect, MessageEffect.allCases.map(\.rawValue)),
        (.clearanceCode, ClearanceCode.allCases.map(\.rawValue)),
        (.messageReceipt, [InboxReceipt.Outcome.stored, .duplicate, .quarantined].map(\.rawValue)),
        (.warningCode, WarningCode.allCases.map(\.rawValue)),
        (.warningMeaning, WarningCode.allCases.map(\.rawValue)),
        (.warningRemedy, WarningCode.allCases.map(\.rawValue)),
        (.readField, ReadField.allCases.map(\.rawValue)),
        (.conformanceUrgency, ConformanceUrgency.allCases.map(\.rawValue)),
        (.conformanceGuide, ConformanceGuide.allCases.map(\.rawValue)),
        (.sensitiveCategory, SensitiveCategory.allCases.map(\.rawValue)),
        (.watchlistCategory, WatchlistCategory.allCases.map(\.rawValue)),
        (.hitStatus, HitStatus.allCases.map(\.rawValue)),
        (.hitReason, HitReasonKind.allCases.map(\.rawValue)),
        (.judgementAnswer, JudgementAnswer.allCases.map(\.rawValue)),
        (.disagreementKind, DisagreementKind.allCases.map(\.rawValue)),
        (.decisionKind, DecisionKind.allCases.map(\.rawValue)),
        (.feedAct, FeedAct.allCases.map(\.rawValue)),
        (.codeTable, GazetteerTable.allCases.map(\.rawValue)),
        (.tableColumn, GazetteerColumn.allCases.map(\.rawValue)),
        (.tableAct, TableAct.allCases.map(\.rawValue)),
        (.rowOrigin, GazetteerListing.Origin.allCases.map(\.rawValue)),
        (.rowProblem, GazetteerRowProblem.Kind.allCases.map(\.rawValue)),
        (.goodsCode, GoodsCode.allCases.map(\.rawValue)),
        (.healthSubject, HealthSubject.allCases.map(\.rawValue)),
        (.healthGrade, HealthGrade.allCases.map(\.rawValue)),
        (.healthRemedy, HealthSubject.allCases.map(\.rawValue)),
        (.lateCause, LateCause.allCases.map(\.rawValue)),
        (.trouble, Trouble.allCases.map(\.rawValue)),
        (.expectedField, ExpectedField.allCases.map(\.rawValue)),
        (.role, Role.allCases.map(\.rawValue)),
        (.purpose, Purpose.allCases.map(\.rawValue)),
        (.legalBasis, LegalBasis.allCases.map(\.rawValue)),
        (.retentionClass, RetentionClass.allCases.map(\.rawValue)),
        (.dataField, DataField.allCases.map(\.rawValue)),
        (.fieldVisibility, FieldVisibility.allCases.map(\.rawValue)),
        (.policyAction, PolicyAction.allCases.map(\.rawValue)),
        (.auditAction, AuditAction.allCases.map(\.rawValue)),
        (.auditOutcome, AuditOutcome.allCases.map(\.rawValue)),
        (.auditFault, AuditFault.Kind.allCases.map(\.rawValue)),
        (.policyRefusal, PolicyRefusal.allCases.map(\.rawValue)),
        (.purposeProblem, PurposeProblem.allCases.map(\.rawValue)),
        (.sessionState, SessionState.allCases.map(\.rawValue)),
        (.postScope, PostScope.allCases.map(\.rawValue)),
        (
            .caseworkError,
            [
                CaseworkError.reasonRequired, .unknown, .invalid(field: "", why: ""), .notAllowed(why: ""),
                .samePerson, .quotaUsed(limit: 1), .store(.full),
                .store(.busy), .store(.failed(reason: "")), .store(.damaged(reason: "")),
            ].map(\.code)
        ),
        (.manifestField, ManifestField.allCases.map(\.rawValue)),
        (.columnGround, ColumnProposal.Ground.allCases.map(\.rawValue)),
        (.dateEvidence, DateEvidence.codes),
        (.dateOrder, DateOrder.allCases.map(\.rawValue)),
        (.cellProblem, CellProblem.allCases.map(\.rawValue)),
        (.cellRemedy, CellProblem.allCases.map(\.rawValue)),
        (.rowRefusal, RowRefusal.codes),
        (.listProblem, ListProblem.allCases.map(\.rawValue)),
        (.sheetRefusal, SheetRefusal.codes),
        (
            .faceIntake,
            EnrolmentVerdict.allCases.map(\.rawValue) + QualityReason.allCases.map(\.rawValue)
                + ["unreadable"] + EnrolmentRefusal.noFace.codes + EnrolmentRefusal.severalFaces(2).codes
                + [
                    PictureError.unknownFormat, .tooManyBytes(limit: 1), .tooManyPixels(width: 1, height: 1, limit: 1),
                    .tooManyScans(limit: 1), .damaged(.png), .unsupported(.png),
                ].map(\.code)
        ),
        (.faceForgetting, FaceForgettingReason.allCases.map(\.rawValue)),
        (.falsePositives, FalsePositiveStanding.allCases.map(\.rawValue)),
        (.galleryRefusal, GalleryRefusal.allCases.map(\.rawValue)),
        (.enrolmentLevel, EnrolmentLevel.allCases.map(\.rawValue)),
        (.rankBand, (-1...101).map(Words.rankBand)),
    ]

    @Test(arguments: families) func `has words for every case in every language`(family: WordFamily, codes: [String]) {
        #expect(!codes.isEmpty)
        for code in codes {
            let key = WordingKey(family, code)
            guard let phrase = Wording.phrase(key) else {
                Issue.record("no words for \(key)")
                continue
            }
            for language in Language.allCases {
                #expect(!phrase[language].isEmpty, "\(key) lacks \(language)")
                #expect(Wording.text(key.description, language) == phrase[language])
            }
        }
    }

    /// Families of codes that carriers send, of which no enum exists, and codes that a room gives as cases with values.
    static let open: Set<WordFamily> = [
        .documentType, .paymentForm, .bookingStatus, .examinationResult, .passwordProblem,
    ]

    @Test func `walks through every family`() {
        let walked = Set(Self.families.map(\.0))
        #expect(walked.union(Self.open) == Set(WordFamily.allCases))
    }

    @Test(arguments: families) func `has no words for codes that nobody uses`(family: WordFamily, codes: [String]) {
        let all: Set<String> = family == .watchedContactKind ? Set(family.words.keys) : Set(codes)
        #expect(Set(family.words.keys).subtracting(all).isEmpty, "\(family)")
    }

    @Test func `gives the code back where there are no words`() {
        #expect(Wording.text("hit-reason.never-heard", .indonesian) == "hit-reason.never-heard")
        #expect(Words(.english)(.hitReason, "never-heard") == "never-heard")
        #expect(Wording.text("no-family", .english) == "no-family")
        #expect(WordingKey("hit-reason.document-equal") == WordingKey(.hitReason, "document-equal"))
    }

    @Test(arguments: HitReasonKind.allCases, Language.allCases)
    func `makes a sentence of every reason`(kind: HitReasonKind, language: Language) {
        let words = Words(language)
        let sentence = words.reasonSentence(kind: kind.rawValue, observed: "AB1", expected: "CD2", source: "api")
        #expect(sentence.hasSuffix("."), "no sentence for \(kind)")
        #expect(sentence.contains("AB1"))
        #expect(sentence.count < 140)
        if kind.isContrary { #expect(sentence.contains("CD2")) }
    }
}
