// SPDX-License-Identifier: Apache-2.0

/// The letters of a word where they lie, with the set of them; lives no longer than the buffer that it looks into.
struct WordLetters {
    let buffer: UnsafeBufferPointer<UInt8>
    /// At most ``NameWords/letterLimit``.
    let count: Int

    @inline(__always)
    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        self.buffer = buffer
        count = min(buffer.count, NameWords.letterLimit)
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 { buffer[index] }

    /// One bit a letter.
    @inline(__always)
    var mask: UInt32 {
        var mask: UInt32 = 0
        for index in 0..<count { mask |= 1 << UInt32(buffer[index] & 31) }
        return mask
    }

    @inline(__always)
    func equals(_ other: WordLetters) -> Bool {
        count == other.count && commonPrefix(other) == count
    }

    /// How many letters both begin with.
    @inline(__always)
    func commonPrefix(_ other: WordLetters) -> Int {
        let end = min(count, other.count)
        var index = 0
        while index < end, buffer[index] == other.buffer[index] { index += 1 }
        return index
    }
}
