// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Identity

/// `cermat registry learn`: the shares of the model from the operator's own travellers.
struct RegistryLearn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Learn the model from travellers without labels, and write it to a new file.",
        discussion: """
            Expectation maximisation over the candidates of all travellers. Nothing uses the file by itself: name it
            with --model. Look at cermat registry calibration with it first.
            """)

    @Option(help: "The index file.")
    var registry: String

    @Option(help: "A table of travellers, or - for standard input.")
    var travellers: String

    @Option(help: "The new model file.")
    var out: String

    @Option(help: "The model file to begin with instead of what ships.")
    var model: String?

    @Option(help: "Rounds at most.")
    var rounds = 10

    @Option(help: "Threads.")
    var threads = 2

    func validate() throws {
        guard rounds >= 1, threads >= 1 else { throw ValidationError("--rounds and --threads begin with 1") }
    }

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: out) else {
            throw CommandFailure.exit("\(out) is there already; a model is never overwritten")
        }
        let index = try PopulationIndex(path: registry)
        let table = try InputFile(travellers).travellers(index: registry)
        guard !table.ids.isEmpty else { throw CommandFailure.exit("there are no travellers to learn from") }
        var learner = ModelLearner(index: index, start: try ModelFile.model(model))
        var change = Double.infinity
        while learner.rounds < rounds, change > Self.still {
            let result = await TravellerResolution(index: index, threads: threads, model: learner.model).run(table)
            change = learner.learn(table, result.resolutions)
            CommandFailure.say("round \(learner.rounds): largest change of a share \(String(format: "%.3f", change))")
        }
        let learned = learner.learned(
            at: Date.now.formatted(.iso8601), index: index, lastChange: change)
        try ModelFile(path: out).write(learned)
    }

    /// A round that changes no share by more than a hundredth of it was the last.
    private static let still = 1.01
}
