// SPDX-License-Identifier: Apache-2.0

/// What a picture may ask for; checked before memory is taken.
public struct PictureLimits: Hashable, Sendable {
    /// The most bytes of a file.
    public var bytes = 32 << 20
    /// The most pixels that a header may announce.
    public var pixels = 50_000_000
    /// A JPEG with more pixels is decoded at half, a quarter or an eighth of its size.
    public var workingPixels = 16_000_000
    /// The most passes of a progressive JPEG; cameras and programs write about ten.
    public var scans = 64

    public init() {}

    /// Checks a size from a header.
    func check(width: Int, height: Int) throws(PictureError) {
        let (count, overflow) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0, !overflow, count <= pixels else {
            throw .tooManyPixels(width: width, height: height, limit: pixels)
        }
    }
}
