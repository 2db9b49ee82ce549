// SPDX-License-Identifier: Apache-2.0

import CardReader

/// Lines of a reader's program, in any pieces: an event that is read has one spelling and is read back from it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    var frames = LineFrames()
    for frame in frames.take(bytes[..<(count / 2)]) + frames.take(bytes[(count / 2)...]) {
        guard case .line(let line) = frame else { continue }
        precondition(line.count <= ReaderLine.limitBytes)
        _ = try? HostCommand(line)
        guard let event = try? ReaderLine.event(line) else { continue }
        guard let again = try? ReaderLine.event(Array(ReaderLine.text(event).utf8)), again == event else {
            preconditionFailure("an event is not read back")
        }
    }
    precondition(frames.heldBytes <= ReaderLine.limitBytes + 2)
    return 0
}
