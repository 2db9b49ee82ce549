// SPDX-License-Identifier: Apache-2.0

/// What a message of a voyage says.
enum MessageContent: Sendable {
    /// PNRGOV with all bookings that stand.
    case bookings
    /// PNRGOV update with the bookings made since a moment.
    case newBookings(since: Int)
    /// PNRGOV update by which a booking falls away: its place in the manifest.
    case cancelledBooking(Int)
    /// PAXLST 745 with everybody who is listed.
    case passengers
    /// PAXLST 745 CP, 745 XR, and 745 again for one person: places of booking and passenger.
    case corrected(Int, Int)
    case cancelled(Int, Int)
    case restored(Int, Int)
    case crew
    /// PAXLST 266 CLOB.
    case closeOut
    /// PAXLST 266 CLNB, or 266 CL: those who are not on board.
    case closeOutNotBoarded(String)
    /// PAXLST 266 XF, and 266 CF.
    case voyageCancelled
    case voyageChanged
    /// CUSRES 962 from the authority, with an answer for everybody listed.
    case clearance
    /// Manifest in CSV; crossing days send the share of the day's people that has come by.
    case manifest(permille: Int)
    case unreadable
}

/// A message of a voyage, before it is written.
struct PlannedMessage: Sendable {
    var content: MessageContent
    /// The moment whose state the message tells.
    var asOf: Int
    /// The moment that it gives as its own; equal for identical repeats.
    var preparedAt: Int
    var sentAt: Int
    /// The number among the voyage's messages; it makes the references and the draws.
    var ordinal: Int
    var damages: [SentMessageDamage] = []
}
