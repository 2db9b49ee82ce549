// SPDX-License-Identifier: Apache-2.0

import Identity
import Mandate
import Watchlists

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWatchlist(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let file = WatchlistCSV(bytes, list: "F", tokens: IdentityTokens(tokeniser: PlainTokeniser()))
    precondition(file.drafts.count <= WatchlistCSV.rowLimit, "more rows than the limit")
    for draft in file.drafts {
        precondition(draft.reviewDate <= draft.expiry, "an entry that expires before its review")
    }
    return 0
}

/// Tokens without a key: what they are worth does not matter here.
private struct PlainTokeniser: Tokeniser {
    func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken {
        var high: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in value { high = (high ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return BlindToken(high: high, low: ~high)
    }
}
