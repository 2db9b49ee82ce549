// SPDX-License-Identifier: Apache-2.0

internal import AsyncHTTPClient
public import Casework
internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// The registry's service over HTTP. Every failure is one of ``RegistryFailure``; nothing of question or answer gets into
/// an error or a log.
///
/// A class since the client under it is one and ends with it.
public final class RegistryConnection: RegistryAsking {
    private let terms: RegistryServiceTerms
    private let password: String
    private let client: HTTPClient

    /// - Parameter password: of the user at the registry.
    public init(terms: RegistryServiceTerms, password: String) {
        self.terms = terms
        self.password = password
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(connect: .seconds(Int64(terms.timeoutSeconds)))
        configuration.redirectConfiguration = .disallow
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    @concurrent public func ask(_ question: RegistryQuestion) async -> RegistryOutcome {
        var request = HTTPClientRequest(url: terms.url)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.headers.add(name: "accept", value: "application/json")
        request.body = .bytes(
            RegistryWire.body(
                question, mode: terms.mode, user: terms.user, password: password, threshold: terms.threshold))
        do {
            let response = try await client.execute(
                request, deadline: .now() + .seconds(Int64(terms.timeoutSeconds)))
            guard response.status == .ok else { return .failed(.unreachable) }
            let body = try await response.body.collect(upTo: RegistryWire.limitBytes)
            return RegistryWire.outcome(Array(body.readableBytesView), of: question, mode: terms.mode)
        } catch let error as HTTPClientError {
            let isLate = error == .deadlineExceeded || error == .connectTimeout || error == .readTimeout
            return .failed(isLate ? .timedOut : .unreachable)
        } catch {
            return .failed(.unreachable)
        }
    }

    /// Closes the connections; to be called once.
    public func close() async throws { try await client.shutdown() }
}
