// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Mandate

/// A route with what it needs: there is no other way to register one, so none can lack it.
struct RouteDeclaration: Sendable {
    /// Who may come in.
    enum Access: Hashable, Sendable {
        /// Anybody; shows nothing about anybody.
        case open
        /// Whoever is signed in; about the session itself.
        case signedIn
        /// Whom the policy lets, for an act at the chosen post.
        case policy(PolicyAction)
        /// Whom the policy lets; the handler names the posts of the record it opens, by ``Visit/admit(to:)``.
        case record(PolicyAction)
        /// A carrier's feed by its bearer token, or whom the policy lets.
        case feed(PolicyAction)
        /// A card reader at a post by its bearer token, and nobody else.
        case reader
        /// A station's fixed camera by its bearer token, or whom the policy lets.
        case camera(PolicyAction)
        /// Whoever shows the token of the metrics, and nobody else.
        case metrics
    }

    /// How large a body may be.
    enum BodyLimit: Hashable, Sendable {
        case none, form, readerLine, frame, watchlistFile, passengerList, trial, portraits, faces, messages
    }

    let method: HTTPRequest.Method
    /// Path with parameters in braces, `/penumpang/{id}`.
    let path: String
    let access: Access
    let body: BodyLimit
    /// Whether errors are problem+json rather than pages.
    let isInterface: Bool
    let handler: @Sendable (Visit) async throws -> Reply

    static func get(
        _ path: String, _ access: Access, isInterface: Bool = false,
        _ handler: @escaping @Sendable (Visit) async throws -> Reply
    ) -> RouteDeclaration {
        RouteDeclaration(
            method: .get, path: path, access: access, body: .none, isInterface: isInterface, handler: handler)
    }

    static func post(
        _ path: String, _ access: Access, body: BodyLimit = .form, isInterface: Bool = false,
        _ handler: @escaping @Sendable (Visit) async throws -> Reply
    ) -> RouteDeclaration {
        RouteDeclaration(
            method: .post, path: path, access: access, body: body, isInterface: isInterface, handler: handler)
    }
}

extension RouteDeclaration.Access {
    /// The act that the policy decides on; nil where it decides nothing.
    var action: PolicyAction? {
        switch self {
        case .open, .signedIn, .reader, .metrics: nil
        case .policy(let action), .record(let action), .feed(let action), .camera(let action): action
        }
    }
}
