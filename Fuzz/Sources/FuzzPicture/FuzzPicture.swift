// SPDX-License-Identifier: Apache-2.0

import Faces

/// Picture files: read within the limits, upright, or refused with a reason; equal bytes give an equal picture.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPicture(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    var limits = PictureLimits()
    // Small, so that a header that says much costs a fuzzer no seconds.
    limits.pixels = 4_000_000
    limits.workingPixels = 250_000
    let reader = PictureReader(limits: limits)
    do {
        let picture = try reader.read(bytes)
        precondition(picture.width * picture.height <= limits.pixels, "larger than the limit")
        precondition(picture.rgb.count == picture.width * picture.height * 3, "bytes that do not fit the size")
        guard let again = try? reader.read(bytes), again == picture else {
            preconditionFailure("not read the same again")
        }
    } catch {
        precondition(!error.code.isEmpty && !error.description.isEmpty)
    }
    return 0
}
