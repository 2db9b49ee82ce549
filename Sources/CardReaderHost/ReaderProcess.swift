// SPDX-License-Identifier: Apache-2.0

internal import CardReader
internal import Foundation

/// A reader's program as a child process: its lines come as a stream, commands go to its standard input, its standard
/// error is thrown away, since nobody knows what a vendor's program says there.
///
/// A class since a process is one.
final class ReaderProcess: Sendable {
    /// What the program wrote, with when it came; ends with the program's output.
    let frames: AsyncStream<(frame: LineFrames.Frame, at: Int64)>
    private let input: Int32
    private let process: Process

    /// More lines than these that nobody took are dropped: a flood is bounded.
    private static let mostWaiting = 256
    /// What the program sees of our environment.
    private static let environment = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "TMPDIR"]

    /// Starts a program.
    ///
    /// - Parameter command: as a shell takes it, in its place: one program with its arguments.
    init(command: String, now: @escaping @Sendable () -> Int64) throws {
        // A program that has gone must not take us along when it is spoken to.
        signal(SIGPIPE, SIG_IGN)
        var toChild: [Int32] = [0, 0], fromChild: [Int32] = [0, 0]
        guard pipe(&toChild) == 0 else { throw POSIXError(.EMFILE) }
        guard pipe(&fromChild) == 0 else {
            for descriptor in toChild { Glibc.close(descriptor) }
            throw POSIXError(.EMFILE)
        }
        for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        defer {
            Glibc.close(toChild[0])
            Glibc.close(fromChild[1])
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec " + command]
        process.environment = ProcessInfo.processInfo.environment.filter { Self.environment.contains($0.key) }
        process.standardInput = FileHandle(fileDescriptor: toChild[0], closeOnDealloc: false)
        process.standardOutput = FileHandle(fileDescriptor: fromChild[1], closeOnDealloc: false)
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch {
            Glibc.close(toChild[1])
            Glibc.close(fromChild[0])
            throw error
        }
        // A program that reads nothing must not stop us: what does not fit is not said.
        input = toChild[1]
        _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
        let (stream, continuation) = AsyncStream.makeStream(
            of: (frame: LineFrames.Frame, at: Int64).self, bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        frames = stream
        let output = fromChild[0]
        // A thread of its own: reading a pipe blocks. It ends with the program's output.
        Thread.detachNewThread {
            var lines = LineFrames()
            var chunk = [UInt8](repeating: 0, count: 4_096)
            while true {
                let count = read(output, &chunk, chunk.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                for frame in lines.take(chunk[..<count]) { continuation.yield((frame, now())) }
            }
            Glibc.close(output)
            continuation.finish()
        }
        self.process = process
    }

    deinit { Glibc.close(input) }

    /// Tells the program something; not heard where it does not read.
    func send(_ command: HostCommand) {
        let bytes = Array((command.text + "\n").utf8)
        _ = write(input, bytes, bytes.count)
    }

    /// Ends the program: asks, then SIGTERM, then SIGKILL; returns when it is gone.
    func end() async {
        send(.stop)
        for signal in [SIGTERM, SIGKILL] {
            for _ in 0..<20 where process.isRunning { try? await Task.sleep(for: .milliseconds(100)) }
            guard process.isRunning else { return }
            kill(process.processIdentifier, signal)
        }
        for _ in 0..<20 where process.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
    }
}
