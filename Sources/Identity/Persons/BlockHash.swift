// SPDX-License-Identifier: Apache-2.0

/// Hashes that are the same in every run, unlike the library's.
enum BlockHash {
    /// FNV-1a over bytes, after a number that keeps kinds apart.
    static func of(_ kind: UInt64, _ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return mix(kind, hash)
    }

    /// One number out of two; the order counts. The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var value = (a &* 0x9E37_79B9_7F4A_7C15) ^ b
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
