// SPDX-License-Identifier: Apache-2.0

extension PortraitPicture {
    /// The picture as a baseline JPEG (ITU-T T.81), its comment saying that the person is invented. Our own writer: a
    /// library's bytes change with its version and the processor.
    public var jpeg: [UInt8] {
        var out: [UInt8] = [0xFF, 0xD8]
        out += JPEGTables.segment(0xE0, [0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
        out += JPEGTables.segment(0xFE, Array(InventedMark.words.utf8))
        out += JPEGTables.segment(0xDB, [0] + JPEGTables.order.map { JPEGTables.steps[$0] })
        let (h, w) = (UInt16(clamping: height), UInt16(clamping: width))
        out += JPEGTables.segment(
            0xC0,
            [8, UInt8(h >> 8), UInt8(h & 255), UInt8(w >> 8), UInt8(w & 255), 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])
        out += JPEGTables.segment(0xC4, [0x00] + JPEGTables.levelLengths + JPEGTables.levelSymbols)
        out += JPEGTables.segment(0xC4, [0x10] + JPEGTables.waveLengths + JPEGTables.waveSymbols)
        out += JPEGTables.segment(0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0])
        var writer = JPEGBlockWriter(bytes: out)
        for top in stride(from: 0, to: height, by: 8) {
            for left in stride(from: 0, to: width, by: 8) {
                for component in 0..<3 { writer.write(block(left, top, component), component) }
            }
        }
        return writer.finish()
    }

    /// 64 values of -128...127 of one component (ITU-T T.871): light, blueness, redness.
    private func block(_ left: Int, _ top: Int, _ component: Int) -> [Float] {
        let weights: SIMD3<Float> =
            switch component {
            case 0: SIMD3(0.299, 0.587, 0.114)
            case 1: SIMD3(-0.168_736, -0.331_264, 0.5)
            default: SIMD3(0.5, -0.418_688, -0.081_312)
            }
        let shift: Float = component == 0 ? -128 : 0
        return [Float](unsafeUninitializedCapacity: 64) { buffer, count in
            for row in 0..<8 {
                for column in 0..<8 {
                    let place = (min(top + row, height - 1) * width + min(left + column, width - 1)) * 3
                    let colour = SIMD3(Float(rgb[place]), Float(rgb[place + 1]), Float(rgb[place + 2]))
                    buffer[row * 8 + column] = weights.dot(colour) + shift
                }
            }
            count = 64
        }
    }
}
