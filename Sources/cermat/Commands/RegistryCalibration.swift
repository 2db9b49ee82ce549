// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Identity

/// `cermat registry calibration`: whether the probabilities can be believed.
struct RegistryCalibration: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract:
            "Report calibration, weights, residents that cannot be told apart, and with labels precision and recall.")

    @Option(help: "The index file.")
    var registry: String

    @Option(help: "A table of travellers, or - for standard input.")
    var travellers: String

    @Option(help: "A table with TRAVELLER_ID and NIK, which is empty for who is not registered.")
    var labels: String?

    @Option(help: "A model file instead of what ships.")
    var model: String?

    @Option(help: "So many residents are tried for being told apart.")
    var sample = 2000

    @Option(help: "Threads.")
    var threads = 2

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let index = try PopulationIndex(path: registry)
        let model = try ModelFile.model(self.model)
        let table = try InputFile(travellers).travellers(index: registry)
        let labels = try self.labels.map { path in
            try InputFile(path).withBytes { try LabelTable($0.bindMemory(to: UInt8.self)) }
        }
        let result = await TravellerResolution(index: index, threads: threads, model: model).run(table)
        var calibration = Calibration(index: index, prior: result.prior)
        for (place, resolution) in result.resolutions.enumerated() {
            calibration.add(table.claims[place], resolution, label: labels?.labels[table.ids[place]])
        }
        calibration.measureUnlinkable(model: model, sample: max(0, sample))
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(calibration.report), as: UTF8.self))
        } else {
            for line in calibration.report.lines { print(line) }
        }
        if let skipped = labels?.skippedLines, let first = skipped.first {
            throw CommandFailure.exit("\(skipped.count) labels are no NIK, the first in line \(first)")
        }
    }
}
