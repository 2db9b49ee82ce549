// SPDX-License-Identifier: Apache-2.0

import Casework
import Faces
import TestSupport
import Testing

@Suite struct FaceTrackerTests {
    private func face(_ person: UInt64, left: Double = 100, quality: Double = 0.9) -> SeenFace {
        SeenFace(
            left: left, top: 50, width: 80, height: 100, embedding: DrawnFrame.embedding(person), quality: quality,
            view: DrawnFrame.view(person))
    }

    @Test func `a person is searched once, with the best shots, however many frames`() {
        var tracker = FaceTracker()
        var found: [FaceTracker.Person] = []
        for frame in 0..<60 {
            found += tracker.take(
                [face(1, left: 100 + Double(frame) * 10, quality: frame == 1 ? 0.95 : 0.5)],
                atMilliseconds: Int64(frame) * 200)
        }
        #expect(found.count == 1)
        #expect(found.first?.shots == 3)
        #expect(found.first.map { $0.embedding.similarity(to: DrawnFrame.embedding(1)) > 0.99 } == true)
    }

    @Test func `whose search failed is searched again, also when no frame follows`() {
        var tracker = FaceTracker()
        var found: [FaceTracker.Person] = []
        for frame in 0..<4 { found += tracker.take([face(1)], atMilliseconds: Int64(frame) * 100) }
        #expect(found.count == 1)
        for person in found { tracker.again(person) }
        let again = tracker.rest(atMilliseconds: 900)
        #expect(again.map(\.embedding) == found.map(\.embedding))
        #expect(tracker.rest(atMilliseconds: 1_900).isEmpty)
        #expect(tracker.rest(atMilliseconds: 20_000).isEmpty && tracker.count == 0)
    }

    @Test func `two who change places are two, each searched once`() {
        var tracker = FaceTracker()
        var found: [FaceTracker.Person] = []
        for frame in 0..<20 {
            let way = Double(frame) * 20
            found += tracker.take(
                [face(1, left: 100 + way), face(2, left: 500 - way)], atMilliseconds: Int64(frame) * 150)
        }
        #expect(found.count == 2)
    }

    @Test func `whoever takes the place of another is searched too`() {
        var tracker = FaceTracker()
        var found: [FaceTracker.Person] = []
        for frame in 0..<20 {
            found += tracker.take([face(frame < 10 ? 1 : 2)], atMilliseconds: Int64(frame) * 150)
        }
        #expect(found.count == 2)
    }

    /// A face that is somewhat like the first's, as a few in a hundred strangers are.
    private func lookalike() throws -> SeenFace {
        var face = face(2)
        let (one, other) = (DrawnFrame.embedding(1), DrawnFrame.embedding(2))
        face.embedding = try #require(FaceEmbedding(mean: [one, other, other, other]))
        #expect((0.2...0.39).contains(face.embedding.similarity(to: one)))
        return face
    }

    @Test(arguments: [150, 3_000]) func `who stands there next, somewhat alike, is searched too`(gap: Int64) throws {
        var tracker = FaceTracker()
        var found: [FaceTracker.Person] = []
        for frame in 0..<4 { found += tracker.take([face(1)], atMilliseconds: Int64(frame) * 150) }
        #expect(found.count == 1)
        for frame in 0..<20 {
            found += tracker.take([try lookalike()], atMilliseconds: 450 + gap + Int64(frame) * 150)
        }
        #expect(found.count == 2)
        let behind = try lookalike().embedding
        #expect(found.last.map { $0.embedding.similarity(to: behind) > 0.99 } == true)
        // Straight behind it may be the same person, who turned their head; after a gap it is somebody else.
        #expect(found.map(\.isNew) == [true, gap > 1000])
    }

    @Test(arguments: 1...2) func `who stands close behind another is not averaged with them before they are searched`(
        shots: Int
    ) throws {
        var tracker = FaceTracker()
        var found: [FaceTracker.Person] = []
        for frame in 0..<12 {
            found += tracker.take([frame < shots ? face(1) : try lookalike()], atMilliseconds: Int64(frame) * 150)
        }
        found += tracker.rest(atMilliseconds: 4_000)
        #expect(found.count == 2)
        for person in [face(1), try lookalike()] {
            #expect(found.contains { $0.embedding.similarity(to: person.embedding) > 0.99 })
        }
    }

    @Test func `who turns the head to and fro is searched twice at most, and is one person`() throws {
        var tracker = FaceTracker()
        var found: [FaceTracker.Person] = []
        for frame in 0..<60 {
            let turned = try lookalike()
            found += tracker.take([frame / 6 % 2 == 0 ? face(1) : turned], atMilliseconds: Int64(frame) * 200)
        }
        #expect(found.map(\.isNew) == [true, false])
    }

    @Test func `a poor shot of another leaves a person's shots as they are`() throws {
        var tracker = FaceTracker()
        var poor = try lookalike()
        poor.quality = 0.1
        _ = tracker.take([face(1)], atMilliseconds: 0)
        _ = tracker.take([poor], atMilliseconds: 150)
        _ = tracker.take([face(1)], atMilliseconds: 300)
        let found = tracker.take([face(1)], atMilliseconds: 450)
        #expect(found.map(\.shots) == [3])
        #expect(found.first.map { $0.embedding.similarity(to: DrawnFrame.embedding(1)) > 0.99 } == true)
        #expect(tracker.count == 1)
    }

    @Test func `whose first search came late and failed is searched once more, and then forgotten`() {
        var tracker = FaceTracker()
        _ = tracker.take([face(1)], atMilliseconds: 0)
        let late = tracker.rest(atMilliseconds: 9_000)
        #expect(late.map(\.isNew) == [true])
        for person in late { tracker.again(person) }
        let again = tracker.rest(atMilliseconds: 9_500)
        #expect(again.map(\.embedding) == late.map(\.embedding) && again.map(\.isNew) == [true])
        for person in again { tracker.again(person) }
        _ = tracker.rest(atMilliseconds: 11_000)
        #expect(tracker.count == 0)
    }

    @Test func `faces of a kind that are all much alike are told apart by what was measured of it`() throws {
        // Two strangers of whom one reaches 0.6 of the other, as among invented faces.
        let (one, other) = (DrawnFrame.embedding(1), DrawnFrame.embedding(2))
        var stranger = face(2, left: 400)
        stranger.embedding = try #require(FaceEmbedding(mean: [one, one, one, other, other, other, other]))
        #expect((0.5...0.7).contains(stranger.embedding.similarity(to: one)))
        for (alike, expected) in [(0.0, 1), (0.83, 2)] {
            var tracker = FaceTracker(alike: alike)
            var found: [FaceTracker.Person] = []
            for frame in 0..<12 {
                found += tracker.take([frame < 4 ? face(1) : stranger], atMilliseconds: Int64(frame) * 300)
            }
            #expect(found.count == expected)
        }
    }

    @Test func `poor shots are not searched with`() {
        var tracker = FaceTracker()
        for frame in 0..<20 {
            #expect(tracker.take([face(1, quality: 0.1)], atMilliseconds: Int64(frame) * 200).isEmpty)
        }
        #expect(tracker.take([face(1)], atMilliseconds: 4000).isEmpty)
        #expect(tracker.take([face(1)], atMilliseconds: 4700).count == 1)
    }

    @Test func `one good shot of a person who has gone is searched with`() {
        var tracker = FaceTracker()
        #expect(tracker.take([face(1)], atMilliseconds: 0).isEmpty)
        #expect(tracker.rest(atMilliseconds: 700).map(\.shots) == [1])
        #expect(tracker.rest(atMilliseconds: 900).isEmpty)
    }

    @Test func `forgets whoever has gone, and follows no more than it may`() {
        var tracker = FaceTracker()
        for person in 0..<200 {
            _ = tracker.take([face(UInt64(person), left: Double(person) * 200)], atMilliseconds: 1)
        }
        #expect(tracker.count == FaceTracker.mostTracks)
        _ = tracker.rest(atMilliseconds: 2000)
        _ = tracker.rest(atMilliseconds: 8001)
        #expect(tracker.count == 0)
    }
}
