// SPDX-License-Identifier: Apache-2.0

/// A date and wall-clock minute in the local time of some place, without a time zone.
///
/// Carriers' messages give times in the port's own clock (WCO/IATA API guide, DTM format 201).
public struct CivilDateTime: Hashable, Sendable, Comparable {
    public let date: CivilDate
    /// Minutes since local midnight, 0...1439.
    public let minuteOfDay: Int16

    /// Makes a time, or nil where hour or minute is out of range (24:00 is refused).
    @inlinable
    public init?(date: CivilDate, hour: Int, minute: Int) {
        guard hour >= 0, hour < 24, minute >= 0, minute < 60 else { return nil }
        self.date = date
        minuteOfDay = Int16(hour * 60 + minute)
    }

    @inlinable public var hour: Int { Int(minuteOfDay) / 60 }
    @inlinable public var minute: Int { Int(minuteOfDay) % 60 }

    @inlinable
    public static func < (a: CivilDateTime, b: CivilDateTime) -> Bool {
        a.date == b.date ? a.minuteOfDay < b.minuteOfDay : a.date < b.date
    }

    /// Minutes since 1970-01-01T00:00 of the same clock.
    public var minutesSinceEpoch: Int { date.daysSinceEpoch * 1440 + Int(minuteOfDay) }

    /// The wall-clock time `minutes` after 1970-01-01T00:00, or nil outside years 1...9999.
    public init?(minutesSinceEpoch minutes: Int) {
        let day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        guard let date = CivilDate(daysSinceEpoch: day) else { return nil }
        let rest = minutes - day * 1440
        self.init(date: date, hour: rest / 60, minute: rest % 60)
    }

    /// The wall-clock time `minutes` later on the same clock.
    public func adding(minutes: Int) -> CivilDateTime? {
        CivilDateTime(minutesSinceEpoch: minutesSinceEpoch + minutes)
    }
}

extension CivilDateTime: CustomStringConvertible {
    /// ISO 8601 without zone, `2026-01-15T09:30`.
    public var description: String { "\(date)T\(padded(hour, 2)):\(padded(minute, 2))" }

    /// Parses `YYYY-MM-DDTHH:MM` (a blank for the T and seconds are tolerated); anything else gives nil.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"),
            let date = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Int(String(decoding: bytes[11..<13], as: UTF8.self)),
            let minute = Int(String(decoding: bytes[14..<16], as: UTF8.self))
        else { return nil }
        self.init(date: date, hour: hour, minute: minute)
    }
}

extension CivilDateTime: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = CivilDateTime(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time YYYY-MM-DDTHH:MM")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
