// SPDX-License-Identifier: Apache-2.0

/// Verifies an exported log line by line: its header, a line a record, and last a checkpoint of the last record, by
/// which a file that was cut shows.
public struct AuditLogVerifier: Sendable {
    private let first: Int64
    private var verifier: AuditVerifier
    private var isEnded = false

    /// Begins after the header line.
    ///
    /// - Parameters:
    ///   - checkpoints: what was kept elsewhere; the one at the file's end comes from the same hand as the file.
    public init(header: AuditLogHeader, checkpoints: [AuditCheckpoint], publicKey: AuditPublicKey) {
        first = header.before.sequence + 1
        var before = header.before
        // A file that begins at the beginning has no say in what stands before it.
        if before.sequence == 0 { before = AuditChain.genesis(node: header.node) }
        verifier = AuditVerifier(
            node: header.node, after: before, checkpoints: checkpoints, publicKey: publicKey)
        if before != header.before { verifier.readUnreadable() }
    }

    /// Reads the next line, without its line break.
    public mutating func read(_ line: some Collection<UInt8>) {
        if isEnded {
            verifier.readUnreadable()
        } else if line.starts(with: AuditCheckpoint.label.utf8) {
            isEnded = true
            if let end = try? AuditCheckpoint(parsing: String(decoding: line, as: UTF8.self)) {
                verifier.add([end])
            } else {
                verifier.readTornEnd()
            }
        } else if let link = AuditLogRecord.link(line) {
            verifier.read(link)
        } else {
            verifier.readUnreadable()
        }
    }

    /// The report once all lines were read.
    ///
    /// - Parameter isTorn: whether bytes without a line break followed the last line.
    public mutating func finish(isTorn: Bool = false) -> AuditLogReport {
        if isTorn || !isEnded { verifier.readTornEnd() }
        return AuditLogReport(
            verdict: verifier.finish(), first: first, checkpointsBefore: verifier.checkpointsBefore)
    }
}
