// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel
internal import Watchlists

/// What screening one voyage of a batch needs and gives: voyages do not know of each other, so they are done side by side.
struct VoyageWork: Sendable {
    let assembler: VoyageAssembler
    let decode: @Sendable (StoredMessage) -> ReceivedMessage
    let tokens: IdentityTokens
    let index: WatchlistIndex

    /// One voyage with what is stored, held and new.
    struct Job: Sendable {
        let stored: VoyageKnowledge
        let draft: HeldDraft
        let fresh: [DecodedMessage]
    }

    /// The voyage assembled, with the entries worth opening by traveller.
    struct Result: Sendable {
        let stored: VoyageKnowledge
        let screening: VoyageScreening
        let draft: VoyageDraft
        let candidates: [[RecordID<WatchlistEntry>]]
    }

    /// Does all jobs, on as many tasks as `width`; results in the order of the jobs.
    func results(of jobs: [Job], width: Int = 4) async -> [Result] {
        guard jobs.count > 1 else { return jobs.compactMap(result) }
        let size = (jobs.count + width - 1) / width
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: 0, to: jobs.count, by: size) {
                let part = Array(jobs[start..<min(start + size, jobs.count)])
                group.addTask { (start, part.compactMap(result)) }
            }
            var parts: [(Int, [Result])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    private func result(of job: Job) -> Result? {
        var draft = gathered(job)
        guard let voyage = assembler.assemble(job.stored.id, &draft) else { return nil }
        let screening = VoyageScreening(voyage, draft: &draft, tokens: tokens)
        return Result(
            stored: job.stored, screening: screening, draft: draft,
            candidates: screening.index.map { index.candidates(for: $0.tokens) })
    }

    /// The draft with all the voyage's messages: those held, those delivered, those new.
    private func gathered(_ job: Job) -> VoyageDraft {
        var draft = job.draft.take()
        let members = Set(job.stored.messageIDs).union(job.fresh.map(\.id))
        if !draft.messages.allSatisfy({ members.contains($0.id) }) {
            draft.keep(members)
        }
        var known = Set(draft.messages.map(\.id))
        var new: [DecodedMessage] = []
        for message in job.fresh where known.insert(message.id).inserted { new.append(message) }
        for message in job.stored.messages where known.insert(message.id).inserted {
            new.append(DecodedMessage(message, decode: decode))
        }
        draft.add(new, assembler: assembler)
        return draft
    }
}
