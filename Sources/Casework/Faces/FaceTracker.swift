// SPDX-License-Identifier: Apache-2.0

public import Faces

/// Follows faces over the frames of one camera by place and likeness, so that a person is searched once and not once a
/// frame. A value in memory: whoever goes out of sight is forgotten in seconds.
public struct FaceTracker: Sendable {
    /// A person whose best shots are to be searched now.
    public struct Person: Hashable, Sendable {
        /// The mean of the best shots.
        public var embedding: FaceEmbedding
        /// The best shot.
        public var view: Picture
        /// How many shots the mean is of.
        public var shots: Int
        /// False where it may be somebody who was searched a moment ago and only turned their head: not counted again.
        public var isNew: Bool
        /// Which of those followed it is.
        let track: Int
        /// What the mean is of.
        let best: [SeenFace]
    }

    private struct Track {
        let number: Int
        /// The track in whose place it began, so that it may be the same person.
        let behind: Int?
        var last: SeenFace
        var seenAt: Int64
        var shots: [SeenFace] = []
        var firstShotAt: Int64?
        var isSearched = false
        /// What was searched with.
        var searched: FaceEmbedding?
        /// When it was searched first, whether or not that failed.
        var searchedAt: Int64?
        /// Nil before it was searched.
        var isNew: Bool?

        /// Who it is, as far as good shots tell.
        var known: FaceEmbedding? { shots.isEmpty ? searched : FaceEmbedding(mean: shots.map(\.embedding)) }
    }

    private var tracks: [Track] = []
    private var begun = 0

    /// The most shots that a search takes the mean of.
    public static let mostShots = 3
    /// The most people who are followed; others wait until somebody has gone.
    public static let mostTracks = 64
    /// A shot of less is not searched with.
    public static let leastQuality = 0.25
    /// After so long a person is searched with the shots that there are.
    static let patienceMilliseconds: Int64 = 600
    /// After so long out of sight a person who is still to be searched is, and one who was is forgotten.
    static let goneMilliseconds: Int64 = 1500
    static let forgottenMilliseconds: Int64 = 8000
    /// So long a person is kept after a first search that came late, since it may fail.
    static let retryMilliseconds: Int64 = 2000
    /// Two faces at one place, one straight after the other, may be one person from here on; at different places, or after
    /// a gap, or to be searched as one, they must be more alike.
    private let alikeThere: Double
    private let alikeElsewhere: Double
    private static let leastOverlap = 0.2

    /// - Parameter alike: the cosine from which two faces of the camera's kind of picture are held to be of one person; never
    ///   taken to be less than photographs of people ask for.
    public init(alike: Double = 0) {
        alikeElsewhere = max(0.4, alike)
        alikeThere = alikeElsewhere - 0.25
    }

    /// How many people are followed.
    public var count: Int { tracks.count }

    /// Takes the faces of the next frame; returns who is to be searched now.
    public mutating func take(_ faces: [SeenFace], atMilliseconds now: Int64) -> [Person] {
        var free = Set(faces.indices)
        for (track, face) in pairs(faces, now) {
            free.remove(face)
            note(faces[face], in: track, now)
        }
        for face in free.sorted() where tracks.count < Self.mostTracks {
            begun += 1
            let behind = predecessor(of: faces[face], now)
            tracks.append(Track(number: begun, behind: behind, last: faces[face], seenAt: now))
            note(faces[face], in: tracks.count - 1, now)
        }
        return ripe(now)
    }

    /// Takes the time: who has gone is searched with what there is, or forgotten.
    public mutating func rest(atMilliseconds now: Int64) -> [Person] { ripe(now) }

    /// Takes a person back whose search failed: they are searched again while they are followed.
    public mutating func again(_ person: Person) {
        guard let index = tracks.firstIndex(where: { $0.number == person.track }) else { return }
        tracks[index].isSearched = false
        tracks[index].searched = nil
        tracks[index].isNew = person.isNew
        tracks[index].shots = person.best
    }

    /// The track that stood a moment ago where a face is now; of several the one that is most like it.
    private func predecessor(of face: SeenFace, _ now: Int64) -> Int? {
        tracks.filter { now - $0.seenAt < Self.goneMilliseconds && $0.last.overlap(face) >= Self.leastOverlap }
            .max {
                $0.last.embedding.similarity(to: face.embedding) < $1.last.embedding.similarity(to: face.embedding)
            }?
            .number
    }

    /// Which face belongs to which track, the likeliest pairs first.
    private func pairs(_ faces: [SeenFace], _ now: Int64) -> [(track: Int, face: Int)] {
        var found: [(track: Int, face: Int, weight: Double)] = []
        for (index, track) in tracks.enumerated() {
            let known = track.known
            for (number, face) in faces.enumerated() {
                var likeness = track.last.embedding.similarity(to: face.embedding)
                if face.quality >= Self.leastQuality, let known {
                    let toKnown = known.similarity(to: face.embedding)
                    // Somebody close behind may have slipped into the place: no mean of two people, better twice than never.
                    guard toKnown >= alikeElsewhere else { continue }
                    likeness = max(likeness, toKnown)
                }
                let overlap = track.last.overlap(face)
                let isThere =
                    overlap >= Self.leastOverlap && likeness >= alikeThere
                    && now - track.seenAt < Self.goneMilliseconds
                if isThere || likeness >= alikeElsewhere { found.append((index, number, likeness + overlap)) }
            }
        }
        var (usedTracks, usedFaces): (Set<Int>, Set<Int>) = ([], [])
        return found.sorted { $0.weight > $1.weight }.compactMap { pair in
            guard !usedTracks.contains(pair.track), !usedFaces.contains(pair.face) else { return nil }
            usedTracks.insert(pair.track)
            usedFaces.insert(pair.face)
            return (pair.track, pair.face)
        }
    }

    private mutating func note(_ face: SeenFace, in index: Int, _ now: Int64) {
        tracks[index].last = face
        tracks[index].seenAt = now
        guard face.quality >= Self.leastQuality, !tracks[index].isSearched else { return }
        if tracks[index].firstShotAt == nil { tracks[index].firstShotAt = now }
        tracks[index].shots.append(face)
    }

    private mutating func ripe(_ now: Int64) -> [Person] {
        var found: [Person] = []
        for index in tracks.indices where !tracks[index].isSearched {
            guard let first = tracks[index].firstShotAt else { continue }
            let isReady =
                tracks[index].shots.count >= Self.mostShots || now - first >= Self.patienceMilliseconds
                || now - tracks[index].seenAt >= Self.goneMilliseconds
            guard isReady else { continue }
            let best = tracks[index].shots.sorted { $0.quality > $1.quality }
            tracks[index].isSearched = true
            tracks[index].shots = []
            tracks[index].searchedAt = tracks[index].searchedAt ?? now
            guard let view = best.first?.view, let mean = FaceEmbedding(mean: best.map(\.embedding)) else { continue }
            let isNew = tracks[index].isNew ?? !isKnown(mean, tracks[index])
            tracks[index].searched = mean
            tracks[index].isNew = isNew
            found.append(
                Person(
                    embedding: mean, view: view, shots: best.count, isNew: isNew, track: tracks[index].number,
                    best: best))
        }
        tracks.removeAll { track in
            let mayFail = track.searchedAt.map { now - $0 < Self.retryMilliseconds } ?? false
            return now - track.seenAt >= Self.forgottenMilliseconds && !mayFail
                || (track.firstShotAt == nil && now - track.seenAt >= Self.goneMilliseconds)
        }
        return found
    }

    /// Whether somebody who was searched already may be the same person. In doubt they are: too small a count of people makes
    /// the share of false alerts look larger, never smaller.
    private func isKnown(_ mean: FaceEmbedding, _ track: Track) -> Bool {
        tracks.contains { other in
            guard other.number != track.number, let searched = other.searched else { return false }
            let isNeighbour = other.number == track.behind || other.behind == track.number
            return searched.similarity(to: mean) >= (isNeighbour ? alikeThere : alikeElsewhere)
        }
    }
}
