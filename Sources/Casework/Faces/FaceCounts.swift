// SPDX-License-Identifier: Apache-2.0

public import Faces
internal import Screening

/// What became of reviews, and how many people were searched for them.
public struct FaceCounts: Hashable, Sendable {
    /// People who were searched, whether or not anything was found; none of them is known.
    public var searched = 0
    /// Reviews that began: alerts.
    public var opened = 0
    /// Two said that it is the same person as the same entry.
    public var confirmed = 0
    /// Two said that it is somebody else.
    public var rejected = 0
    /// It ended without two who said the same, or two saw too little.
    public var unclear = 0
    /// The first two did not say the same.
    public var disagreements = 0
    /// Reviews with two answers or more.
    public var compared = 0
    /// Fewer than two reviewers on duty, or too few answers in time.
    public var lapsed = 0
    /// Ended by a restart of the server.
    public var restarts = 0
    /// Not ended yet.
    public var waiting = 0
    /// Confirmed ones of whom it was plain at the station that they are somebody else.
    public var mistaken = 0

    public init() {}

    /// The share of reviews on which the first two reviewers said the same.
    public var agreement: Proportion { Proportion(compared - disagreements, of: compared) }

    /// Alerts about somebody who is not the one that was looked for.
    public var falseAlerts: Int { rejected + mistaken }

    /// The share of false alerts among those that two decided.
    public var falseAlertShare: Proportion { Proportion(falseAlerts, of: confirmed + rejected) }

    /// The share of strangers who raised an alert.
    public var falsePositives: FalsePositives {
        FalsePositives(
            false: falseAlerts, undecided: unclear + lapsed + restarts + waiting,
            strangers: max(searched, opened) - (confirmed - mistaken))
    }

    mutating func count(_ life: ReviewLife) {
        opened += 1
        if let agree = life.firstTwoAgree {
            compared += 1
            if !agree { disagreements += 1 }
        }
        switch life.end {
        case nil: waiting += 1
        case .confirmed?:
            confirmed += 1
            if life.act == .mistaken { mistaken += 1 }
        case .notConfirmed?: if life.agreed == .different { rejected += 1 } else { unclear += 1 }
        case .noReviewers?, .noAnswer?: lapsed += 1
        case .restart?: restarts += 1
        }
    }

    public static func + (a: FaceCounts, b: FaceCounts) -> FaceCounts {
        var sum = a
        sum.searched += b.searched
        sum.opened += b.opened
        sum.confirmed += b.confirmed
        sum.rejected += b.rejected
        sum.unclear += b.unclear
        sum.disagreements += b.disagreements
        sum.compared += b.compared
        sum.lapsed += b.lapsed
        sum.restarts += b.restarts
        sum.waiting += b.waiting
        sum.mistaken += b.mistaken
        return sum
    }
}

/// The share of strangers who raised an alert, beside what the policy allows.
public struct FalsePositives: Hashable, Sendable {
    /// Alerts that were decided to be false.
    public let count: Int
    /// Alerts of which nobody decided what they were.
    public let undecided: Int
    /// People who were searched without those who were rightly confirmed.
    public let strangers: Int

    init(false count: Int, undecided: Int, strangers: Int) {
        self.count = count
        self.undecided = undecided
        self.strangers = max(0, strangers)
    }

    /// As decided, 0...1; 0 of nobody.
    public var value: Double { Proportion(count, of: strangers).value }
    /// The lower end of Wilson's 95 % interval, as if nobody of the undecided were a stranger.
    public var lower: Double { Proportion(count, of: strangers).lower }
    /// The upper end, as if all of the undecided were strangers: what nobody looked at is no proof.
    public var upper: Double { Proportion(min(strangers, count + undecided), of: strangers).upper }

    /// How it stands to the share that the policy allows, 0...1.
    public func standing(allowed: Double) -> FalsePositiveStanding {
        guard strangers > 0 else { return .nobody }
        return upper <= allowed ? .within : lower > allowed ? .above : .open
    }
}

/// How the measured share of false alerts stands to the allowed one.
public enum FalsePositiveStanding: String, Hashable, Sendable, CaseIterable {
    /// The whole interval lies within.
    case within
    /// The whole interval lies above.
    case above
    /// Too few people to tell.
    case open
    /// Nobody was searched.
    case nobody
}
