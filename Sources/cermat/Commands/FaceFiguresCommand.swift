// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Gazetteer
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// `cermat face figures`: what became of stations' reviews.
struct FaceFiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Show by station, kind of picture and month what became of reviews, and the share of false alerts.",
        discussion: "Counts alone, nobody in them. Shares carry Wilson's 95 % interval.")

    @OptionGroup var data: DataOption

    @Option(help: "So many months, this one included: 1 to 120.")
    var months = 12

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        guard (1...120).contains(months) else { throw ValidationError("--months is 1 to 120") }
        let folder = try data.open()
        let live = folder.liveTables
        let figures = try await FaceFigures.read(
            folder.store, months: months, allowed: try folder.readPolicy().faces.falsePositiveRate,
            atMilliseconds: WallClock.nowMilliseconds
        ) { live.current.port($0.description)?.utcOffsetMinutes ?? 420 }
        var output = LineOutput()
        let report = FaceFiguresReport(figures)
        for line in json ? [try report.json()] : report.lines() { output.add(line) }
        output.flush()
    }
}
