// SPDX-License-Identifier: Apache-2.0

public import Faces
public import Mandate

/// A camera at a post that looks for persons of interest: where, for what, and when.
public struct FaceStation: Hashable, Sendable {
    public var name: StationName
    /// Where it stands, for people; shown with the banner that it runs.
    public var place: String
    /// For which purpose it runs; whoever runs it must have declared this one.
    public var purpose: Purpose
    /// When it may run.
    public var hours: StationHours
    /// What sort of picture its camera takes: thresholds of one sort say nothing of another.
    public var kind: PictureKind
    /// What the officer there does with a confirmed match.
    public var instruction: String

    public init(
        name: StationName, place: String, purpose: Purpose, hours: StationHours, kind: PictureKind, instruction: String
    ) {
        self.name = name
        self.place = place
        self.purpose = purpose
        self.hours = hours
        self.kind = kind
        self.instruction = instruction
    }
}

/// Hours of a day by the post's clock; over midnight where they end before they begin.
public struct StationHours: Hashable, Sendable, CustomStringConvertible {
    /// Minutes of the day, 0...1439.
    public let from: Int
    /// Minutes of the day at which they are over, 0...1440.
    public let until: Int

    /// The whole day.
    public static let always = StationHours(from: 0, until: 1440)

    private init(from: Int, until: Int) { (self.from, self.until) = (from, until) }

    /// Reads `06:00-22:00`; nil for anything else, and for hours that are none.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = StationHours.minutes(ends[0]), let until = StationHours.minutes(ends[1]),
            from != until, from < 1440
        else { return nil }
        self.init(from: from, until: until)
    }

    /// Whether a minute of the day lies in them.
    public func contains(minute: Int) -> Bool {
        from < until ? (from..<until).contains(minute) : minute >= from || minute < until
    }

    /// Whether a moment lies in them at a place so many minutes ahead of UTC.
    public func contains(milliseconds: Int64, utcOffsetMinutes: Int) -> Bool {
        let minutes = (milliseconds / 60_000 + Int64(utcOffsetMinutes)) % 1440
        return contains(minute: Int(minutes < 0 ? minutes + 1440 : minutes))
    }

    public var description: String { StationHours.text(from) + "-" + StationHours.text(until) }

    private static func minutes(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minutes: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
