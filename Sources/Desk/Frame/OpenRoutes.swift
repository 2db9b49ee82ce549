// SPDX-License-Identifier: Apache-2.0

import Casework

/// What shows nothing about anybody: files of the desk itself, and whether the server is up.
enum OpenRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/assets/{name}", .open) { visit in
            guard let file = AssetShelf.file("/assets/" + (visit.parameters["name"] ?? "")) else {
                throw DeskError.notFound
            }
            var reply = Reply(body: .asset(file.bytes, type: file.type))
            reply.isImmutable = true
            return reply
        },
        .get("/healthz", .open, isInterface: true) { visit in
            do { _ = try await visit.services.store.changeCount() } catch { throw DeskError.unavailable }
            return .json(Array("{\"status\":\"ok\"}".utf8))
        },
    ]
}
