// SPDX-License-Identifier: Apache-2.0

/// A picture and its halvings, so that a face of any size is sampled without skipping pixels.
struct PicturePyramid {
    /// The picture, its half, its quarter and so on, down to 32 pixels.
    let levels: [Picture]

    init(_ picture: Picture) {
        var levels = [picture]
        while let last = levels.last, min(last.width, last.height) >= 64, levels.count < 12 {
            levels.append(last.halved)
        }
        self.levels = levels
    }

    /// The smallest level that still has at least `scale` (0...1) of the picture's size, and its number.
    func level(atLeast scale: Double) -> (picture: Picture, number: Int) {
        var number = 0
        while number + 1 < levels.count, 1 / Double(1 << (number + 1)) >= scale { number += 1 }
        return (levels[number], number)
    }
}

extension Picture {
    /// Half the size, each pixel the mean of four; an odd last row or column is left out.
    var halved: Picture {
        let (columns, rows) = (max(1, width / 2), max(1, height / 2))
        guard width >= 2, height >= 2 else { return self }
        var half = [UInt8](repeating: 0, count: columns * rows * 3)
        rgb.withUnsafeBufferPointer { source in
            half.withUnsafeMutableBufferPointer { target in
                for y in 0..<rows {
                    let upper = 2 * y * width * 3
                    let lower = upper + width * 3
                    for x in 0..<columns {
                        for channel in 0..<3 {
                            let place = 6 * x + channel
                            let sum =
                                UInt16(source[upper + place]) + UInt16(source[upper + place + 3])
                                + UInt16(source[lower + place]) + UInt16(source[lower + place + 3])
                            target[(y * columns + x) * 3 + channel] = UInt8(truncatingIfNeeded: (sum + 2) >> 2)
                        }
                    }
                }
            }
        }
        return Picture(width: columns, height: rows, rgb: half) ?? self
    }
}
