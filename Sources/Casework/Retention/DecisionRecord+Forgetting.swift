// SPDX-License-Identifier: Apache-2.0

internal import Identity
internal import Mandate
internal import Screening

/// What becomes of a decision when the travellers that it is about lose their names.
public enum DecisionForgetting: Hashable, Sendable {
    /// It says nothing of travellers.
    case stays
    /// It is kept in this form, without free text and tokens.
    case becomes(DecisionRecord)
    /// Nothing of it can stay.
    case goes
}

extension DecisionRecord {
    /// Stands where a reason or note was.
    public static let forgottenText = "[–]"

    /// The decision as it stays after depersonalisation: who decided what, when, of which hit or traveller by opaque
    /// identifier; no words that may name somebody.
    public var forgetting: DecisionForgetting {
        var record = self
        switch decision {
        case .judged(let hit, var judgement):
            judgement.reason = Self.forgottenText
            judgement.facts = .forgotten
            judgement.personTokens = []
            record.decision = .judged(hit: hit, judgement)
        case .examined(var examination):
            examination.note = examination.note.isEmpty ? "" : Self.forgottenText
            if case .notExamined = examination.result { examination.result = .notExamined(why: Self.forgottenText) }
            record.decision = .examined(examination)
        case .personJudged(let decision):
            record.decision = .personJudged(PersonDecision(act: decision.act, reason: Self.forgottenText))
        case .handoverWritten(var note):
            note.text = Self.forgottenText
            record.decision = .handoverWritten(note)
        case .holdPlaced(var hold):
            hold.reason = Self.forgottenText
            record.decision = .holdPlaced(hold)
        case .holdLifted(var lift):
            lift.reason = Self.forgottenText
            record.decision = .holdLifted(lift)
        case .revealRequested(var request):
            request.reason = Self.forgottenText
            record.decision = .revealRequested(request)
        case .revealAnswered(var answer):
            if case .declined = answer.verdict { answer.verdict = .declined(reason: Self.forgottenText) }
            record.decision = .revealAnswered(answer)
        case .alarmSeen(var seen):
            seen.note = Self.forgottenText
            record.decision = .alarmSeen(seen)
        case .face(let decision): record.decision = .face(decision.forgotten(Self.forgottenText))
        case .identityJudged, .residentLookedUp, .registryReplied, .registryFaceReplied: return .goes
        case .assigned, .shiftTaken, .quarantineReplayed, .entryWritten, .entryWithdrawn, .accountWritten,
            .layoutWritten, .profileSaved, .feedWritten, .tableChanged:
            return .stays
        }
        return .becomes(record)
    }
}

extension DecisionKind {
    /// Whether it is destroyed at the limit; the others hold until they are withdrawn or replaced.
    public var endsAtLimit: Bool {
        switch self {
        case .judged, .assigned, .examined, .handoverWritten, .shiftTaken, .quarantineReplayed, .registryReplied,
            .registryFaceReplied,
            .residentLookedUp, .identityJudged, .personJudged, .holdPlaced, .holdLifted, .revealRequested,
            .revealAnswered, .alarmSeen, .face, .faceCount:
            true
        case .entryWritten, .entryWithdrawn, .accountWritten, .layoutWritten, .profileSaved, .feedWritten,
            .tableChanged:
            false
        }
    }
}
