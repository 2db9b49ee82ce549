// SPDX-License-Identifier: Apache-2.0

/// What one carrier does wrong again and again, so that the pages about quality have something to show.
///
/// Habits are those of invented systems; the codes only make them recognisable. Truth tells each of them: damages by
/// message, disagreements by traveller.
enum CarrierHabit: Hashable, Sendable {
    /// Sends passenger lists well after departure, one in three.
    case sendsLate
    /// Sends messages again under a new reference.
    case repeatsItself
    /// Leaves a part of divided lists out.
    case forgetsParts
    /// Leaves birth dates out.
    case omitsBirthDates
    /// Declares one traveller more than it lists.
    case miscounts
    /// Has another name, date or document at check-in than in the booking.
    case disagrees

    /// The habit of a carrier; most have none.
    init?(of carrier: String) {
        switch carrier {
        case "TR": self = .sendsLate
        case "QZ": self = .repeatsItself
        case "AK": self = .forgetsParts
        case "MH": self = .omitsBirthDates
        case "SQ": self = .miscounts
        case "GA": self = .disagrees
        default: return nil
        }
    }
}
