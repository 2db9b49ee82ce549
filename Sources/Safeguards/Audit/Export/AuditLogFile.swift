// SPDX-License-Identifier: Apache-2.0

/// An exported log in a file.
public struct AuditLogFile: Sendable {
    private let slice: FileSlice
    /// Whose log it is; nil when the first line is not that of an exported log.
    public let header: AuditLogHeader?

    private struct FirstLineRead: Error {}

    /// Reads the first line; the error is that of reading the file.
    public init(_ slice: FileSlice) throws {
        self.slice = slice
        var line: ArraySlice<UInt8> = []
        do {
            _ = try slice.lines(limitBytes: 1_024) {
                line = $0
                throw FirstLineRead()
            }
        } catch is FirstLineRead {}
        header = AuditLogHeader(line)
    }

    /// Follows the chain; a file without its first line gives record 0 as altered. The error is that of reading.
    ///
    /// - Parameter each: is called with every record that can be read, whole or not.
    public func verify(
        checkpoints: [AuditCheckpoint], publicKey: AuditPublicKey, each: (AuditLink) -> Void = { _ in }
    ) throws -> AuditLogReport {
        guard let header else {
            return AuditLogReport(
                verdict: .broken(AuditFault(sequence: 0, kind: .altered)), first: 0, checkpointsBefore: 0)
        }
        var verifier = AuditLogVerifier(header: header, checkpoints: checkpoints, publicKey: publicKey)
        var isHeader = true
        let isTorn = try slice.lines { line in
            if isHeader {
                isHeader = false
            } else {
                verifier.read(line)
                if let link = AuditLogRecord.link(line) { each(link) }
            }
        }
        return verifier.finish(isTorn: isTorn)
    }
}
