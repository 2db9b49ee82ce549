// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces

/// What the decision log keeps of reviews of faces. No picture, no template and no name is in it.
public enum FaceDecision: Hashable, Sendable, Codable {
    /// A probe reached the threshold of some entries.
    ///
    /// - Parameter kind: what sort of picture the station's camera takes; nil for a still and before it was noted.
    case opened(review: RecordID<ReviewedFace>, origin: FaceOrigin, candidates: Int, kind: PictureKind?)
    /// A reviewer's answer.
    case judged(FaceJudgement)
    /// How it ended.
    case ended(review: RecordID<ReviewedFace>, origin: FaceOrigin, FaceVerdict)
    /// What the station's officer did about a confirmed match.
    case acted(FaceAct)
    /// How many people a station searched since its last such record; nothing of any of them. Without it nobody could
    /// say what share of strangers raises an alert.
    case searched(station: StationName, kind: PictureKind, people: Int)

    // The log has called an origin a station from its beginning.
    private enum OpenedCodingKeys: String, CodingKey { case review, origin = "station", candidates, kind }
    // swift-format-ignore: NoLeadingUnderscores
    private enum EndedCodingKeys: String, CodingKey { case review, origin = "station", _2 }

    /// The review that it is about; nil for a count.
    public var review: RecordID<ReviewedFace>? {
        switch self {
        case .opened(let review, _, _, _), .ended(let review, _, _): review
        case .judged(let judgement): judgement.review
        case .acted(let act): act.review
        case .searched: nil
        }
    }

    /// The confirmed match, where it is one.
    public var match: FaceMatch? {
        guard case .ended(_, _, .confirmed(let match)) = self else { return nil }
        return match
    }

    /// The review of somebody who turned out to be another person: nothing may be kept of their face.
    public var mistaken: RecordID<ReviewedFace>? {
        guard case .acted(let act) = self, act.result == .mistaken else { return nil }
        return act.review
    }

    /// The match that it is about: a confirmed one, or the one that the station's officer acted on.
    public var concerned: FaceMatch? {
        if case .acted(let act) = self { return act.match }
        return match
    }
}

extension FaceDecision {
    /// As it stays when those it is about lose their names: without free text, and without the journey.
    ///
    /// - Parameter text: what stands where free text was.
    func forgotten(_ text: String) -> FaceDecision {
        switch self {
        case .searched: return self
        case .opened(let review, let origin, let candidates, let kind):
            return .opened(review: review, origin: origin.forgotten(text), candidates: candidates, kind: kind)
        case .judged(var judgement):
            judgement.reason = text
            return .judged(judgement)
        case .ended(let review, let origin, .confirmed(var match)):
            match.journey = nil
            return .ended(review: review, origin: origin.forgotten(text), .confirmed(match))
        case .ended(let review, let origin, let verdict):
            return .ended(review: review, origin: origin.forgotten(text), verdict)
        case .acted(var act):
            if !act.note.isEmpty { act.note = text }
            act.match?.journey = nil
            return .acted(act)
        }
    }
}

/// What was done about a confirmed match at the station.
public struct FaceAct: Hashable, Sendable, Codable {
    public var review: RecordID<ReviewedFace>
    public var result: FaceActResult
    public var note: String
    /// What was acted on; the desk sets it.
    public internal(set) var match: FaceMatch?

    public init(review: RecordID<ReviewedFace>, result: FaceActResult, note: String) {
        self.review = review
        self.result = result
        self.note = note
    }
}

/// What came of a confirmed match at the station.
public enum FaceActResult: String, Hashable, Sendable, Codable, CaseIterable {
    /// The person was stopped and handed to the examination.
    case stopped
    /// The person had gone on before anybody could act.
    case gone
    /// At the station it was plain that it is somebody else.
    case mistaken
}
