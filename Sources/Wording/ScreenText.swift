// SPDX-License-Identifier: Apache-2.0

/// A fixed text of one area of the screens: one enum an area, one case a text.
public protocol ScreenText: Hashable, Sendable, CaseIterable, RawRepresentable where RawValue == String {
    /// The text in every language.
    var phrase: Phrase { get }
}
