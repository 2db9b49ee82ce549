// SPDX-License-Identifier: Apache-2.0

/// The only place that turns typed reasons, codes and labels into words.
public enum Wording {
    /// The words of a code, or nil where there are none.
    public static func phrase(_ key: WordingKey) -> Phrase? { key.family.words[key.code] }

    /// The words of a code; the code itself where there are none, so that nothing is ever hidden.
    public static func text(_ key: WordingKey, _ language: Language) -> String {
        phrase(key)?[language] ?? key.code
    }

    /// The words of `family.code`, such as `hit-reason.document-equal`; the key itself where there are none.
    public static func text(_ key: String, _ language: Language) -> String {
        guard let parsed = WordingKey(key), let phrase = phrase(parsed) else { return key }
        return phrase[language]
    }
}
