// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import Safeguards
public import ServiceLifecycle
import Wording

/// The desk: HTTP interface and web pages. Runs under a service group and stops gracefully.
///
/// ```swift
/// let desk = try DeskServer(configuration: configuration, services: services, logger: logger)
/// try await desk.run()
/// ```
public struct DeskServer: Service {
    private let configuration: DeskConfiguration
    private let services: DeskServices
    private let logger: Logger
    private let sessions: SessionDesk
    private let live: LiveBoard
    private let readers: ReaderCounter
    private let faces: FaceLines
    private let gate: Gate
    private let meter = RequestMeter()
    private let onRunning: @Sendable () -> Void
    /// Every route with what it needs.
    let routes: [RouteDeclaration]

    /// `onRunning` is called once the port takes connections.
    ///
    /// - Throws: ``DeskConfigurationError`` naming all that is wrong.
    public init(
        configuration: DeskConfiguration, services: DeskServices, logger: Logger,
        onRunning: @escaping @Sendable () -> Void = {}
    ) throws(DeskConfigurationError) {
        let problems = configuration.problems()
        guard problems.isEmpty else { throw DeskConfigurationError(problems: problems) }
        self.configuration = configuration
        self.services = services
        self.logger = logger
        self.onRunning = onRunning
        sessions = SessionDesk(
            limit: configuration.sessionLimit, limits: services.policy.limits, tokeniser: services.tokeniser)
        let reader = BoardReader(services: services, configuration: configuration)
        live = LiveBoard(reader: reader, sessions: sessions, services: services, limit: configuration.boardStreams)
        readers = ReaderCounter(
            names: configuration.readers.keys, sessions: sessions, services: services,
            limit: configuration.readerStreams)
        faces = FaceLines(sessions: sessions, services: services, limit: configuration.faceStreams)
        let writer = ReplyWriter(configuration: configuration) { problem, signedIn, words, _ in
            ProblemPage(problem: problem, words: words, signedIn: signedIn).render()
        }
        gate = Gate(services: services, configuration: configuration, sessions: sessions, writer: writer, meter: meter)
        routes = DeskRoutes.all(
            board: BoardRoutes(reader: reader, live: live), readers: readers, faces: faces,
            signIn: SignInDesk(passwords: services.passwords),
            metrics: MetricRoutes(meter: meter, live: live, sessions: sessions))
    }

    /// Serves until cancelled or shut down gracefully.
    public func run() async throws {
        var application = Application(
            router: buildRouter(), server: try server(),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil),
            onServerRunning: { [onRunning] _ in onRunning() }, logger: logger)
        application.addServices(
            LiveClock(
                live: live, readers: readers, faces: faces, poll: configuration.livePoll,
                heartbeat: configuration.liveHeartbeat))
        application.addServices(
            ReadAlarmClock(services: services, interval: configuration.readAlarmLook, logger: logger))
        if let certificate = configuration.certificate {
            application.addServices(
                CertificateWatch(keeper: certificate, interval: configuration.certificateLook, logger: logger))
        }
        try await application.run()
    }

    private func server() throws -> HTTPServerBuilder {
        let shelf = ConnectionShelf<any Channel>(limit: configuration.limits.connections)
        let headTimeout = TimeAmount.seconds(Int64(configuration.limits.headSeconds))
        let plain = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [ConnectionGuard(shelf: shelf, headTimeout: headTimeout)],
                idleTimeout: .seconds(Int64(configuration.limits.idleSeconds))))
        guard let certificate = configuration.certificate else { return plain }
        return try .tls(plain, tlsConfiguration: certificate.configuration)
    }

    /// The router with all routes; for tests, and for ``run()``.
    func buildRouter() -> Router<DeskContext> {
        let router = Router(context: DeskContext.self)
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                let parameters = Dictionary(
                    context.parameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { a, _ in a })
                return await gate.answer(route, request, address: context.address, parameters: parameters)
            }
        }
        router.addMiddleware { UnknownPath(gate: gate, isSecure: configuration.isSecure) }
        return router
    }

    /// The policy that the gate asks; for tests.
    var policy: Policy { services.policy }

    /// What the pages stand on; for tests.
    var foundations: DeskServices { services }

    /// The live board and the sessions it asks; for tests.
    var liveParts: (LiveBoard, SessionDesk) { (live, sessions) }

    /// The lines of stations and reviewers; for tests.
    var faceParts: FaceLines { faces }

    /// The readers at posts; for tests.
    var readerParts: ReaderCounter { readers }
}

/// What is wrong with a desk's configuration.
public struct DeskConfigurationError: Error, CustomStringConvertible {
    public let problems: [String]

    public var description: String { "the desk cannot start: " + problems.joined(separator: "; ") }
}

/// Answers what no route knows with a page, under the same headers as everything else.
struct UnknownPath: RouterMiddleware {
    let gate: Gate
    let isSecure: Bool

    @concurrent func handle(
        _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let status = (error as? any HTTPResponseError)?.status ?? .internalServerError
            if status == .notFound { return await gate.answerUnknown(request, address: context.address) }
            return Response(
                status: status, headers: SecurityHeaders.fields(isSecure: isSecure, isImmutable: false))
        }
    }
}
