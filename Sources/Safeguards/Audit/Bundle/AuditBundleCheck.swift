// SPDX-License-Identifier: Apache-2.0

/// What was found in a bundle.
public struct AuditBundleCheck: Hashable, Sendable {
    /// What does not hold, in lines for people; empty when all does.
    public private(set) var problems: [String] = []
    /// What holds, and what was not checked.
    public private(set) var notes: [String] = []

    private static let smallBytes: UInt64 = 64 << 20

    /// Checks archive, signature, hashes, log with checkpoints, and counts the statistics again.
    ///
    /// - Parameters:
    ///   - key: the key that the inspector keeps; without it the one in the bundle is used, and said so.
    ///   - outside: checkpoints that the inspector keeps.
    /// - Throws: the error of reading the file.
    public init(_ file: FileSlice, key: AuditPublicKey?, outside: (_ node: String) throws -> CheckpointLines) throws {
        guard let archive = try TarArchive(file) else {
            problems.append("the archive is damaged: it is not as Cermat wrote it")
            return
        }
        let wanted = Set(AuditBundle.contents + [AuditManifest.name, AuditManifest.signatureName])
        for name in wanted.subtracting(archive.files.keys).sorted() { problems.append("\(name) is missing") }
        for name in Set(archive.files.keys).subtracting(wanted).sorted() { problems.append("\(name) does not belong") }
        guard problems.isEmpty, let slice = archive.files[AuditBundle.log] else { return }
        let log = try AuditLogFile(slice)
        let node = log.header?.node ?? ""
        let own = AuditPublicKey(try Self.text(AuditBundle.key, archive).dropLast())
        if key == nil, let own { notes.append("note: checked by the key in the bundle; compare it with yours: \(own)") }
        guard let trusted = key ?? own else {
            problems.append("audit.pub is no public key")
            return
        }
        if own != trusted { problems.append("audit.pub is not the key that you gave") }
        try checkManifest(archive, trusted, node)
        try checkLog(log, archive, trusted, outside: try outside(node))
    }

    private mutating func checkManifest(_ archive: TarArchive, _ key: AuditPublicKey, _ node: String) throws {
        let signature = try Self.text(AuditManifest.signatureName, archive)
        guard let manifest = AuditManifest(try Self.text(AuditManifest.name, archive)) else {
            problems.append("manifest.txt cannot be read")
            return
        }
        if signature.hasSuffix("\n"), manifest.isSigned(String(signature.dropLast()), by: key, node: node) {
            notes.append("the manifest is signed by the key")
        } else {
            problems.append("manifest.sig is not the signature of node \"\(node)\" over manifest.txt")
        }
        for name in AuditBundle.contents {
            if let hash = try archive.files[name]?.hash(), hash == manifest.hashes[name] { continue }
            problems.append("\(name) is not what manifest.txt says")
        }
        if manifest.hashes.count != AuditBundle.contents.count {
            problems.append("manifest.txt names other files than there are")
        }
    }

    private mutating func checkLog(
        _ log: AuditLogFile, _ archive: TarArchive, _ key: AuditPublicKey, outside: CheckpointLines
    ) throws {
        let kept = CheckpointLines(Array(try Self.text(AuditBundle.checkpoints, archive).utf8))
        for lines in [kept, outside] {
            if lines.unreadable.isEmpty {
                if !lines.description.isEmpty { notes.append(lines.description) }
            } else {
                problems.append(lines.description)
            }
        }
        var statistics = AuditStatistics()
        let report = try log.verify(checkpoints: kept.checkpoints + outside.checkpoints, publicKey: key) {
            statistics.count($0)
        }
        if report.verdict.holds {
            notes.append("audit.log: \(report)")
        } else {
            problems.append("audit.log: \(report)")
        }
        if statistics.csv != (try Self.text(AuditBundle.statistics, archive)) {
            problems.append("statistics.csv does not agree with audit.log")
        }
    }

    private static func text(_ name: String, _ archive: TarArchive) throws -> String {
        String(decoding: try archive.files[name]?.bytes(limitBytes: smallBytes) ?? [], as: UTF8.self)
    }
}
