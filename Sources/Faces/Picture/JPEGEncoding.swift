// SPDX-License-Identifier: Apache-2.0

internal import CTurboJPEG

/// Pictures as JPEG, through libjpeg-turbo.
struct JPEGEncoding {
    /// 1...100; at 90 a face loses nothing that people or the embedder see.
    var quality: Int32 = 90

    /// Nil where the library refuses, as it does without memory.
    func encode(_ picture: Picture) -> [UInt8]? {
        guard let encoder = tjInitCompress() else { return nil }
        defer { tjDestroy(encoder) }
        var buffer: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(buffer) }
        let code = tjCompress2(
            encoder, picture.rgb, Int32(picture.width), 0, Int32(picture.height), Int32(TJPF_RGB.rawValue), &buffer,
            &size, Int32(TJSAMP_444.rawValue), quality, 0)
        guard code == 0, let buffer else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    }
}
