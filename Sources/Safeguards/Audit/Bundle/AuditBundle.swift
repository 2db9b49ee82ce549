// SPDX-License-Identifier: Apache-2.0

/// What is handed out for an inspection: one tar archive with the records of a period, all that verifies them, and a
/// signature over everything.
public struct AuditBundle: Sendable {
    static let log = "audit.log", key = "audit.pub", checkpoints = "checkpoints.txt", policy = "policy.yaml"
    static let statistics = "statistics.csv", verdict = "verdict.txt", readme = "README.txt"
    static let contents = [log, key, checkpoints, policy, statistics, verdict, readme]

    /// Whose records they are.
    public let node: String
    /// First and last day, UTC, as people write them.
    public let period: String
    /// The exported log.
    public let log: FileSlice
    public let statistics: AuditStatistics
    /// The checkpoints as they were kept, byte for byte; may be empty.
    public let checkpoints: [UInt8]
    /// The policy file as it is in force.
    public let policy: [UInt8]
    /// The verifier's word about the whole chain, not only the period.
    public let verdict: String

    public init(
        node: String, period: String, log: FileSlice, statistics: AuditStatistics, checkpoints: [UInt8],
        policy: [UInt8], verdict: String
    ) {
        self.node = node
        self.period = period
        self.log = log
        self.statistics = statistics
        self.checkpoints = checkpoints
        self.policy = policy
        self.verdict = verdict
    }

    /// Writes the archive into a draft, which the caller publishes once the making of it is recorded.
    ///
    /// - Returns: the hash of the manifest, which names the bundle.
    /// - Throws: ``SafeguardsError/fileNotWritten(reason:)``.
    public func write(
        to draft: DraftFile, signer: AuditSigner, atMilliseconds: Int64
    ) throws(SafeguardsError) -> AuditHash {
        let small: [(String, [UInt8])] = [
            (Self.readme, Array(AuditBundleReadme.text(node: node, period: period).utf8)),
            (Self.verdict, Array((verdict + "\n").utf8)),
            (Self.key, Array((signer.publicKey.description + "\n").utf8)),
            (Self.policy, policy),
            (Self.checkpoints, checkpoints),
            (Self.statistics, Array(statistics.csv.utf8)),
        ]
        var hashes = Dictionary(uniqueKeysWithValues: small.map { ($0.0, AuditHash(of: $0.1)) })
        guard let whole = try? log.hash() else { throw .fileNotWritten(reason: "the log's draft cannot be read") }
        hashes[Self.log] = whole
        let manifest = AuditManifest(hashes: hashes)
        let signature = try manifest.signed(by: signer, node: node, atMilliseconds: atMilliseconds)
        let modified = UInt64(max(0, atMilliseconds / 1_000))
        for (name, bytes) in small { try TarArchive.add(name, bytes, modified: modified, to: draft) }
        try TarArchive.add(Self.log, log, modified: modified, to: draft)
        try TarArchive.add(AuditManifest.name, Array(manifest.text.utf8), modified: modified, to: draft)
        try TarArchive.add(
            AuditManifest.signatureName, Array((signature.description + "\n").utf8), modified: modified, to: draft)
        try TarArchive.end(draft)
        return AuditHash(of: Array(manifest.text.utf8))
    }
}
