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

    /// A report as it lies in the folder.
    public struct Kept: Hashable, Sendable {
        public var atMilliseconds: Int64
        public var mode: RetentionReport.Mode
        /// Nil where it cannot be read, or the key did not sign it.
        public var report: RetentionReport?

        public init(atMilliseconds: Int64, mode: RetentionReport.Mode, report: RetentionReport?) {
            self.atMilliseconds = atMilliseconds
            self.mode = mode
            self.report = report
        }
    }

    /// The newest reports, the newest first.
    public func newest(_ count: Int, signedBy key: AuditPublicKey) -> [Kept] {
        files.suffix(max(0, count)).reversed().map { file in
            // A report under another's name is none.
            let report = report(file.name, signedBy: key).flatMap {
                $0.mode == file.mode && $0.cutoffs.atMilliseconds == file.at ? $0 : nil
            }
            return Kept(atMilliseconds: file.at, mode: file.mode, report: report)
        }
    }

    /// The newest report of a run in earnest that this key signed; nil where there is none.
    public func lastRun(signedBy key: AuditPublicKey) -> RetentionReport? {
        files.reversed().lazy.filter { $0.mode == .run }.compactMap { report($0.name, signedBy: key) }.first
    }

    private func report(_ name: String, signedBy key: AuditPublicKey) -> RetentionReport? {
        guard let bytes = try? GuardedFile.contents(of: "\(folder)/\(name)", limitBytes: Self.limitBytes) else {
            return nil
        }
        return try? RetentionReport(parsing: String(decoding: bytes, as: UTF8.self), signedBy: key)
    }

    /// The files of reports, the oldest first.
    private var files: [(at: Int64, mode: RetentionReport.Mode, name: String)] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [(at: Int64, mode: RetentionReport.Mode, name: String)] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let words = name.split(separator: "-")
            guard words.count == 2, words[1].hasSuffix(".txt"), let at = Int64(words[0]),
                let mode = RetentionReport.Mode(rawValue: String(words[1].dropLast(4)))
            else { continue }
            found.append((at, mode, name))
        }
        return found.sorted { ($0.at, $0.name) < ($1.at, $1.name) }
    }
}
