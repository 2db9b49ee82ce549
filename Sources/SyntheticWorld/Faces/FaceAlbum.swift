// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Foundation
internal import Synchronization

/// Writes pictures of a country's people below its folder: faces/registry, faces/enrolment, faces/camera,
/// faces/people,
/// faces/counter.
public struct FaceAlbum: Sendable {
    private let studio: FaceStudio
    private let cast: FaceCast
    private let folder: URL
    /// How many frames a person is before the camera; at eight a second, two seconds.
    static let framesPerPerson = 16
    /// How many holders, the first ones, are also photographed at the counter.
    static let atCounter = 12
    /// A card's photograph, a file's, a camera's.
    private static let picturesForMeasuring = 3

    /// - Parameter folder: the folder of the world.
    public init(_ country: SyntheticCountry, studio: FaceStudio, folder: URL) {
        self.studio = studio
        self.folder = folder
        cast = FaceCast(country)
    }

    /// Writes everything and returns the number of pictures.
    /// - Parameter progress: told, from any thread, how many pictures of how many are written.
    public func write(_ plan: FaceAlbumPlan, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws
        -> Int
    {
        for path in ["faces/registry", "faces/enrolment", "faces/camera", "faces/people", "faces/counter", "truth"] {
            try FileManager.default.createDirectory(at: place(path), withIntermediateDirectories: true)
        }
        let cards = cast.cards(atMost: plan.cards)
        let wanted = Array(cast.personsOfInterest().prefix(plan.wanted))
        let passing = cast.passersBy(plan.passersBy, every: plan.wantedEvery)
        let people = cast.unrelated(atMost: plan.people)
        let steps = Self.framesPerPerson
        let standing = min(cards.count, Self.atCounter)
        let tally = FaceAlbumTally(
            total: cards.count + standing + wanted.count + passing.count * steps + people.count
                * Self.picturesForMeasuring,
            progress: progress)
        try together(cards.count) { number in
            try write(studio.registryPhotograph(cards[number].subject), "faces/\(card(number))")
            tally.add(1)
        }
        // The same person on another day: what an officer takes of whoever stands there.
        try together(standing) { number in
            try write(studio.enrolmentPhotograph(cards[number].subject), "faces/counter/\(decimal(number + 1, 6)).jpg")
            tally.add(1)
        }
        let numbers = cards.enumerated().map { "\(card($0)),\($1.numbers)\n" }
        // As cermat face import and cermat face enrol read them.
        try write(Array(("PICTURE,NIK,DOC_NO,DOC_ISSUER\n" + numbers.joined()).utf8), "faces/registry.csv")
        try together(wanted.count) { number in
            try write(studio.enrolmentPhotograph(wanted[number]), "faces/enrolment/\(wanted[number].listID ?? "").jpg")
            tally.add(1)
        }
        let entries = wanted.map { "enrolment/\($0.listID ?? "").jpg,\($0.listID ?? "")\n" }
        try write(Array(("PICTURE,ENTRY\n" + entries.joined()).utf8), "faces/enrolment.csv")
        try film(passing, tally)
        try together(people.count) { number in
            try measure(people[number], number)
            tally.add(Self.picturesForMeasuring)
        }
        if !people.isEmpty { try write(Array(labels(of: people).utf8), "faces/labels.csv") }
        return tally.total
    }

    /// Sex and age today of those in faces/people, as cermat face evaluate --labels reads them. A card's photograph is up to
    /// six years older than they are.
    private func labels(of people: [FaceSubject]) -> String {
        let rows = people.enumerated().map { number, subject in
            "\(folderName(number)),\(subject.sex.rawValue),\(studio.age(of: subject))\n"
        }
        return "PERSON,SEX,AGE\n" + rows.joined()
    }

    private func folderName(_ number: Int) -> String { "P\(decimal(number + 1, 4))" }

    /// Three pictures of one person in a folder of their own, as cermat face evaluate reads them.
    private func measure(_ subject: FaceSubject, _ number: Int) throws {
        let path = "faces/people/\(folderName(number))"
        try FileManager.default.createDirectory(at: place(path), withIntermediateDirectories: true)
        try write(studio.registryPhotograph(subject), path + "/card.jpg")
        try write(studio.enrolmentPhotograph(subject), path + "/file.jpg")
        let near = Self.framesPerPerson * 3 / 4
        try studio.cameraFrames(subject, of: Self.framesPerPerson, only: near..<near + 1) { _, bytes in
            try write(bytes, path + "/gate.jpg")
        }
    }

    /// Frames one by one, all in one stream of JPEGs (MJPEG), and who is on each.
    private func film(_ people: [FaceSubject], _ tally: FaceAlbumTally) throws {
        let steps = Self.framesPerPerson
        let names = (0..<people.count * steps).map { "faces/camera/\(decimal($0 + 1, 5)).jpg" }
        try together(people.count) { number in
            try studio.cameraFrames(people[number], of: steps) { step, bytes in
                try write(bytes, names[number * steps + step])
                tally.add(1)
            }
        }
        var lines = "FRAME,FILE,PERSON,LIST_ID\n"
        let stream = place("faces/camera.mjpeg")
        try Data().write(to: stream)
        let handle = try FileHandle(forWritingTo: stream)
        defer { try? handle.close() }
        for (number, name) in names.enumerated() {
            try handle.write(contentsOf: try Data(contentsOf: place(name)))
            let person = people[number / steps]
            lines += "\(number + 1),\(name),\(person.identity.label),\(person.listID ?? "")\n"
        }
        try write(Array(lines.utf8), "truth/camera.csv")
    }

    /// The file of a registry photograph, below faces/.
    private func card(_ number: Int) -> String { "registry/\(decimal(number + 1, 6)).jpg" }

    private func place(_ path: String) -> URL { folder.appendingPathComponent(path, isDirectory: false) }

    private func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: place(path)) }

    /// Does so many pieces of work on all processors; the first failure is thrown after the others ended.
    private func together(_ count: Int, _ body: @Sendable (Int) throws -> Void) throws {
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: count) { number in
            do { try body(number) } catch { failure.withLock { $0 = $0 ?? error } }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
