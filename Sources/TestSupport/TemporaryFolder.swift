// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A folder of its own for one test, removed when the last reference goes: a class for that reason.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("cermat-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch {
            // Nothing to do: the system's own cleaning of temporary folders takes it.
        }
    }

    /// All bytes of all files below, one file after the other.
    public func contents() throws -> [UInt8] {
        var all = Data()
        for name in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
            if let data = FileManager.default.contents(atPath: "\(path)/\(name)") { all.append(data) }
        }
        return [UInt8](all)
    }
}
