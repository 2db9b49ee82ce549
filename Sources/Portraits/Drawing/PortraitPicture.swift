// SPDX-License-Identifier: Apache-2.0

/// A painted picture, 8-bit red, green and blue from the top left; it cannot be had without its mark.
public struct PortraitPicture: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// `width * height * 3` bytes.
    public private(set) var rgb: [UInt8]

    /// Gathers finer colours into the picture, as a sensor and a display would, and marks it.
    init(colours: [SIMD3<Float>], width: Int, height: Int, finer: Int, grain: Float, seed: UInt32) {
        self.width = width
        self.height = height
        let noise = Noise(seed: seed)
        let share = 1 / Float(finer * finer)
        rgb = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
            for y in 0..<height {
                for x in 0..<width {
                    var sum = SIMD3<Float>.zero
                    for dy in 0..<finer {
                        for dx in 0..<finer { sum += colours[(y * finer + dy) * width * finer + x * finer + dx] }
                    }
                    let speck = grain * noise.cell(Int32(x), Int32(y), 1)
                    let display = Self.display(sum * share) + SIMD3(repeating: speck)
                    let place = (y * width + x) * 3
                    for channel in 0..<3 {
                        buffer[place + channel] = UInt8(min(max(display[channel] + 0.5, 0), 255))
                    }
                }
            }
            count = width * height * 3
        }
        InventedMark.stamp(&rgb, width: width, height: height)
    }

    /// Linear light as a display value, with a soft shoulder so that highlights do not clip.
    private static func display(_ linear: SIMD3<Float>) -> SIMD3<Float> {
        let soft = linear / (1 + 0.16 * linear)
        return soft.clamped(lowerBound: .zero, upperBound: SIMD3(repeating: 1.2)).squareRoot() * (255 * 1.03)
    }
}
