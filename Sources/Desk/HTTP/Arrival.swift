// SPDX-License-Identifier: Apache-2.0

import CardReader
import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Safeguards
import Wording

/// What can be told of a request from its head, before anything is decided.
struct Arrival: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let query: Form
    let sessionToken: SessionToken?
    /// The sign-in form's own token; drawn fresh where the browser has none.
    let doorToken: SessionToken
    let isNewDoor: Bool
    /// The digest of a bearer token that was shown.
    let bearer: BearerDigest?
    /// The name of the feed of the configuration whose bearer token was shown.
    let feed: String?
    /// The card reader whose bearer token was shown.
    let reader: ReaderName?
    /// The station whose camera's bearer token was shown.
    let camera: StationName?
    /// Whether the token of the metrics was shown.
    let isScraper: Bool
    /// The form token of a script.
    let headerToken: String?
    let isSameOrigin: Bool
    let language: Language
    let isInterface: Bool
    let isEventStream: Bool
    private let contentType: String
    private let contentLength: Int?
    private let limitBytes: Int
    private let timeout: Duration
    /// Whether the body counts against what feeds may have under way.
    let isBudgeted: Bool

    init(_ request: Request, route: RouteDeclaration, configuration: DeskConfiguration, services: DeskServices) {
        method = request.method
        path = request.uri.path
        query = request.uri.query.map { Form(urlEncoded: $0) } ?? Form()
        let prefix = configuration.isSecure ? "__Host-" : ""
        let cookies = request.headers[.cookie] ?? ""
        sessionToken = Arrival.cookie(prefix + CookieName.session.rawValue, in: cookies)
            .flatMap { SessionToken(cookieValue: $0) }
        let door = Arrival.cookie(prefix + CookieName.door.rawValue, in: cookies).flatMap {
            SessionToken(cookieValue: $0)
        }
        var generator = SystemRandomNumberGenerator()
        doorToken = door ?? SessionToken.random(using: &generator)
        isNewDoor = door == nil
        bearer = Arrival.bearer(request.headers[.authorization])
        feed = bearer.flatMap { Arrival.owner(of: $0, among: configuration.feeds) }
        reader = bearer.flatMap { Arrival.owner(of: $0, among: configuration.readers) }
        camera = bearer.flatMap { Arrival.owner(of: $0, among: configuration.cameras) }
        let metrics = configuration.metricsToken.map { ["metrics": $0] } ?? [:]
        isScraper = bearer.flatMap { Arrival.owner(of: $0, among: metrics) } != nil
        headerToken = Arrival.header("x-csrf-token", request)
        isSameOrigin = Arrival.isSameOrigin(request)
        if let asked = query["lang"].flatMap({ Language(rawValue: $0) }) {
            language = asked
        } else {
            language = Language(acceptLanguage: request.headers[.acceptLanguage] ?? "")
        }
        isInterface = route.isInterface
        isEventStream = route.path.hasPrefix("/live/")
        contentType = request.headers[.contentType] ?? ""
        contentLength = request.headers[.contentLength].flatMap { Int($0) }
        limitBytes =
            switch route.body {
            case .none: 0
            case .form: configuration.formLimitBytes
            case .readerLine: ReaderLine.limitBytes
            case .frame: StationLimits.frameBytes
            case .watchlistFile: configuration.watchlistFileLimitBytes
            case .passengerList: configuration.passengerListLimitBytes
            case .trial: configuration.trialLimitBytes
            case .portraits: configuration.portraitLimitBytes
            case .faces: configuration.enrolmentLimitBytes
            case .messages: configuration.messageLimitBytes
            }
        timeout = .seconds(configuration.limits.bodySeconds)
        isBudgeted = route.body == .messages
    }

    var isSafeMethod: Bool { method == .get || method == .head }

    /// Reads the body, within its limit and time.
    ///
    /// - Parameter take: asked for room for more bytes.
    func readBody(_ request: Request, take: @escaping @Sendable (Int) -> Bool) async throws -> [UInt8] {
        guard limitBytes > 0, !isSafeMethod else { return [] }
        if let contentLength, contentLength > limitBytes { throw DeskError.tooLarge(limitBytes: limitBytes) }
        return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            let limit = limitBytes
            let body = request.body
            let timeout = timeout
            group.addTask {
                var bytes: [UInt8] = []
                for try await buffer in body {
                    guard bytes.count + buffer.readableBytes <= limit else {
                        throw DeskError.tooLarge(limitBytes: limit)
                    }
                    guard take(buffer.readableBytes) else { throw DeskError.full }
                    bytes.append(contentsOf: buffer.readableBytesView)
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: timeout)
                return nil
            }
            let first = try await group.next()
            group.cancelAll()
            guard let bytes = first ?? nil else { throw DeskError.timedOut }
            return bytes
        }
    }

    /// The fields of a body; none where it is no form.
    func form(_ body: [UInt8]) -> Form {
        let isForm =
            contentType.hasPrefix("application/x-www-form-urlencoded") || contentType.hasPrefix("multipart/form-data")
        return isForm ? Form(body: body, contentType: contentType) : Form()
    }

    private static func cookie(_ name: String, in header: String) -> String? {
        for pair in header.split(separator: ";").prefix(50) {
            let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == name { return String(parts[1]) }
        }
        return nil
    }

    private static func header(_ name: String, _ request: Request) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }

    /// Browsers say where a request comes from; what says nothing is no browser and carries no cookie by itself.
    private static func isSameOrigin(_ request: Request) -> Bool {
        // Under `Referrer-Policy: no-referrer` forms of our own pages say `Origin: null`, so this word decides first.
        if let site = header("sec-fetch-site", request) { return site == "same-origin" || site == "none" }
        if let origin = request.headers[.origin], let host = request.head.authority {
            return origin == "http://" + host || origin == "https://" + host
        }
        return true
    }

    private static func bearer(_ authorization: String?) -> BearerDigest? {
        guard let authorization, authorization.hasPrefix("Bearer "), authorization.utf8.count <= 512 else { return nil }
        return BearerDigest(of: authorization.dropFirst(7))
    }

    /// Whose token it is; takes the same time whichever it is.
    private static func owner<Name: Hashable>(of digest: BearerDigest, among known: [Name: [UInt8]]) -> Name? {
        var found: Name?
        for (name, expected) in known where digest.matches(expected) { found = name }
        return found
    }
}
