// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Foundation
internal import Safeguards

/// The journal of reading the quarantine again: one small file of the data folder, replaced in one step.
struct ReplayJournalFile: ReplayJournal {
    let path: String

    init(in folder: String) { path = folder + "/replay.json" }

    func load() async -> ReplayJob? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        return try? JSONDecoder().decode(ReplayJob.self, from: bytes)
    }

    func save(_ job: ReplayJob) async throws(ReplayJournalError) {
        do {
            let draft = try DraftFile(path)
            try draft.write(try JSONEncoder().encode(job))
            try draft.publish()
        } catch { throw .notWritten(reason: "\(error)") }
    }
}
