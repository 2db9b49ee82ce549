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
        let body = RegistryWire.body(
            question, mode: terms.mode, user: terms.user, password: password, threshold: terms.threshold)
        switch await send(body, to: terms.url) {
        case .success(let answer): return RegistryWire.outcome(answer, of: question, mode: terms.mode)
        case .failure(let failed): return .failed(failed.why)
        }
    }

    @concurrent public func ask(_ question: RegistryFaceQuestion) async -> RegistryFaceOutcome {
        let body = RegistryWire.body(question, user: terms.user, password: password, threshold: terms.faceThreshold)
        switch await send(body, to: terms.faceURL.isEmpty ? terms.url : terms.faceURL) {
        case .success(let answer): return RegistryWire.outcome(answer, of: question)
        case .failure(let failed): return .failed(failed.why)
        }
    }

    private struct Failed: Error { let why: RegistryFailure }

    @concurrent private func send(_ body: [UInt8], to url: String) async -> Result<[UInt8], Failed> {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.headers.add(name: "accept", value: "application/json")
        request.body = .bytes(body)
        do {
            let response = try await client.execute(
                request, deadline: .now() + .seconds(Int64(terms.timeoutSeconds)))
            guard response.status == .ok else { return .failure(Failed(why: .unreachable)) }
            let answer = try await response.body.collect(upTo: RegistryWire.limitBytes)
            return .success(Array(answer.readableBytesView))
        } catch let error as HTTPClientError {
            let isLate = error == .deadlineExceeded || error == .connectTimeout || error == .readTimeout
            return .failure(Failed(why: isLate ? .timedOut : .unreachable))
        } catch {
            return .failure(Failed(why: .unreachable))
        }
    }

    /// Closes the connections; to be called once.
    public func close() async throws { try await client.shutdown() }
}
