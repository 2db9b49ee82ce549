// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file of this process alone, in memory where there is such a folder: indexes are read from files.
public enum ScratchFile {
    public static let path: String = {
        let memory = "/dev/shm"
        let folder = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        return folder + "/cermat-fuzz-\(getpid()).index"
    }()

    /// Writes the file anew.
    public static func write(_ bytes: [UInt8]) {
        unlink(path)
        guard let file = fopen(path, "wb") else { fatalError("no scratch file at \(path)") }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { fatalError("no room at \(path)") }
    }

    public static func read() -> [UInt8] { FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [] }

    public static func remove() { unlink(path) }
}
