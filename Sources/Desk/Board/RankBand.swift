// SPDX-License-Identifier: Apache-2.0

import Wording

/// A rank in words, so that it never speaks by colour or number alone.
enum RankBand: String, Sendable {
    case none, low, middle, high, highest

    init(rank: Int) { self = RankBand(rawValue: Words.rankBand(rank)) ?? .none }

    /// A sign whose shape differs for each band.
    var symbol: String {
        switch self {
        case .none: "·"
        case .low: "●"
        case .middle: "◆"
        case .high: "▲"
        case .highest: "▲▲"
        }
    }
}
