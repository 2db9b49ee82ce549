// SPDX-License-Identifier: Apache-2.0

extension QualityRules {
    private enum Key: String, CodingKey, CaseIterable {
        case listMinutesAfterDeparture, closeOutMinutesAfterDeparture, bookingPushHours, bookingPushToleranceMinutes
        case manifestMinutesBefore, deliveryMinutes, timetableWeeks, timetableSeen
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Reads the values that are given; the others keep their defaults. An unknown name is an error.
    public init(from decoder: any Decoder) throws {
        let known = Set(Key.allCases.map(\.rawValue))
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [key], debugDescription: "\(key.stringValue) is no rule of quality"))
        }
        self.init()
        let values = try decoder.container(keyedBy: Key.self)
        func read(_ key: Key, _ place: WritableKeyPath<QualityRules, Int>) throws {
            if let value = try values.decodeIfPresent(Int.self, forKey: key) { self[keyPath: place] = value }
        }
        try read(.listMinutesAfterDeparture, \.listMinutesAfterDeparture)
        try read(.closeOutMinutesAfterDeparture, \.closeOutMinutesAfterDeparture)
        try read(.bookingPushToleranceMinutes, \.bookingPushToleranceMinutes)
        try read(.manifestMinutesBefore, \.manifestMinutesBefore)
        try read(.deliveryMinutes, \.deliveryMinutes)
        try read(.timetableWeeks, \.timetableWeeks)
        try read(.timetableSeen, \.timetableSeen)
        if let hours = try values.decodeIfPresent([Int].self, forKey: .bookingPushHours) { bookingPushHours = hours }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(listMinutesAfterDeparture, forKey: .listMinutesAfterDeparture)
        try values.encode(closeOutMinutesAfterDeparture, forKey: .closeOutMinutesAfterDeparture)
        try values.encode(bookingPushHours, forKey: .bookingPushHours)
        try values.encode(bookingPushToleranceMinutes, forKey: .bookingPushToleranceMinutes)
        try values.encode(manifestMinutesBefore, forKey: .manifestMinutesBefore)
        try values.encode(deliveryMinutes, forKey: .deliveryMinutes)
        try values.encode(timetableWeeks, forKey: .timetableWeeks)
        try values.encode(timetableSeen, forKey: .timetableSeen)
    }
}
