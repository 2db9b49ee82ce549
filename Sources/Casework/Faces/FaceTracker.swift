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
        /// Which of those followed it is.
        let track: Int
        /// What the mean is of.
        let best: [SeenFace]
    }

    private struct Track {
        let number: Int
        var last: SeenFace
        var seenAt: Int64
        var shots: [SeenFace] = []
        var firstShotAt: Int64?
        var isSearched = false
        /// What was searched with last.
        var searched: FaceEmbedding?
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
    /// Two faces at one place, one straight after the other, are one person from here on; at different places, or after a
    /// gap, they must be more alike.
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
            tracks.append(Track(number: begun, last: faces[face], seenAt: now))
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
        tracks[index].shots = person.best
    }

    /// Which face belongs to which track, the likeliest pairs first.
    private func pairs(_ faces: [SeenFace], _ now: Int64) -> [(track: Int, face: Int)] {
        var found: [(track: Int, face: Int, weight: Double)] = []
        for (index, track) in tracks.enumerated() {
            for (number, face) in faces.enumerated() {
                let likeness = track.last.embedding.similarity(to: face.embedding)
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
        guard face.quality >= Self.leastQuality else { return }
        if tracks[index].isSearched {
            // Somebody close behind may have slipped into the place of who was searched: better twice than never.
            guard let searched = tracks[index].searched, searched.similarity(to: face.embedding) < alikeElsewhere
            else { return }
            tracks[index].isSearched = false
            tracks[index].firstShotAt = nil
        }
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
            guard let view = best.first?.view, let mean = FaceEmbedding(mean: best.map(\.embedding)) else { continue }
            tracks[index].searched = mean
            found.append(
                Person(
                    embedding: mean, view: view, shots: best.count, track: tracks[index].number, best: best))
        }
        tracks.removeAll { track in
            now - track.seenAt >= Self.forgottenMilliseconds
                || (track.firstShotAt == nil && now - track.seenAt >= Self.goneMilliseconds)
        }
        return found
    }
}
