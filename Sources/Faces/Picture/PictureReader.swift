// SPDX-License-Identifier: Apache-2.0

/// Reads JPEG and PNG pictures of any size and orientation.
public struct PictureReader: Hashable, Sendable {
    public var limits: PictureLimits

    public init(limits: PictureLimits = PictureLimits()) { self.limits = limits }

    /// Decodes a picture and turns it upright.
    public func read(_ bytes: [UInt8]) throws(PictureError) -> Picture {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            return try JPEGDecoding(limits: limits).decode(bytes).turned(OrientationTag.inJPEG(bytes))
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return try PNGDecoding(limits: limits).decode(bytes).turned(OrientationTag.inPNG(bytes))
        }
        throw .unknownFormat
    }
}
