// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Mandate
import Messages
import Travel
import Wording

/// A message pasted or dropped, read as an arriving one is; nothing of it is stored.
enum TrialRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/coba", .policy(.tryMessage)) { visit in .page(TrialPage(visit: visit).render()) },
        .post("/coba", .policy(.tryMessage), body: .trial) { visit in
            let input: [UInt8]
            do { input = try TrialInput.bytes(visit) } catch let problem as TrialInput.Problem {
                var reply = Reply.page(TrialPage(visit: visit, problem: problem).render())
                reply.status = problem == .tooLarge ? .contentTooLarge : .unprocessableContent
                // Nothing was read and nothing shown.
                reply.isRecorded = true
                return reply
            }
            let trials = MessageTrials(input, reader: try await visit.services.profiles.reader())
            return .page(
                TrialPage(visit: visit, trials: trials, input: input).render(),
                detail: TrialInput.counts(trials, of: input))
        },
    ]
}

/// What was handed in to be tried.
enum TrialInput {
    /// Why nothing was tried.
    enum Problem: Error, Hashable {
        case empty, tooLarge

        var text: TrialText {
            switch self {
            case .empty: .empty
            case .tooLarge: .tooLarge
            }
        }
    }

    /// The bytes of the file, else of the text.
    static func bytes(_ visit: Visit) throws(Problem) -> [UInt8] {
        let file = visit.form.file("berkas") ?? []
        let bytes = file.isEmpty ? Array((visit.form.verbatim("pesan") ?? "").utf8) : file
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        guard bytes.count <= MessageTrials.limitBytes else { throw .tooLarge }
        return bytes
    }

    /// Sizes and counts for the audit record: never content.
    static func counts(_ trials: MessageTrials, of input: [UInt8]) -> String {
        let messages = trials.trials.map(\.message)
        return "bytes=\(input.count) messages=\(trials.found) "
            + "quarantined=\(messages.count { $0.status == .quarantined }) "
            + "travellers=\(messages.reduce(0) { $0 + $1.travellers.count }) "
            + "warnings=\(messages.reduce(0) { $0 + $1.warnings.count })"
    }
}
