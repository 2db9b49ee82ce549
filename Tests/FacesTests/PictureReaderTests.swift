// SPDX-License-Identifier: Apache-2.0

import Faces
import Testing

@Suite struct PictureReaderTests {
    private let reader = PictureReader()
    private let picture = InventedPicture.pattern(width: 61, height: 40)

    private func near(_ one: Picture, _ other: Picture, within limit: Int) -> Bool {
        one.width == other.width && one.height == other.height
            && zip(one.rgb, other.rgb).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) } <= limit * one.rgb.count
    }

    @Test func `a PNG is read exactly and a JPEG nearly`() throws {
        #expect(try reader.read(InventedPicture.png(picture)) == picture)
        #expect(near(try reader.read(InventedPicture.jpeg(picture)), picture, within: 4))
        #expect(near(try reader.read(InventedPicture.jpeg(picture, progressive: true)), picture, within: 4))
    }

    @Test(arguments: Orientation.allCases, [true, false])
    func `a camera's orientation stands the picture upright`(orientation: Orientation, little: Bool) throws {
        // What a camera stores is the picture turned the other way.
        let back: Orientation =
            switch orientation {
            case .turnedLeft: .turnedRight
            case .turnedRight: .turnedLeft
            default: orientation
            }
        let stored = picture.turned(back)
        let bytes = InventedPicture.oriented(InventedPicture.jpeg(stored), orientation.rawValue, little: little)
        #expect(near(try reader.read(bytes), picture, within: 4))
    }

    @Test func `a cut-off picture is an error, whatever the cut`() {
        for bytes in [
            InventedPicture.jpeg(picture), InventedPicture.png(picture),
            InventedPicture.jpeg(picture, progressive: true),
        ] {
            for length in stride(from: 0, to: bytes.count - 2, by: 13) {
                #expect(throws: PictureError.self) { try reader.read(Array(bytes.prefix(length))) }
            }
        }
    }

    @Test func `other formats are named as unknown`() {
        #expect(throws: PictureError.unknownFormat) { try reader.read(Array("GIF89a".utf8)) }
        #expect(throws: PictureError.unknownFormat) { try reader.read([]) }
    }

    @Test func `limits hold before memory is taken`() {
        var png = InventedPicture.png(picture)
        // Width and height of the header, which then no longer fits its checksum or says too much: an error either way.
        png.replaceSubrange(16..<24, with: [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF])
        #expect(throws: PictureError.self) { try reader.read(png) }
        var jpeg = InventedPicture.jpeg(picture)
        let frame = jpeg.indices.dropLast(8).first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 }!
        jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
        #expect(throws: PictureError.tooManyPixels(width: 65500, height: 65500, limit: 50_000_000)) {
            try reader.read(jpeg)
        }
        var limits = PictureLimits()
        limits.bytes = 100
        #expect(throws: PictureError.tooManyBytes(limit: 100)) { try PictureReader(limits: limits).read(jpeg) }
        limits = PictureLimits()
        limits.scans = 3
        #expect(throws: PictureError.tooManyScans(limit: 3)) {
            try PictureReader(limits: limits).read(InventedPicture.jpeg(picture, progressive: true))
        }
    }

    @Test func `a picture whose last chunk is cut off is damaged, also where all pixels came before`() {
        // Found by fuzzing: libpng takes as much memory as a chunk's length says. It gives this picture all the same when
        // the length is small, so only the look at the lengths refuses it.
        let whole = InventedPicture.png(picture)
        let last = whole.count - 12
        let chunk: [UInt8] = [0x56, 0, 0, 0] + Array("eXIf".utf8) + [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8]
        #expect(throws: PictureError.damaged(.png)) { try reader.read(Array(whole[..<last]) + chunk) }
        #expect(throws: PictureError.damaged(.png)) { try reader.read(Array(whole[..<33]) + chunk + whole[33...]) }
        #expect(throws: PictureError.damaged(.png)) { try reader.read(Array(whole[..<last])) }
        #expect(throws: Never.self) { try reader.read(whole + [1, 2, 3]) }
    }

    @Test func `a large JPEG is decoded smaller`() throws {
        var limits = PictureLimits()
        limits.workingPixels = 100 * 100
        let large = InventedPicture.pattern(width: 400, height: 301)
        let read = try PictureReader(limits: limits).read(InventedPicture.jpeg(large))
        #expect(read.width == 100)
        #expect(read.height == 76)
    }

    @Test(arguments: 0..<20) func `damaged files are read or refused`(seed: Int) {
        var numbers = SeededNumbers(UInt64(seed))
        let whole = [
            InventedPicture.jpeg(picture), InventedPicture.png(picture),
            InventedPicture.jpeg(picture, progressive: true),
            InventedPicture.oriented(InventedPicture.jpeg(picture), 6, little: true),
        ]
        for _ in 0..<50 {
            var bytes = whole[seed % 4]
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            let read = try? reader.read(bytes)
            #expect((read?.width ?? 0) * (read?.height ?? 0) <= 50_000_000)
        }
    }
}
