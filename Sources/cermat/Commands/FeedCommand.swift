// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation

/// `cermat feed`: sends a synthetic country's messages as its carriers would.
struct Feed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send a synthetic country's messages: what was sent so far at once, or the rest at its pace.",
        discussion: """
            With --history the messages sent up to now go straight into the data folder,
            as received and screened when they were sent. Without it the feeder goes on from
            there: it writes each message into the watched folder as NAME.part and renames it, as carriers' gateways do.
            """)

    @Option(help: "The folder that cermat world made.")
    var world: String

    @Flag(help: "Take in everything that was sent up to now, then end.")
    var history = false

    @Option(name: .customLong("data"), help: "With --history: the data folder.")
    var data: String?

    @Option(help: "The watched folder to write into.")
    var folder: String?

    @Option(help: "How many times faster than life.")
    var pace: Double = 1

    func validate() throws {
        if history, data == nil { throw ValidationError("--history needs --data") }
        if !history, folder == nil { throw ValidationError("name the watched folder with --folder") }
        if !(pace > 0 && pace <= 100_000) { throw ValidationError("--pace is above 0 and at most 100000") }
    }

    func run() async throws {
        var feeder = try Feeder(world: world)
        if let data, history {
            let files = try feeder.takeHistory(until: Date())
            CommandFailure.say("\(files.count) messages were sent up to now")
            let folder = try DataFolder(opening: data)
            _ = try await MessageIngestion(folder, printsReceipts: false).ingest(
                files.map(\.path),
                times: Dictionary(files.map { ($0.path, $0.sentAt) }, uniquingKeysWith: { a, _ in a }))
            try await ScreeningLoop(folder).drain(progress: true)
        } else if let folder {
            try await feeder.run(into: folder, pace: pace)
        }
    }
}
