// SPDX-License-Identifier: Apache-2.0

/// Why a line is none of the protocol. No case carries what the line holds.
public enum ReaderLineError: String, Error, Hashable, Sendable, CaseIterable {
    /// Longer than ``ReaderLine/limitBytes``.
    case tooLong = "too-long"
    /// Does not begin with `CERMAT-READER` or `CERMAT-HOST`.
    case notOurs = "not-ours"
    /// A version other than 1.
    case otherVersion = "other-version"
    case unknownWord = "unknown-word"
    /// A field that the word does not have; a closed list, so that nothing else of a card can come along.
    case unknownField = "unknown-field"
    case repeatedField = "repeated-field"
    case missingField = "missing-field"
    /// Not `key=value`, not percent-coded as it should be, or not UTF-8.
    case badCoding = "bad-coding"
    /// A value outside what the field may hold: an impossible number or date, an empty or too long text.
    case badValue = "bad-value"
}
