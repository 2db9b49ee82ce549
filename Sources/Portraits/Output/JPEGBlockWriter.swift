// SPDX-License-Identifier: Apache-2.0

/// Writes blocks of 8 by 8 values as a JPEG scan.
struct JPEGBlockWriter {
    private var bytes: [UInt8]
    private var pending: UInt32 = 0
    private var pendingBits = 0
    private var levels = (0, 0, 0)

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func write(_ block: [Float], _ component: Int) {
        let waves = Self.waves(block)
        let level = waves[0]
        let before = component == 0 ? levels.0 : component == 1 ? levels.1 : levels.2
        switch component {
        case 0: levels.0 = level
        case 1: levels.1 = level
        default: levels.2 = level
        }
        let size = Self.size(level - before)
        put(JPEGTables.levelCodes[size])
        put(level - before, size)
        var zeros = 0
        for place in JPEGTables.order.dropFirst() {
            let value = waves[place]
            guard value != 0 else {
                zeros += 1
                continue
            }
            while zeros > 15 {
                put(JPEGTables.waveCodes[0xF0])
                zeros -= 16
            }
            let size = Self.size(value)
            put(JPEGTables.waveCodes[zeros << 4 | size])
            put(value, size)
            zeros = 0
        }
        if zeros > 0 { put(JPEGTables.waveCodes[0]) }
    }

    /// The whole file.
    mutating func finish() -> [UInt8] {
        if pendingBits > 0 { put((code: (1 << UInt32(8 - pendingBits)) - 1, bits: 8 - pendingBits)) }
        return bytes + [0xFF, 0xD9]
    }

    /// The discrete cosine transform, divided by the table's steps and rounded.
    private static func waves(_ block: [Float]) -> [Int] {
        var half = [Float](repeating: 0, count: 64)
        for row in 0..<8 {
            for wave in 0..<8 {
                var sum: Float = 0
                for column in 0..<8 { sum += block[row * 8 + column] * JPEGTables.cosines[wave * 8 + column] }
                half[row * 8 + wave] = sum
            }
        }
        var waves = [Int](repeating: 0, count: 64)
        for wave in 0..<8 {
            for column in 0..<8 {
                var sum: Float = 0
                for row in 0..<8 { sum += half[row * 8 + column] * JPEGTables.cosines[wave * 8 + row] }
                waves[wave * 8 + column] = Int((sum / Float(JPEGTables.steps[wave * 8 + column])).rounded())
            }
        }
        return waves
    }

    private static func size(_ value: Int) -> Int { Int.bitWidth - value.magnitude.leadingZeroBitCount }

    private mutating func put(_ value: Int, _ size: Int) {
        guard size > 0 else { return }
        let coded = value >= 0 ? value : value + (1 << size) - 1
        put((code: UInt32(coded), bits: size))
    }

    private mutating func put(_ symbol: (code: UInt32, bits: Int)) {
        pending = pending << UInt32(symbol.bits) | symbol.code
        pendingBits += symbol.bits
        while pendingBits >= 8 {
            let byte = UInt8(truncatingIfNeeded: pending >> UInt32(pendingBits - 8))
            bytes.append(byte)
            if byte == 0xFF { bytes.append(0) }
            pendingBits -= 8
        }
    }
}
