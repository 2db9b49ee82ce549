// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Hummingbird
import Mandate
import NIOCore
import Safeguards
import Synchronization
import Wording

/// What every request passes, in this order: rate, origin, session, body, form token, policy with purpose, handler, and
/// the audit record that is on disk before the first byte leaves.
final class Gate: Sendable {
    private let services: DeskServices
    private let configuration: DeskConfiguration
    private let sessions: SessionDesk
    private let limiter: Mutex<RateLimiter<String>>
    private let feedLimiter: Mutex<RateLimiter<String>>
    private let budget: BodyBudget
    private let writer: ReplyWriter
    private let meter: RequestMeter

    init(
        services: DeskServices, configuration: DeskConfiguration, sessions: SessionDesk, writer: ReplyWriter,
        meter: RequestMeter
    ) {
        self.meter = meter
        self.services = services
        self.configuration = configuration
        self.sessions = sessions
        self.writer = writer
        limiter = Mutex(RateLimiter(configuration.requestLimit))
        feedLimiter = Mutex(RateLimiter(configuration.limits.feed))
        budget = BodyBudget(limitBytes: configuration.limits.bodyMegabytes * 1024 * 1024)
    }

    /// Answers a request to a route, and counts it.
    func answer(_ route: RouteDeclaration, _ request: Request, address: String, parameters: [String: String]) async
        -> Response
    {
        let start = ContinuousClock.now
        let response = await answered(route, request, address: address, parameters: parameters)
        meter.note(
            method: route.method, route: route.path, status: response.status.code, took: start.duration(to: .now))
        return response
    }

    private func answered(
        _ route: RouteDeclaration, _ request: Request, address: String, parameters: [String: String]
    ) async -> Response {
        let arrival = Arrival(request, route: route, configuration: configuration, services: services)
        do {
            let now = services.now()
            let entrance = try await entrance(of: arrival, route, now: now)
            if case .refused(let wait) = await admit(arrival, entrance, address: address, now: now) {
                throw DeskError.tooMany(retryAfterSeconds: Int(wait / 1000) + 1)
            }
            return try await admitted(
                route, arrival, request, entrance: entrance, address: address, parameters: parameters, now: now)
        } catch {
            return await writer.failure(DeskError(error), signedIn: nil, arrival: arrival)
        }
    }

    /// Spends one request of whoever asks.
    ///
    /// Behind a proxy all share one address: a feed has a bucket of its own and so has each session, so that a flood on
    /// one never keeps the others out. A token that no longer opens spends nothing of its feed's.
    private func admit(_ arrival: Arrival, _ entrance: FeedEntrance?, address: String, now: Int64) async
        -> RateVerdict
    {
        if case .open(let feed) = entrance {
            return feedLimiter.withLock { $0.take(feed, atMilliseconds: now) }
        }
        var key = address
        if let token = arrival.sessionToken, await sessions.find(token, now: now, touching: false) != nil {
            key = "session:" + token.csrfToken
        }
        return limiter.withLock { $0.take(key, atMilliseconds: now) }
    }

    private func admitted(
        _ route: RouteDeclaration, _ arrival: Arrival, _ request: Request, entrance: FeedEntrance?, address: String,
        parameters: [String: String],
        now: Int64
    ) async throws -> Response {
        let feed = try await feed(by: entrance, route, address: address, now: now)
        let isMachine =
            feed != nil || (arrival.reader != nil && route.access == .reader)
            || (arrival.camera != nil && route.isForCameras)
            || (arrival.isScraper && route.access == .metrics)
        let token = isMachine ? nil : arrival.sessionToken
        var signedIn: SignedIn?
        if let token {
            signedIn = try await sessions.entitled(
                token, now: now, touching: !arrival.isEventStream, services: services)
        }
        do {
            try checkOrigin(arrival, isMachine: isMachine)
            try checkAccess(route, signedIn, isMachine: isMachine, now: now)
            let held = Mutex(0)
            defer { budget.give(back: held.withLock { $0 }) }
            let body = try await arrival.readBody(request) { [budget] bytes in
                guard arrival.isBudgeted else { return true }
                guard budget.take(bytes) else { return false }
                held.withLock { $0 += bytes }
                return true
            }
            let form = arrival.form(body)
            try checkForm(route, arrival, form, signedIn: signedIn, isMachine: isMachine)
            var notice: SignedIn.Notice?
            if let token, signedIn != nil, !route.isInterface, route.method == .get {
                notice = await sessions.takeNotice(token)
            }
            let language = signedIn?.language ?? arrival.language
            let door = arrival.doorToken
            let visit = Visit(
                services: services, configuration: configuration, sessions: sessions, action: route.access.action,
                signedIn: signedIn, token: token, formToken: signedIn == nil ? door.csrfToken : token?.csrfToken ?? "",
                now: now, words: Words(language), path: arrival.path, parameters: parameters, query: arrival.query,
                form: form, body: body, address: address, feed: feed, reader: isMachine ? arrival.reader : nil,
                camera: isMachine ? arrival.camera : nil,
                notice: notice)
            var reply = try await route.handler(visit)
            if let feed, reply.status.code >= 400 { services.feeds.refusals.count(feed, atMilliseconds: now) }
            if signedIn == nil, route.access == .open, arrival.isNewDoor, case .page = reply.body {
                reply.cookies.append(.set(name: .door, value: door.cookieValue))
            }
            try await record(reply, of: route, signedIn, now: now)
            return writer.response(reply)
        } catch {
            if let feed { services.feeds.refusals.count(feed, atMilliseconds: now) }
            let problem = DeskError(error)
            guard await recordRefusal(problem, of: route, signedIn, address: address, now: now) else {
                return await writer.failure(.unavailable, signedIn: signedIn, arrival: arrival)
            }
            return await writer.failure(problem, signedIn: signedIn, arrival: arrival)
        }
    }

    /// Answers an address that no route knows, in the reader's language.
    func answerUnknown(_ request: Request, address: String) async -> Response {
        let start = ContinuousClock.now
        let response = await answeredUnknown(request, address: address)
        meter.note(
            method: .get, route: RequestMeter.unknownRoute, status: response.status.code,
            took: start.duration(to: .now))
        return response
    }

    private func answeredUnknown(_ request: Request, address: String) async -> Response {
        let path = request.uri.path
        let unknown = RouteDeclaration.get(path, .open, isInterface: path.hasPrefix("/api/")) { _ in
            throw DeskError.notFound
        }
        let arrival = Arrival(request, route: unknown, configuration: configuration, services: services)
        let now = services.now()
        if case .refused(let wait) = limiter.withLock({ $0.take(address, atMilliseconds: now) }) {
            return await writer.failure(
                .tooMany(retryAfterSeconds: Int(wait / 1000) + 1), signedIn: nil, arrival: arrival)
        }
        var signedIn: SignedIn?
        if let token = arrival.sessionToken { signedIn = await sessions.find(token, now: now, touching: false) }
        return await writer.failure(.notFound, signedIn: signedIn, arrival: arrival)
    }

    /// What the bearer token opens on a route of feeds; nil where it is no feed's.
    private func entrance(of arrival: Arrival, _ route: RouteDeclaration, now: Int64) async throws -> FeedEntrance? {
        guard route.isForFeeds, let bearer = arrival.bearer else { return nil }
        if let feed = arrival.feed { return .open(feed) }
        return try await services.feeds.tokens(atMilliseconds: now).entrance(bearer, atMilliseconds: now)
    }

    /// The feed that shows its token; a token that no longer opens is refused, with a record that names the feed.
    private func feed(
        by entrance: FeedEntrance?, _ route: RouteDeclaration, address: String, now: Int64
    ) async throws -> String? {
        switch entrance {
        case .open(let name): return name
        case .closed(let name):
            services.feeds.refusals.count(name, atMilliseconds: now)
            let isRecorded = await recordRefusal(
                .notSignedIn, of: route, nil, address: address, now: now, subjects: ["feed:\(name)"])
            throw isRecorded ? DeskError.notSignedIn : .unavailable
        case nil: return nil
        }
    }

    /// A form must come from our own pages.
    private func checkOrigin(_ arrival: Arrival, isMachine: Bool) throws(DeskError) {
        if isMachine || arrival.isSafeMethod { return }
        guard arrival.isSameOrigin else { throw .forged }
    }

    private func checkAccess(
        _ route: RouteDeclaration, _ signedIn: SignedIn?, isMachine: Bool, now: Int64
    ) throws(DeskError) {
        switch route.access {
        case .open: return
        case .feed where isMachine, .camera where isMachine: return
        case .reader, .metrics:
            guard isMachine else { throw .notSignedIn }
        case .signedIn:
            guard signedIn != nil else { throw .notSignedIn }
        case .policy(let action), .record(let action), .feed(let action), .camera(let action):
            guard let signedIn, !signedIn.mustChangePassword else { throw .notSignedIn }
            let session = signedIn.session
            var posts = Set<PostCode>()
            if case .record = route.access {
                // The record's own posts are asked for by the handler; here only whether any would do.
                posts = Set(session.posts)
            } else if let post = session.chosenPost {
                posts = [post]
            }
            let decision = services.policy.decide(action, for: session.subject, at: posts, atMilliseconds: now)
            if case .refused(let why) = decision { throw .refused(action, why) }
        }
    }

    private func checkForm(
        _ route: RouteDeclaration, _ arrival: Arrival, _ form: Form, signedIn: SignedIn?, isMachine: Bool
    ) throws(DeskError) {
        if isMachine || arrival.isSafeMethod { return }
        let given = arrival.headerToken ?? form["csrf"] ?? ""
        let secret = signedIn == nil ? (arrival.isNewDoor ? nil : arrival.doorToken) : arrival.sessionToken
        guard let secret, secret.accepts(csrfToken: given) else { throw .forged }
    }

    /// Writes the record of what is about to be shown; throws, so that nothing leaves, when it cannot be written.
    private func record(_ reply: Reply, of route: RouteDeclaration, _ signedIn: SignedIn?, now: Int64)
        async throws(DeskError)
    {
        guard let action = route.access.action, !reply.isRecorded else { return }
        let event = AuditEvent(
            atMilliseconds: now, actor: signedIn?.session.actor ?? .anonymous, action: action.auditAction,
            purpose: signedIn?.session.grant?.purpose, reference: signedIn?.session.grant?.reference,
            subjects: reply.shown, detail: reply.detail ?? route.path)
        do { try await services.store.appendAudit([event]) } catch { throw .unavailable }
    }

    /// Records a refusal; false when that failed.
    private func recordRefusal(
        _ problem: DeskError, of route: RouteDeclaration, _ signedIn: SignedIn?, address: String, now: Int64,
        subjects: [String] = []
    ) async -> Bool {
        let action: AuditAction
        switch problem {
        case .refused(let asked, _): action = asked.auditAction
        case .notSignedIn, .forged, .casework(.samePerson): action = route.access.action?.auditAction ?? .signIn
        default: return true
        }
        let event = AuditEvent(
            atMilliseconds: now, actor: signedIn?.session.actor ?? .anonymous, action: action, outcome: .refused,
            purpose: signedIn?.session.grant?.purpose, reference: signedIn?.session.grant?.reference,
            subjects: subjects, detail: "\(problem.code) \(route.method.rawValue) \(route.path)")
        do {
            try await services.store.appendAudit([event])
            return true
        } catch {
            return false
        }
    }
}

extension RouteDeclaration {
    /// Whether a carrier's feed may call it.
    var isForFeeds: Bool { if case .feed = access { true } else { false } }
    /// Whether a station's fixed camera may call it.
    var isForCameras: Bool { if case .camera = access { true } else { false } }
}
