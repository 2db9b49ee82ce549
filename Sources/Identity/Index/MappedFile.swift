// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file mapped into memory for reading, unmapped with its last user.
final class MappedFile: Sendable {
    /// Never written through, by nobody, while the mapping lives.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(_ path: String) throws(PopulationIndexError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(reason: String(cString: strerror(errno))) }
        let count = Int(status.st_size)
        guard count >= IndexLayout.headerBytes else { throw .notAnIndex }
        guard let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
            throw .cannotOpen(reason: String(cString: strerror(errno)))
        }
        bytes = UnsafeRawBufferPointer(start: base, count: count)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
