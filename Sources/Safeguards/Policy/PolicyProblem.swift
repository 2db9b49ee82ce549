// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with a policy file.
public struct PolicyProblem: Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1; 0 when it concerns the whole file.
    public let line: Int
    /// What was found, what was expected.
    public let text: String

    init(line: Int, text: String) {
        self.line = line
        self.text = text
    }

    public var description: String { line > 0 ? "line \(line): \(text)" : text }
}

/// Why a purpose was not granted.
public enum PurposeProblem: String, Hashable, Sendable, CaseIterable {
    /// The role may not declare it.
    case notForRole = "not-for-role"
    /// The reference has fewer than 3 or more than 64 characters, or holds control characters.
    case badReference = "bad-reference"
}
