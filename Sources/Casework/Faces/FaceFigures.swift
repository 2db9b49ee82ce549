// SPDX-License-Identifier: Apache-2.0

public import Faces
public import Mandate

/// The operator's own figures of stations and reviewers, counted from the decision log: by station, kind of picture and
/// month in which a review began. No person is in them.
public struct FaceFigures: Sendable {
    /// What a row is of.
    public struct Key: Hashable, Sendable, Comparable {
        public let station: StationName
        /// Nil in records of before it was noted.
        public let kind: PictureKind?
        public let month: FigureMonth

        public static func < (a: Key, b: Key) -> Bool {
            (a.station, a.kind?.name ?? "", a.month) < (b.station, b.kind?.name ?? "", b.month)
        }
    }

    /// The most decisions that are read for one answer.
    public static let mostDecisions = 100_000

    /// By station, kind and month, in that order.
    public let rows: [(key: Key, counts: FaceCounts)]
    /// All months of a station and kind together, in the same order.
    public let stations: [(station: StationName, kind: PictureKind?, counts: FaceCounts)]
    public let total: FaceCounts
    /// The share of strangers who may raise an alert, as the policy says.
    public let allowed: Double
    /// The first month that is counted.
    public let from: FigureMonth
    /// Whether there were more decisions than are read: the earliest are left out.
    public let isCut: Bool

    /// - Parameters:
    ///   - records: decisions of the kinds `face` and `faceCount` in any order.
    ///   - from: reviews that began in an earlier month of their station's clock are left out.
    ///   - utcOffset: minutes ahead of UTC of a post's clock.
    public init(
        _ records: [DecisionRecord], from: FigureMonth, allowed: Double, isCut: Bool = false,
        utcOffset: (PostCode) -> Int
    ) {
        var reviews = ReviewLives()
        var counts: [Key: FaceCounts] = [:]
        let ordered = records.sorted { ($0.atMilliseconds, $0.id) < ($1.atMilliseconds, $1.id) }
        // A review may begin and end within one millisecond.
        for record in ordered where record.decision.isFaceOpening {
            if case .face(let decision) = record.decision {
                reviews.take(decision, atMilliseconds: record.atMilliseconds)
            }
        }
        for record in ordered where !record.decision.isFaceOpening {
            guard case .face(let decision) = record.decision else { continue }
            if case .searched(let station, let kind, let people) = decision {
                let month = FigureMonth(
                    atMilliseconds: record.atMilliseconds, utcOffsetMinutes: utcOffset(station.post))
                counts[Key(station: station, kind: kind, month: month), default: FaceCounts()].searched += people
            } else {
                reviews.take(decision, atMilliseconds: record.atMilliseconds)
            }
        }
        for life in reviews.all {
            let month = FigureMonth(
                atMilliseconds: life.openedAtMilliseconds, utcOffsetMinutes: utcOffset(life.station.post))
            counts[Key(station: life.station, kind: life.kind, month: month), default: FaceCounts()].count(life)
        }
        let kept = counts.filter { $0.key.month >= from }
        rows = kept.sorted { $0.key < $1.key }.map { (key: $0.key, counts: $0.value) }
        total = kept.values.reduce(FaceCounts(), +)
        var groups: [(station: StationName, kind: PictureKind?, counts: FaceCounts)] = []
        for row in rows {
            if let last = groups.last, last.station == row.key.station, last.kind == row.key.kind {
                groups[groups.count - 1].counts = last.counts + row.counts
            } else {
                groups.append((row.key.station, row.key.kind, row.counts))
            }
        }
        stations = groups
        self.allowed = allowed
        self.from = from
        self.isCut = isCut
    }
}

extension Decision {
    fileprivate var isFaceOpening: Bool {
        if case .face(.opened) = self { true } else { false }
    }
}
