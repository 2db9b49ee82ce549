// SPDX-License-Identifier: Apache-2.0

import Civil
import Faces
import Testing

@Suite struct GalleryTests {
    private let today = known(CivilDate(year: 2026, month: 1, day: 15))
    private let later = known(CivilDate(year: 2026, month: 6, day: 30))
    private let kind = known(PictureKind("gate-camera"))

    /// A calibration of so many pairs: ever fewer impostors up to 0.4, genuine pairs from 0.3 on, four of a thousand below.
    private func calibration(impostors: Int = 400_000, engine: String = "e1") -> Calibration {
        Calibration(
            engine: engine, kind: kind,
            scores: ComparisonScores(
                genuine: (0..<5000).map { $0 < 20 ? 0.2 : 0.3 + Float($0) / 20_000 },
                impostor: (0..<impostors).map { number in
                    let share = (Float(number) + 0.5) / Float(impostors)
                    return 0.4 * (1 - share.squareRoot().squareRoot())
                }))
    }

    private func filled(_ count: Int, _ numbers: inout SeededNumbers) throws -> (
        PersonsOfInterestGallery<Int>, [FaceEmbedding]
    ) {
        var gallery = PersonsOfInterestGallery<Int>(engine: "e1")
        let faces = (0..<count).map { _ in numbers.embedding() }
        for (entry, face) in faces.enumerated() {
            try gallery.enrol(entry, FaceTemplate(face), lastDay: later, today: today)
        }
        return (gallery, faces)
    }

    @Test func `finds the enrolled and nobody for a stranger`() async throws {
        var numbers = SeededNumbers(1)
        let (gallery, faces) = try filled(300, &numbers)
        let probes = [FaceTemplate(faces[41]), FaceTemplate(numbers.embedding())]
        let found = try await gallery.search(
            probes, calibration: calibration(), falsePositiveRate: 0.01, today: today)
        #expect(found[0].map(\.entry) == [41])
        #expect(found[1].isEmpty)
    }

    @Test func `gives at most ten entries, each once with its best picture`() async throws {
        var numbers = SeededNumbers(2)
        let face = numbers.embedding()
        var gallery = PersonsOfInterestGallery<Int>(engine: "e1")
        for picture in 0..<90 {
            try gallery.enrol(picture % 15, FaceTemplate(face), lastDay: later, today: today)
        }
        let found = try await gallery.search(
            [FaceTemplate(face)], calibration: calibration(), falsePositiveRate: 0.01, today: today)
        #expect(found[0].count == 10)
        #expect(Set(found[0].map(\.entry)).count == 10)
        #expect(throws: GalleryError.tooManyPictures(limit: 6)) {
            try gallery.enrol(1, FaceTemplate(face), lastDay: later, today: today)
        }
    }

    @Test func `a kind of picture with too few pairs measured raises nothing and says so`() async throws {
        var numbers = SeededNumbers(3)
        let (gallery, faces) = try filled(300, &numbers)
        await #expect(throws: GalleryError.uncalibrated(kind: kind)) {
            try await gallery.search(
                [FaceTemplate(faces[0])], calibration: calibration(impostors: 10_000), falsePositiveRate: 0.01,
                today: today)
        }
        // Asked beforehand it says the same.
        #expect(throws: GalleryError.uncalibrated(kind: kind)) {
            try gallery.operatingStep(calibration(impostors: 10_000), falsePositiveRate: 0.01)
        }
        #expect(throws: GalleryError.otherEngine) {
            try gallery.operatingStep(calibration(engine: "e2"), falsePositiveRate: 0.01)
        }
        await #expect(throws: GalleryError.otherEngine) {
            try await gallery.search(
                [FaceTemplate(faces[0])], calibration: calibration(engine: "e2"), falsePositiveRate: 0.01, today: today)
        }
    }

    @Test func `the threshold rises with the size of the gallery and falls with the rate allowed`() throws {
        let table = calibration()
        let small = try #require(table.step(falsePositiveRate: 0.01, gallerySize: 10))
        let large = try #require(table.step(falsePositiveRate: 0.01, gallerySize: 500))
        let loose = try #require(table.step(falsePositiveRate: 0.3, gallerySize: 500))
        #expect(small.threshold < large.threshold)
        #expect(loose.threshold < large.threshold)
        #expect(abs(Calibration.falseMatchRate(falsePositiveRate: 0.01, gallerySize: 1) - 0.01) < 1e-12)
    }

    @Test func `the gallery has a cap and takes nothing that has ended`() throws {
        var numbers = SeededNumbers(4)
        var gallery = PersonsOfInterestGallery<Int>(engine: "e1", cap: 2)
        let template = FaceTemplate(numbers.embedding())
        #expect(throws: GalleryError.expired) {
            try gallery.enrol(0, template, lastDay: CivilDate(year: 2026, month: 1, day: 14)!, today: today)
        }
        try gallery.enrol(0, template, lastDay: later, today: today)
        try gallery.enrol(1, template, lastDay: later, today: today)
        #expect(throws: GalleryError.full(cap: 2)) {
            try gallery.enrol(2, template, lastDay: later, today: today)
        }
        try gallery.enrol(1, template, lastDay: later, today: today)
    }

    @Test func `an ended entry is never a candidate, and expiry forgets its pictures`() async throws {
        var numbers = SeededNumbers(5)
        var (gallery, faces) = try filled(200, &numbers)
        let soon = CivilDate(year: 2026, month: 2, day: 1)!
        let after = CivilDate(year: 2026, month: 2, day: 2)!
        faces.append(numbers.embedding())
        try gallery.enrol(200, FaceTemplate(faces[200]), lastDay: soon, today: today)
        let probe = [FaceTemplate(faces[200])]
        let table = calibration()
        let before = try await gallery.search(probe, calibration: table, falsePositiveRate: 0.01, today: soon)
        #expect(before[0].map(\.entry) == [200])
        let then = try await gallery.search(probe, calibration: table, falsePositiveRate: 0.01, today: after)
        #expect(then[0].isEmpty)
        let ended = gallery.expire(today: after)
        #expect(ended == [200])
        #expect(gallery.count == 200)
        #expect(gallery.pictures == 200)
    }

    @Test func `forgetting any entry leaves all others to be found`() async throws {
        var numbers = SeededNumbers(6)
        var (gallery, faces) = try filled(60, &numbers)
        let table = calibration()
        for _ in 0..<40 {
            let entry = Int.random(in: 0..<60, using: &numbers)
            gallery.forget(entry)
            let found = try await gallery.search(
                faces.map { FaceTemplate($0) }, calibration: table, falsePositiveRate: 0.01, today: today)
            #expect(found[entry].isEmpty)
            #expect(found.count { !$0.isEmpty } == gallery.count)
            for (place, candidates) in found.enumerated() where !candidates.isEmpty {
                #expect(candidates.map(\.entry) == [place])
            }
        }
        faces.removeAll()
    }

    @Test func `one to one is same, different or inconclusive, with the rates behind it`() throws {
        var numbers = SeededNumbers(8)
        let rule = try VerificationRule(calibration(), falseMatchRate: 1e-4, falseNonMatchRate: 0.01)
        let face = numbers.embedding()
        var gallery = VerificationGallery<String>(engine: "e1")
        gallery.enrol("holder", FaceTemplate(face))
        let found = try gallery.compare(FaceTemplate(face), with: "holder", by: rule)
        let same = try #require(found)
        #expect(same.outcome == .same)
        #expect(same.falseMatchRate.upper <= 1e-4)
        #expect(same.falseNonMatchRate.upper <= 0.01)
        #expect(rule.verify(similarity: -0.2).outcome == .different)
        #expect(rule.verify(similarity: 0.33).outcome == .inconclusive)
        let another = try gallery.compare(FaceTemplate(face), with: "another", by: rule)
        #expect(another == nil)
        let forgotten = gallery.forget("holder")
        #expect(forgotten)
        let gone = try gallery.compare(FaceTemplate(face), with: "holder", by: rule)
        #expect(gone == nil)
    }
}
