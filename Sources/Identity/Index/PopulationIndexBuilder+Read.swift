// SPDX-License-Identifier: Apache-2.0

internal import Glibc

extension PopulationIndexBuilder {
    /// The bytes that are read from an extract at once.
    static let pieceBytes = 1 << 22
    /// The most bytes of a line.
    static let mostLineBytes = 1 << 24

    /// Takes the rows of an extract in pieces, so that a stream of any length needs little memory.
    ///
    /// - Parameters:
    ///   - path: a file, or `-` for standard input.
    ///   - progress: called with the bytes read and the residents gathered so far, once a piece.
    public mutating func add(
        contentsOf path: String, progress: (_ bytes: Int, _ residents: Int) -> Void = { _, _ in }
    ) throws(PopulationIndexError) {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(reason: "\(path): " + String(cString: strerror(errno))) }
        defer { if descriptor != 0 { close(descriptor) } }
        try add(progress: progress) { space throws(PopulationIndexError) in
            while true {
                let count = Glibc.read(descriptor, space.baseAddress, space.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw .cannotRead(reason: "\(path): " + String(cString: strerror(errno))) }
                return count
            }
        }
    }

    /// Takes the rows of an extract whose bytes `read` puts into the room given to it; 0 for the end.
    mutating func add(
        pieceBytes: Int = Self.pieceBytes, progress: (_ bytes: Int, _ residents: Int) -> Void = { _, _ in },
        read: (UnsafeMutableRawBufferPointer) throws(PopulationIndexError) -> Int
    ) throws(PopulationIndexError) {
        var piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceBytes, alignment: 64)
        defer { piece.deallocate() }
        var held = 0
        var total = 0
        var line = 0
        var columns: ResidentColumns?
        while true {
            if held == piece.count {
                guard piece.count < Self.mostLineBytes else {
                    throw .cannotRead(reason: "line \(line + 1) has more than \(Self.mostLineBytes) bytes")
                }
                let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: piece.count * 2, alignment: 64)
                larger.copyMemory(from: UnsafeRawBufferPointer(piece))
                piece.deallocate()
                piece = larger
            }
            let count = try read(UnsafeMutableRawBufferPointer(rebasing: piece[held...]))
            held += count
            total += count
            let bytes = UnsafeBufferPointer(
                start: piece.baseAddress?.assumingMemoryBound(to: UInt8.self), count: held)
            // A mark of the byte order may itself come in pieces.
            if total == held, count > 0, held < 3 { continue }
            let isStart = total == held && columns == nil
            let mark = isStart && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            let text = UnsafeBufferPointer(rebasing: bytes[mark...])
            var walker = RowWalker(piece: text, linesBefore: line, isFinal: count == 0)
            if columns == nil { columns = try titles(&walker, isFinal: count == 0) }
            if let columns { try take(&walker, text, columns, progress: { _ in }) }
            line = walker.line
            let done = walker.position == 0 ? 0 : mark + walker.position
            held -= done
            if held > 0, done > 0, let base = piece.baseAddress { memmove(base, base + done, held) }
            progress(total, self.count)
            guard count > 0 else { return }
        }
    }

    /// The columns, once their line is there.
    private mutating func titles(
        _ walker: inout RowWalker, isFinal: Bool
    ) throws(PopulationIndexError) -> ResidentColumns? {
        var copy = walker
        guard isFinal || copy.next() else { return nil }
        return try begin(&walker)
    }
}
