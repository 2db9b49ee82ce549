// SPDX-License-Identifier: Apache-2.0

import CameraHost
import Foundation
import Testing

@Suite struct LiveFramesTests {
    /// Waits until the reader has taken what was written; a thread of its own reads.
    private func settled(_ live: LiveFrames, passedOver: Int) async throws {
        for _ in 0..<2_000 where live.passedOver < passedOver { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test func `whoever is slow gets the newest frame, the last one too, and the rest is counted`() async throws {
        let pipe = Pipe()
        let live = LiveFrames(descriptor: pipe.fileHandleForReading.fileDescriptor)
        let write = pipe.fileHandleForWriting
        try write.write(contentsOf: (1...50).flatMap { MotionJPEGTests.frame(UInt8($0)) })
        try await settled(live, passedOver: 49)
        #expect(await live.next() == MotionJPEGTests.frame(50))
        try write.write(contentsOf: (51...60).flatMap { MotionJPEGTests.frame(UInt8($0)) })
        try await settled(live, passedOver: 58)
        try write.close()
        #expect(await live.next() == MotionJPEGTests.frame(60))
        #expect(await live.next() == nil)
        #expect(live.passedOver == 58 && live.unreadable == 0)
    }

    @Test func `a frame is given as soon as it is whole, without waiting for a full buffer`() async throws {
        let pipe = Pipe()
        let live = LiveFrames(descriptor: pipe.fileHandleForReading.fileDescriptor, limitBytes: 100)
        let write = pipe.fileHandleForWriting
        try write.write(contentsOf: MotionJPEGTests.frame(1))
        #expect(await live.next() == MotionJPEGTests.frame(1))
        try write.write(contentsOf: MotionJPEGTests.frame(2, padding: 500) + MotionJPEGTests.frame(3))
        #expect(await live.next() == MotionJPEGTests.frame(3))
        try write.close()
        #expect(await live.next() == nil)
        #expect(live.unreadable == 1)
    }
}
