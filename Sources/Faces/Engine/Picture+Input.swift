// SPDX-License-Identifier: Apache-2.0

extension Picture {
    /// Writes the picture, brought to `width` x `height`, into planes of `planeWidth` x `planeHeight`; the rest is black.
    func fill(
        _ planes: UnsafeMutableBufferPointer<Float>, width newWidth: Int, height newHeight: Int, _ planeWidth: Int,
        _ planeHeight: Int, _ input: ModelManifest.Input
    ) {
        let black = (0 - input.mean) * input.scale
        if newWidth < planeWidth || newHeight < planeHeight { planes.update(repeating: black) }
        let (across, down) = (Float(width) / Float(newWidth), Float(height) / Float(newHeight))
        let area = planeWidth * planeHeight
        let order = input.channels == .rgb ? (0, area, 2 * area) : (2 * area, area, 0)
        let columns = (0..<newWidth).map { Tap(at: (Float($0) + 0.5) * across - 0.5, below: width) }
        rgb.withUnsafeBufferPointer { source in
            for y in 0..<newHeight {
                let row = Tap(at: (Float(y) + 0.5) * down - 0.5, below: height)
                let (upper, lower) = (row.first * width, row.second * width)
                for x in 0..<newWidth {
                    let column = columns[x]
                    @inline(__always) func value(_ channel: Int) -> Float {
                        let top =
                            Float(source[(upper + column.first) * 3 + channel]) * (1 - column.weight)
                            + Float(source[(upper + column.second) * 3 + channel]) * column.weight
                        let bottom =
                            Float(source[(lower + column.first) * 3 + channel]) * (1 - column.weight)
                            + Float(source[(lower + column.second) * 3 + channel]) * column.weight
                        return (top * (1 - row.weight) + bottom * row.weight - input.mean) * input.scale
                    }
                    let target = y * planeWidth + x
                    planes[target + order.0] = value(0)
                    planes[target + order.1] = value(1)
                    planes[target + order.2] = value(2)
                }
            }
        }
    }
}

/// Two neighbours and how much of the second.
private struct Tap {
    let first: Int
    let second: Int
    let weight: Float

    init(at place: Float, below count: Int) {
        let held = min(max(place, 0), Float(count - 1))
        first = min(Int(held), count - 1)
        second = min(first + 1, count - 1)
        weight = held - Float(first)
    }
}
