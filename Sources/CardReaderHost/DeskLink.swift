// SPDX-License-Identifier: Apache-2.0

internal import AsyncHTTPClient
public import CardReader
internal import NIOCore
internal import NIOHTTP1

/// The desk over HTTP, with the reader's own token. Nothing of an event gets into an address, an error or a log.
///
/// A class since the client under it is one and ends with it.
public final class DeskLink: ReaderDesk {
    private let url: String
    private let token: String
    private let client: HTTPClient

    /// A reading that is not handed in within this is told to the reader as refused.
    static let timeoutSeconds: Int64 = 4

    /// Why a link cannot be made.
    public struct Problem: Error, CustomStringConvertible {
        public let description: String
    }

    /// - Parameters:
    ///   - desk: the address of the desk, `https://...`; `http://` on loopback only, since the token travels.
    ///   - token: the reader's secret.
    ///   - post: the post that the token must be for.
    public init(desk: String, token: String, post: String) throws(Problem) {
        let isLoopback = ["http://127.0.0.1", "http://[::1]", "http://localhost"].contains { base in
            desk == base || desk.hasPrefix(base + ":") || desk.hasPrefix(base + "/")
        }
        guard desk.hasPrefix("https://") || isLoopback else {
            throw Problem(description: "the desk's address begins with https:// (http:// on loopback only)")
        }
        guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw Problem(description: "the token file holds no token")
        }
        url = desk + (desk.hasSuffix("/") ? "" : "/") + "api/reader/" + post
        self.token = token
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(connect: .seconds(Self.timeoutSeconds))
        configuration.redirectConfiguration = .disallow
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    @concurrent public func tell(_ event: ReaderEvent) async -> ReaderDeskAnswer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "authorization", value: "Bearer " + token)
        request.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
        request.body = .bytes(Array(ReaderLine.text(event).utf8))
        do {
            let response = try await client.execute(request, deadline: .now() + .seconds(Self.timeoutSeconds))
            _ = try await response.body.collect(upTo: 64 * 1024)
            return switch response.status.code {
            case 200..<300: .taken
            case 401, 403: .notAdmitted
            case 409: .nobodyOnDuty
            case 400, 413: .notUnderstood
            default: .away
            }
        } catch { return .away }
    }

    /// Closes the connections; to be called once.
    public func close() async throws { try await client.shutdown() }
}
