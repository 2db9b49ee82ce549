// SPDX-License-Identifier: Apache-2.0

/// A decoded picture: 8-bit red, green and blue, row by row from the top left, upright.
public struct Picture: Hashable, Sendable {
    /// Columns, at least 1.
    public let width: Int
    /// Rows, at least 1.
    public let height: Int
    /// `width * height * 3` bytes.
    public let rgb: [UInt8]

    /// A picture of so many bytes; nil when they do not fit the size.
    public init?(width: Int, height: Int, rgb: [UInt8]) {
        guard width > 0, height > 0, rgb.count == width * height * 3 else { return nil }
        self.width = width
        self.height = height
        self.rgb = rgb
    }

    /// The longer side in pixels.
    public var longSide: Int { max(width, height) }

    /// Mirrored left to right.
    public var mirrored: Picture {
        turned(.mirrored)
    }
}
