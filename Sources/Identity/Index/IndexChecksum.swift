// SPDX-License-Identifier: Apache-2.0

/// A checksum of eight lanes, fast and good against damage, not against forgery (multiply and rotate as in xxHash).
struct IndexChecksum {
    private var lanes = SIMD8<UInt64>(1, 2, 3, 4, 5, 6, 7, 8)
    private var count = 0
    private var tail: [UInt8] = []

    /// Takes the next bytes; all pieces but the last hold a multiple of sixty-four.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        precondition(tail.isEmpty, "only the last piece may be uneven")
        let prime = SIMD8<UInt64>(repeating: 0x9E37_79B1_85EB_CA87)
        let whole = bytes.count / 64 * 64
        var lanes = lanes
        var at = 0
        while at < whole {
            let block = bytes.loadUnaligned(fromByteOffset: at, as: SIMD8<UInt64>.self)
            lanes = (lanes ^ block) &* prime
            lanes ^= lanes &>> 29
            at += 64
        }
        self.lanes = lanes
        count += bytes.count
        if at < bytes.count { tail.append(contentsOf: bytes[at...]) }
    }

    /// The checksum of everything taken.
    var value: UInt64 {
        var sum = UInt64(truncatingIfNeeded: count) &* 0xC2B2_AE3D_27D4_EB4F
        for lane in 0..<8 { sum = (sum ^ lanes[lane]) &* 0x9E37_79B1_85EB_CA87 ^ (sum >> 31) }
        for byte in tail { sum = (sum ^ UInt64(byte)) &* 0x1000_0000_01B3 }
        return sum ^ (sum >> 32)
    }

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var checksum = IndexChecksum()
        checksum.add(bytes)
        return checksum.value
    }
}
