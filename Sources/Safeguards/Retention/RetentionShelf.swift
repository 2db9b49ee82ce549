// SPDX-License-Identifier: Apache-2.0

public import Mandate

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The signed reports of retention runs, a file each, in a folder of their own.
public struct RetentionShelf: Sendable {
    public let folder: String

    public static let folderName = "retention"
    private static let limitBytes = 8 * 1024 * 1024

    public init(folder: String) { self.folder = folder }

    /// Writes a signed report, durable when the call returns, and gives the file's path.
    public func save(_ report: RetentionReport, text: String) throws(KeyVaultError) -> String {
        try GuardedFile.prepareFolder(folder)
        let path = "\(folder)/\(report.cutoffs.atMilliseconds)-\(report.mode.rawValue).txt"
        try GuardedFile.replace(path, Array(text.utf8))
        return path
    }

    /// The newest report of a run in earnest that this key signed; nil where there is none.
    public func lastRun(signedBy key: AuditPublicKey) -> RetentionReport? {
        for name in names.reversed() {
            guard let bytes = try? GuardedFile.contents(of: "\(folder)/\(name)", limitBytes: Self.limitBytes),
                let report = try? RetentionReport(parsing: String(decoding: bytes, as: UTF8.self), signedBy: key)
            else { continue }
            return report
        }
        return nil
    }

    /// Names of the reports of runs in earnest, the oldest first.
    private var names: [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [(Int64, String)] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let words = name.split(separator: "-")
            if words.count == 2, words[1] == "run.txt", let at = Int64(words[0]) { found.append((at, name)) }
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
