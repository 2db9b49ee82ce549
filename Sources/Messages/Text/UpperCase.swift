// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Copies ASCII in upper case, eight bytes at a time.
enum UpperCase {
    /// Copies `count` bytes in upper case; false when a byte lies beyond ASCII, and then what was copied means nothing.
    @inline(__always)
    static func copy(_ from: UnsafePointer<UInt8>, _ count: Int, to out: UnsafeMutablePointer<UInt8>) -> Bool {
        let source = UnsafeRawPointer(from)
        let target = UnsafeMutableRawPointer(out)
        var all: UInt64 = 0
        if count >= 8 {
            var i = 0
            while i &+ 8 <= count {
                let word = source.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                all |= word
                target.storeBytes(of: upper(word), toByteOffset: i, as: UInt64.self)
                i &+= 8
            }
            // The last eight bytes, partly again.
            let word = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            all |= word
            target.storeBytes(of: upper(word), toByteOffset: count &- 8, as: UInt64.self)
        } else if count >= 4 {
            let first = source.loadUnaligned(as: UInt32.self)
            let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            all = UInt64(first | last)
            let words = upper(UInt64(first) | UInt64(last) &<< 32)
            target.storeBytes(of: UInt32(truncatingIfNeeded: words), as: UInt32.self)
            target.storeBytes(of: UInt32(truncatingIfNeeded: words &>> 32), toByteOffset: count &- 4, as: UInt32.self)
        } else {
            for i in 0..<count {
                all |= UInt64(from[i])
                out[i] = upperCased(from[i])
            }
        }
        return all & 0x8080_8080_8080_8080 == 0
    }

    /// Eight ASCII bytes in upper case, without a branch.
    @inline(__always)
    static func upper(_ word: UInt64) -> UInt64 {
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let beyondZ = low &+ 0x0505_0505_0505_0505
        let isLower = (fromA ^ beyondZ) & ~word & 0x8080_8080_8080_8080
        return word ^ (isLower &>> 2)
    }
}
