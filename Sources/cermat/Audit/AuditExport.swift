// SPDX-License-Identifier: Apache-2.0

internal import SQLiteStore
internal import Safeguards

/// Writes a part of a folder's log as an exported log, a thousand records at a time.
struct AuditExport {
    private let folder: DataFolder

    init(_ folder: DataFolder) { self.folder = folder }

    /// Writes header, records as they are stored and a checkpoint of the last one; returns the last one's number.
    ///
    /// - Parameter each: is called with every record written.
    func write(
        from first: Int64, through last: Int64, to draft: DraftFile, each: (AuditLink) -> Void = { _ in }
    ) async throws -> Int64 {
        let store = folder.store
        var head = try await before(first)
        try draft.write(line: AuditLogHeader(node: DataFolder.node, before: head).description)
        // From the beginning on whatever is stored goes out, also what has no business there.
        var next: Int64 = first == 1 ? .min : first
        while true {
            let links = try await store.auditLinks(from: next).filter { $0.sequence <= last }
            guard let end = links.last else { break }
            for link in links {
                try draft.write(AuditLogRecord.line(link) + [UInt8(ascii: "\n")])
                each(link)
            }
            head = end.head
            if end.sequence == .max { break }
            next = end.sequence + 1
        }
        let end = try folder.vault.auditSigner.checkpoint(
            node: DataFolder.node, head: head, atMilliseconds: WallClock.nowMilliseconds)
        try draft.write(line: end.description)
        return head.sequence
    }

    /// The head that the first record follows; refuses a number beyond the log.
    private func before(_ first: Int64) async throws -> AuditHead {
        guard first > 1 else { return AuditChain.genesis(node: DataFolder.node) }
        guard let link = try await folder.store.auditLinks(from: first - 1, limit: 1).first else {
            throw CommandFailure.exit("the log has no record \(first - 1)")
        }
        return link.head
    }
}
