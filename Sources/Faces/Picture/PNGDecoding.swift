// SPDX-License-Identifier: Apache-2.0

internal import CPNG

/// PNG through libpng's simplified interface; transparent parts stand on white.
struct PNGDecoding {
    let limits: PictureLimits

    func decode(_ bytes: [UInt8]) throws(PictureError) -> Picture {
        guard PNGChunks.areWhole(bytes) else { throw .damaged(.png) }
        // The library keeps pointers to the bytes and to the structure from the first call to the last.
        let result: Result<Picture, PictureError> = bytes.withUnsafeBytes { source in
            withUnsafeTemporaryAllocation(of: png_image.self, capacity: 1) { place in
                place.initialize(repeating: png_image())
                guard let image = place.baseAddress else { return .failure(.damaged(.png)) }
                image.pointee.version = UInt32(PNG_IMAGE_VERSION)
                defer { png_image_free(image) }
                return read(source, into: image)
            }
        }
        return try result.get()
    }

    private func read(
        _ source: UnsafeRawBufferPointer, into image: UnsafeMutablePointer<png_image>
    ) -> Result<Picture, PictureError> {
        guard png_image_begin_read_from_memory(image, source.baseAddress, source.count) != 0 else {
            return .failure(.damaged(.png))
        }
        let (width, height) = (Int(image.pointee.width), Int(image.pointee.height))
        do { try limits.check(width: width, height: height) } catch { return .failure(error) }
        image.pointee.format = UInt32(PNG_FORMAT_FLAG_COLOR)
        var background = png_color(red: 255, green: 255, blue: 255)
        let rgb = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
            let read = png_image_finish_read(image, &background, buffer.baseAddress, 0, nil) != 0
            count = read ? width * height * 3 : 0
        }
        guard let picture = Picture(width: width, height: height, rgb: rgb) else { return .failure(.damaged(.png)) }
        return .success(picture)
    }
}
