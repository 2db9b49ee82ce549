// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Identity
internal import Logging
internal import RegistrySimulator

/// `cermat registry simulate`: a simulator of the registry's web service, for trying and for tests.
struct RegistrySimulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Serve a simulated registry of invented residents on loopback.",
        discussion: """
            It answers as public client code shows the real services to answer: data and verification mode, errors with
            HTTP 200, a daily quota. Each --behave is one of quota=N, delay=MS, slow=PERCENT, slow-ms=MS, down, up, lie,
            honest, shout; POST /simulator/behaviour changes it while it runs (words parted by blanks), GET
            /simulator/tally tells how much was asked. User and password are both: cermat
            """)

    @Option(help: "The index of the residents (cermat registry build).")
    var registry: String

    @Option(help: "The port on 127.0.0.1; 0 lets the system choose and prints it.")
    var port = 8091

    @Option(name: .long, parsing: .upToNextOption, help: "How it behaves.")
    var behave: [String] = []

    func run() async throws {
        var behaviour = SimulatorBehaviour()
        for word in behave {
            guard behaviour.change(word) else { throw ValidationError("--behave: \(word) is not known; see --help") }
        }
        var logger = Logger(label: "registry-simulator")
        logger.logLevel = .warning
        let registry = SimulatedRegistry(index: try PopulationIndex(path: registry), behaviour: behaviour) {
            RegistryTerms.day(WallClock.nowMilliseconds)
        }
        try await SimulatorServer(registry: registry, port: port, logger: logger).run { port in
            CommandFailure.say("simulated registry on http://127.0.0.1:\(port)/dukcapil")
        }
    }
}
