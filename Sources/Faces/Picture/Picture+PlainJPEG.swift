// SPDX-License-Identifier: Apache-2.0

extension Picture {
    /// The picture as a JPEG that carries nothing but its pixels: none of what a camera writes beside them about place, time
    /// and device leaves with it. Halved until its longer side fits, and of less quality until its bytes do.
    ///
    /// - Parameters:
    ///   - longSide: in pixels, 64 at least.
    ///   - limit: the most bytes.
    /// - Returns: nil where even the poorest does not fit, or the library refuses.
    public func plainJPEG(longSide: Int = 1024, atMostBytes limit: Int) -> [UInt8]? {
        var picture = self
        while picture.longSide > max(longSide, 64) { picture = picture.halved }
        for quality in [Int32(90), 75, 60] {
            guard let bytes = JPEGEncoding(quality: quality).encode(picture) else { return nil }
            if bytes.count <= limit { return bytes }
        }
        return nil
    }
}
