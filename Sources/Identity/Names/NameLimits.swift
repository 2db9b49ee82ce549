// SPDX-License-Identifier: Apache-2.0

/// How much of a name is read.
enum NameLimits {
    /// The most words of a name that are kept.
    static let words = 12
    /// The most letters of a word that are kept, one more than the name field of a machine readable zone holds.
    static let letters = 40
    /// No field of a message or a register comes near this; what lies behind is not read.
    static let scalars = 1_000
}
