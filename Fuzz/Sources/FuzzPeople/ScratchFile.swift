// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file of this process alone, in memory where there is such a folder: indexes are read from files.
public enum ScratchFile {
    public static let path = folder + "/cermat-fuzz-\(getpid()).index"

    public static let folder: String = {
        let memory = "/dev/shm"
        return FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    }()

    /// Writes the file anew, or one beside it.
    public static func write(_ bytes: [UInt8], beside suffix: String = "") {
        let path = path + suffix
        unlink(path)
        guard let file = fopen(path, "wb") else { fatalError("no scratch file at \(path)") }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { fatalError("no room at \(path)") }
    }

    public static func read(_ suffix: String = "") -> [UInt8] {
        FileManager.default.contents(atPath: path + suffix).map { [UInt8]($0) } ?? []
    }

    /// Removes the file and what lies beside it.
    public static func remove() { for suffix in ["", ".changes", ".details", ".documents"] { unlink(path + suffix) } }
}
