// SPDX-License-Identifier: Apache-2.0

/// A card number that the edge filter overwrote.
public struct CardFinding: Hashable, Sendable {
    /// Where the number's place in the message begins.
    public let offset: Int
    /// The ASCII digits, blanks and dashes left out.
    public let digits: [UInt8]
}
