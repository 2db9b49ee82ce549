// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Faces
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

            With --photographs it has photographs of those whom the list names: data mode gives them as FOTO, and a picture
            that is sent as FOTO is compared where the face engine is installed (cermat face engine).
            """)

    @Option(help: "The index of the residents (cermat registry build).")
    var registry: String

    @Option(help: "A CSV with PICTURE and NIK: the photographs (faces/registry.csv of cermat world --faces).")
    var photographs: String?

    @OptionGroup var engine: FaceEngineOption

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
        let album = try photographs.map { try PhotographAlbum($0).simulated(engine: engine) } ?? .none
        let registry = SimulatedRegistry(
            index: try PopulationIndex(path: registry), photographs: album, behaviour: behaviour
        ) {
            RegistryTerms.day(WallClock.nowMilliseconds)
        }
        try await SimulatorServer(registry: registry, port: port, logger: logger).run { port in
            CommandFailure.say("simulated registry on http://127.0.0.1:\(port)/dukcapil")
        }
    }
}
