// SPDX-License-Identifier: Apache-2.0

/// All words in one language: `words(BoardText.title)`, `words(.hitStatus, "open")`, `words.arrival(inMinutes: 80)`.
///
/// Everything it returns is plain text: whoever writes it into a page escapes it.
public struct Words: Hashable, Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// A fixed text of a screen.
    public func callAsFunction(_ text: some ScreenText) -> String { text.phrase[language] }

    /// The words of a code; the code itself where there are none.
    public func callAsFunction(_ family: WordFamily, _ code: String) -> String {
        Wording.text(WordingKey(family, code), language)
    }

    /// The words of an enum's case.
    public func callAsFunction<Code: RawRepresentable>(_ family: WordFamily, _ value: Code) -> String
    where Code.RawValue == String {
        self(family, value.rawValue)
    }

    /// One of two texts, by language.
    func pick(_ indonesian: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        switch language {
        case .indonesian: indonesian()
        case .english: english()
        }
    }
}
