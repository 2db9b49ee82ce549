// SPDX-License-Identifier: Apache-2.0

/// How a stored picture must be turned to stand upright (Exif 2.32, tag 0x0112).
public enum Orientation: UInt8, Hashable, Sendable, CaseIterable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case flipped = 4
    case transposed = 5
    case turnedLeft = 6
    case transversed = 7
    case turnedRight = 8

    /// Columns become rows.
    var swapsSides: Bool { rawValue >= 5 }
}

extension Picture {
    /// The picture turned upright from how it was stored.
    public func turned(_ orientation: Orientation) -> Picture {
        guard orientation != .upright else { return self }
        let (newWidth, newHeight) = orientation.swapsSides ? (height, width) : (width, height)
        var turned = [UInt8](repeating: 0, count: rgb.count)
        rgb.withUnsafeBufferPointer { source in
            var target = 0
            for y in 0..<newHeight {
                for x in 0..<newWidth {
                    let (column, row) =
                        switch orientation {
                        case .upright: (x, y)
                        case .mirrored: (width - 1 - x, y)
                        case .upsideDown: (width - 1 - x, height - 1 - y)
                        case .flipped: (x, height - 1 - y)
                        case .transposed: (y, x)
                        case .turnedLeft: (y, height - 1 - x)
                        case .transversed: (width - 1 - y, height - 1 - x)
                        case .turnedRight: (width - 1 - y, x)
                        }
                    let from = (row * width + column) * 3
                    turned[target] = source[from]
                    turned[target + 1] = source[from + 1]
                    turned[target + 2] = source[from + 2]
                    target += 3
                }
            }
        }
        return Picture(width: newWidth, height: newHeight, rgb: turned) ?? self
    }
}
