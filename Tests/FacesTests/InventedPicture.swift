// SPDX-License-Identifier: Apache-2.0

import CPNG
import CTurboJPEG
import Faces
import Foundation

/// Pictures made of numbers, and their files.
enum InventedPicture {
    /// Soft stripes and a corner that tells which way is up.
    static func pattern(width: Int, height: Int) -> Picture {
        var rgb: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let corner = x < width / 3 && y < height / 4
                rgb += [corner ? 250 : 40, UInt8(x * 200 / width), UInt8(y * 200 / height)]
            }
        }
        return known(Picture(width: width, height: height, rgb: rgb))
    }

    /// A JPEG file, colours not thinned.
    static func jpeg(_ picture: Picture, progressive: Bool = false) -> [UInt8] {
        let handle = tjInitCompress()
        defer { tjDestroy(handle) }
        var buffer: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        tjCompress2(
            handle, picture.rgb, Int32(picture.width), 0, Int32(picture.height), Int32(TJPF_RGB.rawValue), &buffer,
            &size,
            Int32(TJSAMP_444.rawValue), 95, progressive ? TJFLAG_PROGRESSIVE : 0)
        defer { tjFree(buffer) }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    }

    /// A PNG file.
    static func png(_ picture: Picture) -> [UInt8] {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(picture.width)
        image.height = UInt32(picture.height)
        image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
        var size = 0
        png_image_write_to_memory(&image, nil, &size, 0, picture.rgb, 0, nil)
        var bytes = [UInt8](repeating: 0, count: size)
        png_image_write_to_memory(&image, &bytes, &size, 0, picture.rgb, 0, nil)
        return Array(bytes.prefix(size))
    }

    /// The JPEG with an Exif part that holds an orientation.
    static func oriented(_ jpeg: [UInt8], _ orientation: UInt8, little: Bool) -> [UInt8] {
        let tiff: [UInt8] =
            little
            ? [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
            : [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        let body = [UInt8]("Exif".utf8) + [0, 0] + tiff
        let length = body.count + 2
        return Array(jpeg.prefix(2)) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + body + jpeg.dropFirst(2)
    }
}
