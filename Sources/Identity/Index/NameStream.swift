// SPDX-License-Identifier: Apache-2.0

/// Where in an index's names a row begins, so that the rows that follow need not be looked for.
struct NameCursor {
    var row = -1
    var at = 0
    /// The names of which index: those of the changes beside it lie elsewhere.
    var names: UnsafePointer<UInt8>?
}

/// The names of an index in the order of its rows, as they lie in the file.
struct NameStream {
    let names: UnsafeBufferPointer<UInt8>
    /// Where every sixteenth row begins.
    let starts: UnsafeBufferPointer<UInt32>
    let tokenCount: Int

    /// Gives the tokens of a row's own name and of its father's; `cursor` is left behind the row's names, which makes the
    /// rows that follow it cheaper.
    @inline(__always)
    func tokens(row: Int, _ cursor: inout NameCursor, _ body: (_ token: Int, _ isFather: Bool) -> Void) {
        let group = row / IndexLayout.nameStride
        guard row >= 0, group < starts.count else { return }
        let end = names.count
        var first = group * IndexLayout.nameStride
        var at = Int(starts[group]) * IndexLayout.nameUnit
        if first < cursor.row, cursor.row <= row, cursor.names == names.baseAddress {
            (first, at) = (cursor.row, cursor.at)
        }
        cursor.row = -1
        for _ in first..<row {
            guard at < end else { return }
            at = behind(at)
        }
        guard at < end else { return }
        let own = Int(names[at] & 15)
        let total = own + Int(names[at] >> 4)
        at += 1
        for index in 0..<total {
            var value = 0
            var shift = 0
            while at < end, names[at] >= 128, shift < 35 {
                value |= Int(names[at] & 127) << shift
                shift += 7
                at += 1
            }
            guard at < end else { return }
            value |= Int(names[at]) << shift
            at += 1
            guard value < tokenCount else { continue }
            body(value, index >= own)
        }
        cursor = NameCursor(row: row + 1, at: at, names: names.baseAddress)
    }

    /// The place behind the names that begin at one.
    @inline(__always)
    private func behind(_ start: Int) -> Int {
        var left = UInt64(names[start] & 15) + UInt64(names[start] >> 4)
        var at = start + 1
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Eight bytes at a time: the byte up to which as many tokens end as are left.
        while left > 0, at + 8 <= names.count {
            let bytes = UInt64(
                littleEndian: UnsafeRawBufferPointer(names).loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let ends = ((~bytes & (ones << 7)) >> 7) &* ones
            let missing = ends ^ (left &* ones)
            let reached = (missing &- ones) & ~missing & (ones << 7)
            if reached != 0 { return at + reached.trailingZeroBitCount / 8 + 1 }
            left -= ends >> 56
            at += 8
        }
        while left > 0, at < names.count {
            if names[at] < 128 { left -= 1 }
            at += 1
        }
        return at
    }
}
