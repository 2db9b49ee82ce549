// SPDX-License-Identifier: Apache-2.0

/// Checkpoints as they were kept, one a line.
public struct CheckpointLines: Hashable, Sendable {
    public private(set) var checkpoints: [AuditCheckpoint] = []
    /// The numbers of lines that end too early, as after a power cut while they were written.
    public private(set) var torn: [Int] = []
    /// The numbers of lines that are no checkpoints: somebody changed them.
    public private(set) var unreadable: [Int] = []

    /// Reads the lines; empty ones are passed over.
    public init(_ bytes: some Collection<UInt8>) {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() where !bytes.isEmpty {
            let line = String(decoding: bytes, as: UTF8.self)
            if let point = try? AuditCheckpoint(parsing: line) {
                checkpoints.append(point)
            } else if Self.isTorn(line) {
                torn.append(index + 1)
            } else {
                unreadable.append(index + 1)
            }
        }
    }

    /// Whether a line begins as a checkpoint does and stops before the end of its signature.
    private static func isTorn(_ line: String) -> Bool {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let begin = "\(AuditCheckpoint.label) 1 "
        guard line.hasPrefix(begin) || begin.hasPrefix(line) else { return false }
        return words.count < 7 || words.count == 7 && words[6].utf8.count < 128
    }
}

extension CheckpointLines: CustomStringConvertible {
    /// What could not be read, in lines for people; empty where all could.
    public var description: String {
        (torn.map { "note: line \($0) of the checkpoints ends too early, it is passed over" }
            + unreadable.map { "line \($0) of the checkpoints is not a checkpoint: somebody changed it" })
            .joined(separator: "\n")
    }
}
