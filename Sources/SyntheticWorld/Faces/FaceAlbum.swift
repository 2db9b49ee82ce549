// SPDX-License-Identifier: Apache-2.0

public import Foundation
internal import Synchronization

/// Writes pictures of a country's people below its folder: faces/registry, faces/enrolment, faces/camera.
public struct FaceAlbum: Sendable {
    private let studio: FaceStudio
    private let cast: FaceCast
    private let folder: URL
    /// How many frames a person is before the camera; at eight a second, two seconds.
    static let framesPerPerson = 16

    /// - Parameter folder: the folder of the world.
    public init(_ country: SyntheticCountry, studio: FaceStudio, folder: URL) {
        self.studio = studio
        self.folder = folder
        cast = FaceCast(country)
    }

    /// Writes everything and returns the number of pictures.
    /// - Parameters:
    ///   - residents: at most so many photographs of the registry.
    ///   - passersBy: so many people walk up to the camera.
    public func write(residents: Int, passersBy: Int) throws -> Int {
        for path in ["faces/registry", "faces/enrolment", "faces/camera", "truth"] {
            try FileManager.default.createDirectory(at: place(path), withIntermediateDirectories: true)
        }
        let cards = cast.residents(atMost: residents)
        try together(cards.count) { number in
            try write(studio.registryPhotograph(cards[number].subject), "faces/\(card(number))")
        }
        let numbers = cards.enumerated().map { "\(card($0)),\($1.nik)\n" }
        // As cermat face import and cermat face enrol read them.
        try write(Array(("PICTURE,NIK\n" + numbers.joined()).utf8), "faces/registry.csv")
        let wanted = cast.personsOfInterest()
        try together(wanted.count) { number in
            try write(studio.enrolmentPhotograph(wanted[number]), "faces/enrolment/\(wanted[number].listID ?? "").jpg")
        }
        let entries = wanted.map { "enrolment/\($0.listID ?? "").jpg,\($0.listID ?? "")\n" }
        try write(Array(("PICTURE,ENTRY\n" + entries.joined()).utf8), "faces/enrolment.csv")
        return cards.count + wanted.count + (try film(cast.passersBy(passersBy)))
    }

    /// Frames one by one, all in one stream of JPEGs (MJPEG), and who is on each.
    private func film(_ people: [FaceSubject]) throws -> Int {
        let steps = Self.framesPerPerson
        let names = (0..<people.count * steps).map { "faces/camera/\(decimal($0 + 1, 5)).jpg" }
        try together(names.count) { number in
            try write(studio.cameraFrame(people[number / steps], step: number % steps, of: steps), names[number])
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
        return names.count
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
