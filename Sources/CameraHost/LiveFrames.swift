// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Synchronization

/// The frames of a camera that goes on whether or not anybody looks. Only the newest is held: whoever is slower than the
/// camera looks at what is there now, and never at what was.
///
/// A class since a thread of its own reads, which waits for the camera.
public final class LiveFrames: Sendable {
    private struct Counts {
        var passedOver = 0
        var unreadable = 0
    }

    private let counts = Mutex(Counts())
    private let stream: AsyncStream<[UInt8]>
    private static let chunkBytes = 64 * 1024

    /// Reads an open descriptor of MJPEG to its end; it is not closed.
    ///
    /// - Parameter limitBytes: the longest frame; longer ones are passed over.
    public init(descriptor: Int32, limitBytes: Int = 2 << 20) {
        let (stream, frames) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(1))
        self.stream = stream
        // Awaited by nobody: it waits for the camera, and ends with it or with the program.
        Thread.detachNewThread { [self] in
            var cutter = MotionJPEG(limitBytes: limitBytes)
            while let bytes = LiveFrames.read(descriptor) {
                for frame in cutter.take(bytes) {
                    if case .dropped = frames.yield(frame) { counts.withLock { $0.passedOver += 1 } }
                }
                counts.withLock { $0.unreadable = cutter.dropped }
            }
            frames.finish()
        }
    }

    /// The newest frame, waited for where none came since the last; nil at the end of the camera.
    public func next() async -> [UInt8]? {
        var frames = stream.makeAsyncIterator()
        return await frames.next()
    }

    /// Frames that a newer one took the place of.
    public var passedOver: Int { counts.withLock { $0.passedOver } }

    /// Frames that were too long or broken off.
    public var unreadable: Int { counts.withLock { $0.unreadable } }

    /// What has come, without waiting for more than there is; nil at the end.
    private static func read(_ descriptor: Int32) -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while true {
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count > 0 { return Array(chunk[..<count]) }
            if count < 0, errno == EINTR { continue }
            return nil
        }
    }
}
