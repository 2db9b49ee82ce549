// SPDX-License-Identifier: Apache-2.0

internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// A station's entrance at the desk over HTTP, with the camera's own token. Nothing of a frame gets into an address, an
/// error or a log.
///
/// A class since the client under it is one and ends with it.
public final class CameraLink: Sendable {
    private let url: String
    private let token: String
    private let client: HTTPClient

    /// Why a link cannot be made.
    public struct Problem: Error, CustomStringConvertible {
        public let description: String
    }

    /// What the desk answered to a frame.
    public enum Answer: Hashable, Sendable {
        /// Looked at: so many faces in it, so many people searched with it. Nothing is said of anybody.
        case seen(faces: Int, searched: Int)
        /// The frame before is still being looked at, or frames come too fast.
        case busy
        /// It was no picture that can be read.
        case unreadable
        /// The token opens nothing here.
        case notAdmitted
        /// The station does not run; the code says why (docs/faces.md).
        case stopped(code: String)
        /// The desk does not answer.
        case away
    }

    private struct Seen: Decodable {
        let faces: Int
        let searched: Int
    }

    private struct Refusal: Decodable { let code: String }

    /// - Parameters:
    ///   - desk: the address of the desk, `https://...`; `http://` on loopback only, since pictures and token travel.
    ///   - token: the camera's secret.
    ///   - station: the station that the token must be for.
    public init(desk: String, token: String, station: String) throws(Problem) {
        let isLoopback = ["http://127.0.0.1", "http://[::1]", "http://localhost"].contains { base in
            desk == base || desk.hasPrefix(base + ":") || desk.hasPrefix(base + "/")
        }
        guard desk.hasPrefix("https://") || isLoopback else {
            throw Problem(description: "the desk's address begins with https:// (http:// on loopback only)")
        }
        guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw Problem(description: "the token file holds no token")
        }
        url = desk + (desk.hasSuffix("/") ? "" : "/") + "api/station/" + station + "/frame"
        self.token = token
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(connect: .seconds(5))
        configuration.redirectConfiguration = .disallow
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Hands in a frame and waits for what the desk says.
    @concurrent public func send(_ frame: [UInt8]) async -> Answer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "authorization", value: "Bearer " + token)
        request.headers.add(name: "content-type", value: "image/jpeg")
        request.body = .bytes(frame)
        do {
            let response = try await client.execute(request, deadline: .now() + .seconds(30))
            let body = Data(buffer: try await response.body.collect(upTo: 64 * 1024))
            switch response.status.code {
            case 200:
                guard let seen = try? JSONDecoder().decode(Seen.self, from: body) else { return .away }
                return .seen(faces: seen.faces, searched: seen.searched)
            case 401, 403: return .notAdmitted
            case 413, 422: return .unreadable
            case 429: return .busy
            default:
                guard let refusal = try? JSONDecoder().decode(Refusal.self, from: body) else { return .away }
                return .stopped(code: refusal.code)
            }
        } catch { return .away }
    }

    /// Closes the connections; to be called once.
    public func close() async throws { try await client.shutdown() }
}

extension Data {
    fileprivate init(buffer: ByteBuffer) { self.init(buffer.readableBytesView) }
}
