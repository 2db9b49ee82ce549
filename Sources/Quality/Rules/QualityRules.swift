// SPDX-License-Identifier: Apache-2.0

/// By when carriers' messages are due, and how much is forgiven: values that a unit sets, with defaults.
///
/// Facts are made with the rules in force when a message is screened; after a change `cermat rebuild` makes them anew.
public struct QualityRules: Hashable, Sendable, Codable {
    /// Minutes after departure by which a passenger or crew list is due.
    ///
    /// WCO/IATA/ICAO API guidelines: lists are sent at the close of check-in; a quarter of an hour is forgiven.
    public var listMinutesAfterDeparture: Int
    /// Minutes after departure by which the close-out is due: when the doors are shut the list is final.
    public var closeOutMinutesAfterDeparture: Int
    /// Hours before departure at which bookings are pushed, the earliest first; 0 is the push at departure.
    ///
    /// The usual agreement (PNRGOV principles document): 72, 48 and 24 hours before and at departure.
    public var bookingPushHours: [Int]
    /// Minutes by which a push may come after its time.
    public var bookingPushToleranceMinutes: Int
    /// Minutes before arrival (for departures: before departure) by which a ship's or vehicle's list is due.
    public var manifestMinutesBefore: Int
    /// Minutes between the sender's clock and receipt above which a message was held up on its way.
    public var deliveryMinutes: Int
    /// Of how many earlier weeks the same weekday is looked at for voyages to expect, and in how many one must be seen.
    public var timetableWeeks: Int
    public var timetableSeen: Int

    public init(
        listMinutesAfterDeparture: Int = 15, closeOutMinutesAfterDeparture: Int = 60,
        bookingPushHours: [Int] = [72, 48, 24, 0], bookingPushToleranceMinutes: Int = 60,
        manifestMinutesBefore: Int = 0, deliveryMinutes: Int = 30, timetableWeeks: Int = 4, timetableSeen: Int = 2
    ) {
        self.listMinutesAfterDeparture = listMinutesAfterDeparture
        self.closeOutMinutesAfterDeparture = closeOutMinutesAfterDeparture
        self.bookingPushHours = bookingPushHours
        self.bookingPushToleranceMinutes = bookingPushToleranceMinutes
        self.manifestMinutesBefore = manifestMinutesBefore
        self.deliveryMinutes = deliveryMinutes
        self.timetableWeeks = timetableWeeks
        self.timetableSeen = timetableSeen
    }

    /// Everything that is wrong with the values, in words for who wrote them; empty where they can be used.
    public var problems: [String] {
        var found: [String] = []
        let day = 1440
        for (name, value) in [
            ("listMinutesAfterDeparture", listMinutesAfterDeparture),
            ("closeOutMinutesAfterDeparture", closeOutMinutesAfterDeparture),
            ("bookingPushToleranceMinutes", bookingPushToleranceMinutes),
            ("manifestMinutesBefore", manifestMinutesBefore), ("deliveryMinutes", deliveryMinutes),
        ] where !(-7 * day...7 * day).contains(value) {
            found.append("\(name) is \(value); minutes within a week are expected")
        }
        if bookingPushHours.count > 12 || bookingPushHours.contains(where: { !(0...720).contains($0) })
            || zip(bookingPushHours, bookingPushHours.dropFirst()).contains(where: { $0 <= $1 })
        {
            found.append("bookingPushHours must fall, from at most 720 to at least 0, at most 12 of them")
        }
        if !(1...12).contains(timetableWeeks) || !(1...timetableWeeks).contains(timetableSeen) {
            found.append("timetableWeeks must be 1 to 12, and timetableSeen at most as many")
        }
        return found
    }
}
