// SPDX-License-Identifier: Apache-2.0

/// The same words in every language of the screens. A language that is missing does not compile.
public struct Phrase: Hashable, Sendable {
    public let indonesian: String
    public let english: String

    public init(_ indonesian: String, _ english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    public subscript(_ language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}
