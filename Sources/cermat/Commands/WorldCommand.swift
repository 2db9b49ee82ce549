// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Portraits
internal import SyntheticWorld

/// `cermat world`: a synthetic country.
struct World: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a synthetic country: residents, messages, watchlist, seizures, and the truth apart from them.",
        discussion: """
            Deterministic by seed and anchor. Messages with a time after the anchor are still to come: cermat feed sends them.
            Nobody in it exists; regions and identity numbers begin with codes that were issued to nobody.
            """)

    @Option(help: "How many residents.")
    var residents = 300_000

    @Option(help: "Days of traffic before the anchor.")
    var days = 30

    @Option(help: "Voyages a day, over all posts.")
    var voyagesPerDay = 60

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "What counts as now: \"now\" or YYYY-MM-DDTHH:MM in UTC.")
    var anchor: String?

    @Flag(help: "Only the residents.")
    var registryOnly = false

    @Flag(help: "Photographs too: of the registry, of persons of interest, and a camera's; see scripts/setup.sh heads.")
    var faces = false

    @Option(help: "At most so many photographs of registry or passport; of coming travellers first.")
    var facesOfResidents = 120

    @Option(help: "At most so many persons of interest with a photograph; all where none is given.")
    var facesOfWanted: Int?

    @Option(help: "How many people walk up to the camera.")
    var passersBy = 12

    @Option(help: "Every so manieth of them is a person of interest.")
    var wantedEvery = 3

    @Option(help: "So many people with three pictures each in faces/people, for cermat face evaluate.")
    var facesToMeasure = 0

    @Option(help: "The folder of the head shapes; .cermat/heads of the product's folder where none is given.")
    var heads: String?

    @Option(help: "The folder to make; - streams residents with --registry-only.")
    var out: String

    func run() throws {
        var output = LineOutput()
        if registryOnly, out == "-" {
            SyntheticRegistry(residents: residents, seed: seed).forEachPiece { output.addRaw($0) }
            output.flush()
            return
        }
        guard out != "-" else { throw ValidationError("--out - goes with --registry-only") }
        let country = try SyntheticCountry(configuration: try plan(), gazetteer: try ProductHome.find().gazetteer())
        let shapes = faces && !registryOnly ? try openHeads() : nil
        var sink = try FolderSink(folder: URL(fileURLWithPath: out, isDirectory: true))
        if registryOnly {
            try country.registry.forEachPiece { try sink.append($0, to: .residents) }
            try sink.finish()
            return
        }
        let count = try WorldWriter(country).write(to: &sink)
        CommandFailure.say("\(residents) residents and \(count) messages in \(out)")
        guard let shapes else { return }
        let album = FaceAlbumPlan(
            cards: facesOfResidents, wanted: facesOfWanted ?? .max, passersBy: passersBy, wantedEvery: wantedEvery,
            people: facesToMeasure)
        let pictures = try FaceAlbum(
            country, studio: FaceStudio(country, shapes: shapes), folder: URL(fileURLWithPath: out, isDirectory: true)
        ).write(album) { done, total in
            if done % 100 == 0, done < total { CommandFailure.say("\(done) of \(total) pictures") }
        }
        CommandFailure.say("\(pictures) pictures of invented people in \(out)/faces")
    }

    private func openHeads() throws -> HeadShapes {
        let folder = try heads ?? ProductHome.find().folder.appendingPathComponent(".cermat/heads").path
        do { return try HeadShapes(folder: folder) } catch { throw CommandFailure.exit("\(error)") }
    }

    private func plan() throws -> SyntheticWorldConfiguration {
        var plan = SyntheticWorldConfiguration(
            residents: residents, days: days, voyagesPerDay: voyagesPerDay, seed: seed)
        switch anchor {
        case nil: break
        case "now": plan.anchorMinutes = Int(WallClock.nowMilliseconds / 60_000)
        case let text?:
            guard let date = try? Date(String(text.prefix(16)) + ":00Z", strategy: .iso8601) else {
                throw ValidationError("--anchor is \"now\" or YYYY-MM-DDTHH:MM")
            }
            plan.anchorMinutes = Int(date.timeIntervalSince1970 / 60)
        }
        return plan
    }
}
