// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Hummingbird
public import Logging
internal import NIOCore

/// Serves a ``SimulatedRegistry`` on loopback: `POST /dukcapil` (any path) takes questions, `GET /simulator/tally` tells
/// what was asked, `POST /simulator/behaviour` changes how it behaves.
public struct SimulatorServer: Sendable {
    private let registry: SimulatedRegistry
    private let port: Int
    private let logger: Logger
    /// A picture of 500 kB in base64, and more, so that the service itself refuses what is too large.
    private static let limitBytes = 2 * 1024 * 1024

    public init(registry: SimulatedRegistry, port: Int, logger: Logger) {
        self.registry = registry
        self.port = port
        self.logger = logger
    }

    /// Serves until cancelled.
    /// - Parameter started: told the port, which the system chose where it was 0.
    public func run(started: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        let application = Application(
            router: router(),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? port) }, logger: logger)
        try await application.run()
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("simulator/tally") { _, _ -> String in
            let tally = await registry.tally
            return #"{"answers":\#(tally.answers),"repeated":\#(tally.repeated)}"#
        }
        router.post("simulator/behaviour") { request, _ -> String in
            let words = String(buffer: try await request.body.collect(upTo: Self.limitBytes)).split(separator: " ")
            var behaviour = await registry.behaviour
            for word in words {
                guard behaviour.change(String(word)) else { throw HTTPError(.badRequest) }
            }
            await registry.set(behaviour)
            return "ok\n"
        }
        router.post("**") { request, _ -> Response in
            let body = try await request.body.collect(upTo: Self.limitBytes)
            let fields = (try? JSONSerialization.jsonObject(with: Data(body.readableBytesView))) as? [String: String]
            let behaviour = await registry.behaviour
            let isSlow = behaviour.slowPercent > 0 && Int.random(in: 0..<100) < behaviour.slowPercent
            let delay = isSlow ? behaviour.slowMilliseconds : behaviour.delayMilliseconds
            if delay > 0 { try await Task.sleep(for: .milliseconds(delay)) }
            guard let answer = await registry.answer(fields ?? [:]) else {
                return Response(status: .serviceUnavailable)
            }
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer)))
        }
        return router
    }
}

extension SimulatorBehaviour {
    /// Takes one change as `quota=100`, `delay=50`, `slow=10`, `down`, `up`, `lie`, `honest`, `shout`; false for anything
    /// else.
    public mutating func change(_ word: String) -> Bool {
        let parts = word.split(separator: "=", maxSplits: 1)
        let number = parts.count == 2 ? Int(parts[1]) : nil
        switch (parts.first.map(String.init), number) {
        case ("quota", let number?) where number >= 0: dailyQuota = number
        case ("delay", let number?) where (0...600_000).contains(number): delayMilliseconds = number
        case ("slow", let number?) where (0...100).contains(number): slowPercent = number
        case ("slow-ms", let number?) where (0...600_000).contains(number): slowMilliseconds = number
        case ("down", nil): isDown = true
        case ("up", nil): isDown = false
        case ("lie", nil): liesAboutCounts = true
        case ("honest", nil): liesAboutCounts = false
        case ("shout", nil): shouts = true
        default: return false
        }
        return true
    }
}
