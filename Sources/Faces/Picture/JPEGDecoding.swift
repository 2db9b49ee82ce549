// SPDX-License-Identifier: Apache-2.0

internal import CTurboJPEG

/// JPEG through libjpeg-turbo. What the library only warns of (missing or contradicting data) is an error here: a face
/// half of grey blocks would mislead.
struct JPEGDecoding {
    let limits: PictureLimits

    func decode(_ bytes: [UInt8]) throws(PictureError) -> Picture {
        try checkScans(bytes)
        guard let decoder = tjInitDecompress() else { throw .damaged(.jpeg) }
        defer { tjDestroy(decoder) }
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard
            tjDecompressHeader3(decoder, bytes, UInt(bytes.count), &width, &height, &sampling, &colours) == 0,
            width > 0, height > 0
        else { throw .damaged(.jpeg) }
        try limits.check(width: Int(width), height: Int(height))
        let space = UInt32(bitPattern: colours)
        guard space == TJCS_RGB.rawValue || space == TJCS_YCbCr.rawValue || space == TJCS_GRAY.rawValue else {
            throw .unsupported(.jpeg)
        }
        var divisor = 1
        while divisor < 8, Int(width) * Int(height) / (divisor * divisor) > limits.workingPixels { divisor *= 2 }
        let columns = (Int(width) + divisor - 1) / divisor
        let rows = (Int(height) + divisor - 1) / divisor
        var failed = false
        let rgb = [UInt8](unsafeUninitializedCapacity: columns * rows * 3) { buffer, count in
            let code = tjDecompress2(
                decoder, bytes, UInt(bytes.count), buffer.baseAddress, Int32(columns), 0, Int32(rows),
                Int32(TJPF_RGB.rawValue), TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS)
            failed = code != 0
            count = failed ? 0 : columns * rows * 3
        }
        guard !failed, let picture = Picture(width: columns, height: rows, rgb: rgb) else { throw .damaged(.jpeg) }
        return picture
    }

    /// Every pass of a progressive picture walks all of its blocks, so a small file of many passes costs minutes.
    private func checkScans(_ bytes: [UInt8]) throws(PictureError) {
        var scans = 0
        bytes.withUnsafeBufferPointer { all in
            var place = 0
            while place + 1 < all.count {
                if all[place] == 0xFF, all[place + 1] == 0xDA { scans += 1 }
                place += 1
            }
        }
        guard scans <= limits.scans else { throw .tooManyScans(limit: limits.scans) }
    }
}
