// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Mandate
import Screening

/// `POST /api/messages`: carriers' feeds hand in messages; the answer comes once they are on disk.
enum MessageRoutes {
    static let routes: [RouteDeclaration] = [
        .post("/api/messages", .feed(.ingest), body: .messages, isInterface: true) { visit in
            guard !visit.body.isEmpty else { throw DeskError.badRequest(field: "body") }
            let receipts: [InboxReceipt]
            do {
                receipts = try await visit.services.entrance.submit(
                    visit.body, origin: FeedName.origin(visit.feed ?? "desk"))
            } catch let refusal as EntranceRefusal {
                switch refusal {
                case .full(let seconds): return try full(seconds)
                case .tooLarge(let limit): throw DeskError.tooLarge(limitBytes: limit)
                case .tooManyMessages: throw DeskError.tooLarge(limitBytes: visit.configuration.messageLimitBytes)
                }
            }
            guard !receipts.isEmpty else { throw DeskError.badRequest(field: "body") }
            var lines = ""
            for (index, receipt) in receipts.enumerated() {
                lines += DeskJSON.object([
                    "index": "\(index)", "id": DeskJSON.quoted("\(receipt.id)"),
                    "status": DeskJSON.quoted(receipt.outcome.rawValue),
                ])
                lines += "\n"
            }
            // The intake writes the record in the transaction of the messages.
            return Reply(status: .accepted, body: .lines(Array(lines.utf8)), isRecorded: true)
        }
    ]

    private static func full(_ seconds: Int) throws -> Reply {
        let json = DeskJSON.object([
            "type": "\"about:blank\"", "status": "503", "title": "\"Service Unavailable\"", "code": "\"full\"",
        ])
        return Reply(
            status: .serviceUnavailable, body: .json(Array(json.utf8)), isRecorded: true, retryAfterSeconds: seconds)
    }
}
