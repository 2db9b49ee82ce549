// SPDX-License-Identifier: Apache-2.0

/// The name of some words: a family and a code of it, written `hit-reason.document-equal`.
public struct WordingKey: Hashable, Sendable, CustomStringConvertible {
    public let family: WordFamily
    public let code: String

    public init(_ family: WordFamily, _ code: String) {
        self.family = family
        self.code = code
    }

    /// Parses `family.code`; nil where there is no such family.
    public init?(_ text: some StringProtocol) {
        guard let dot = text.firstIndex(of: "."), let family = WordFamily(rawValue: String(text[..<dot])) else {
            return nil
        }
        self.init(family, String(text[text.index(after: dot)...]))
    }

    public var description: String { family.rawValue + "." + code }
}
