// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Watchlists

/// A picture in a list; nothing of it was opened.
public struct FaceListing: Hashable, Sendable {
    public var id: RecordID<FaceEnrolment>
    public var entry: RecordID<WatchlistEntry>
    public var engine: String
    /// Milliseconds since 1970 UTC.
    public var atMilliseconds: Int64
    public var lastDay: CivilDate
    public var isMerged: Bool
    /// Nil for pictures of before it was kept.
    public var quality: EnrolmentQuality?

    public init(
        id: RecordID<FaceEnrolment>, entry: RecordID<WatchlistEntry>, engine: String, atMilliseconds: Int64,
        lastDay: CivilDate, isMerged: Bool, quality: EnrolmentQuality? = nil
    ) {
        self.id = id
        self.entry = entry
        self.engine = engine
        self.atMilliseconds = atMilliseconds
        self.lastDay = lastDay
        self.isMerged = isMerged
        self.quality = quality
    }
}

/// The pictures of one entry, counted.
public struct FaceEntrySummary: Hashable, Sendable {
    public var entry: RecordID<WatchlistEntry>
    public var pictures: Int
    /// Those that other models described: they are not searched.
    public var elsewhere: Int
    public var merged: Int
    /// The last day of the entry.
    public var lastDay: CivilDate
    /// The best picture's, 0...100; nil where none was measured.
    public var bestGrade: Int?
    public var newestAtMilliseconds: Int64

    public init(
        entry: RecordID<WatchlistEntry>, pictures: Int, elsewhere: Int, merged: Int, lastDay: CivilDate,
        bestGrade: Int?, newestAtMilliseconds: Int64
    ) {
        self.entry = entry
        self.pictures = pictures
        self.elsewhere = elsewhere
        self.merged = merged
        self.lastDay = lastDay
        self.bestGrade = bestGrade
        self.newestAtMilliseconds = newestAtMilliseconds
    }
}

/// How much the gallery of persons of interest holds.
public struct FaceTotals: Hashable, Sendable {
    public var entries: Int
    /// Pictures by the models that described them.
    public var pictures: [String: Int]

    public init(entries: Int, pictures: [String: Int]) {
        self.entries = entries
        self.pictures = pictures
    }

    /// All pictures.
    public var all: Int { pictures.values.reduce(0, +) }

    /// Pictures that other models than these described.
    public func elsewhere(than engine: String) -> Int { all - (pictures[engine] ?? 0) }
}

/// A kept portrait that is to be described again.
public struct KeptPortrait: Sendable {
    /// Its place in the order; the next call begins behind it.
    public var number: Int64
    public var id: RecordID<FaceEnrolment>
    public var entry: RecordID<WatchlistEntry>
    public var portrait: FacePortrait

    public init(
        number: Int64, id: RecordID<FaceEnrolment>, entry: RecordID<WatchlistEntry>, portrait: FacePortrait
    ) {
        self.number = number
        self.id = id
        self.entry = entry
        self.portrait = portrait
    }
}
