// SPDX-License-Identifier: Apache-2.0

import CameraHost
import Testing

@Suite struct MotionJPEGTests {
    /// A frame as its markers are: a header with a small picture inside, a scan with a stuffed byte and a restart.
    static func frame(_ number: UInt8, padding: Int = 0) -> [UInt8] {
        let header: [UInt8] = [0xFF, 0xE1, 0x00, 0x08, 0xFF, 0xD8, 0xFF, 0xD9, 0x00, 0x00]
        let scan: [UInt8] = [0xFF, 0xDA, 0x00, 0x03, number, 0xFF, 0x00, 0xFF, 0xD3, number]
        return [0xFF, 0xD8] + header + scan + [UInt8](repeating: 7, count: padding) + [0xFF, 0xD9]
    }

    private func frame(_ number: UInt8, padding: Int = 0) -> [UInt8] { Self.frame(number, padding: padding) }

    @Test(arguments: 1...60) func `frames come out whole, however the bytes come in`(step: Int) {
        let between = Array("\r\n--frame\r\nContent-Type: image/jpeg\r\n\r\n".utf8)
        let frames = (1...4).map { frame(UInt8($0)) }
        let stream = frames.flatMap { between + $0 } + between
        var cutter = MotionJPEG()
        var found: [[UInt8]] = []
        var place = 0
        while place < stream.count {
            found += cutter.take(stream[place..<min(stream.count, place + step)])
            place += step
        }
        #expect(found == frames)
        #expect(cutter.dropped == 0)
    }

    @Test func `a frame that is too long or broken off is passed over`() {
        var cutter = MotionJPEG(limitBytes: 100)
        let broken: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x02, 0x33]
        #expect(cutter.take(frame(1, padding: 500) + broken + frame(2)) == [frame(2)])
        #expect(cutter.dropped >= 2)
    }

    @Test func `noise takes no memory and gives nothing`() {
        var cutter = MotionJPEG(limitBytes: 1000)
        for _ in 0..<200 { #expect(cutter.take([UInt8](repeating: 0xFF, count: 1000)).isEmpty) }
        #expect(cutter.take(frame(3)) == [frame(3)])
    }

    @Test func `figures count and say what stopped`() {
        var figures = WatchFigures()
        #expect(figures.note(.seen(faces: 2, searched: 1)) == nil)
        #expect(figures.note(.busy) == nil)
        #expect(figures.note(.stopped(code: "closed")) == "closed")
        #expect(figures.frames == 1 && figures.faces == 2 && figures.searched == 1 && figures.passedOver == 1)
    }
}
