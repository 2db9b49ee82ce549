// SPDX-License-Identifier: Apache-2.0

internal import CameraHost
internal import Foundation

/// Where a fixed camera's pictures come from: a folder or a file, of which every frame is looked at, or a live stream, of
/// which the newest is.
struct FrameSource {
    /// Pictures in the order of their names.
    private var pictures: ArraySlice<String> = []
    private var file: FileHandle?
    private var cutter = MotionJPEG()
    private var waiting: ArraySlice<[UInt8]> = []
    private var live: LiveFrames?

    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        if path == "-" {
            begin(.standardInput)
        } else if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
                [".jpg", ".jpeg", ".png"].contains { name.lowercased().hasSuffix($0) }
            }
            pictures = ArraySlice(names.sorted().map { path + "/" + $0 })
        } else if let handle = FileHandle(forReadingAtPath: path) {
            begin(handle)
        } else {
            throw CommandFailure.exit("\(path) is no folder and no file that can be read")
        }
    }

    /// A file holds still; a pipe or a device goes on by itself.
    private mutating func begin(_ handle: FileHandle) {
        var facts = stat()
        let isFile = fstat(handle.fileDescriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
        file = handle
        if !isFile { live = LiveFrames(descriptor: handle.fileDescriptor) }
    }

    /// Whether it goes on while nobody looks.
    var isLive: Bool { live != nil }

    /// Frames that were too long or broken off.
    var unreadable: Int { live?.unreadable ?? cutter.dropped }

    /// Frames that a newer one took the place of.
    var passedOver: Int { live?.passedOver ?? 0 }

    /// The next frame; nil at the end.
    mutating func next() async throws -> [UInt8]? {
        if let live { return await live.next() }
        if let path = pictures.popFirst() { return try InputFile(path).bytes }
        while waiting.isEmpty, let file {
            guard let bytes = try file.read(upToCount: 256 * 1024), !bytes.isEmpty else { return nil }
            waiting = ArraySlice(cutter.take(bytes))
        }
        return waiting.popFirst()
    }
}
