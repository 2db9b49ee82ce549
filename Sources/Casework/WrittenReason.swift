// SPDX-License-Identifier: Apache-2.0

/// A reason as an officer wrote it.
enum WrittenReason {
    /// The reason without blanks around it.
    ///
    /// - Throws: ``CaseworkError/reasonRequired`` unless 3 to 500 characters are left.
    static func checked(_ reason: String) throws(CaseworkError) -> String {
        var text = reason[...]
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        guard (3...500).contains(text.count) else { throw .reasonRequired }
        return String(text)
    }
}
