// SPDX-License-Identifier: Apache-2.0

import Messages

/// What must hold of any bytes that a carrier may send; a failure traps, which the fuzzer takes for a crash.
public enum MessageChecks {
    /// Decodes the bytes and checks that
    /// - every input gives at least one line, and cutting finds the places where decoding does,
    /// - the edge filter keeps every length and leaves nothing for a second pass,
    /// - the bytes kept of a whole message decode to the same message.
    public static func check(_ bytes: [UInt8]) {
        var pieces: [[UInt8]] = []
        MessageDecoder.decode(bytes) { unit in
            let received = unit.receivedBytes
            pieces.append(received)
            guard unit.message.status != .quarantined else { return }
            let filtered = unit.filtered()
            require(filtered.bytes.count == received.count, "the edge filter changed a length")
            // A table's encoding is told from all its rows, of which the message may be a part.
            guard isWhole(unit), unit.message.kind != .manifest || String(validating: bytes, as: UTF8.self) != nil
            else { return }
            check(kept: filtered.bytes, line: line(unit))
        }
        require(!pieces.isEmpty, "an input without a line")
        require(MessageDecoder.split(bytes) == pieces, "cutting and decoding differ")
    }

    /// Whether the message has its envelope and its end. What a damaged one's separators are may depend on bytes that
    /// are not its own; the product therefore always decodes the bytes kept, also the first time.
    private static func isWhole(_ unit: DecodedUnit) -> Bool {
        let damage: [WarningCode] = [.messageEndMissing, .interchangeHeaderMissing, .unreadableSegment]
        return unit.message.kind != .unknown
            && !unit.message.warnings.contains { warning in damage.contains { $0.rawValue == warning.code } }
    }

    /// Checks what the inbox keeps of one message.
    private static func check(kept bytes: [UInt8], line expected: String) {
        var lines: [String] = []
        MessageDecoder.decode(bytes) { unit in
            lines.append(line(unit))
            let again = unit.filtered()
            require(again.bytes == unit.receivedBytes, "a second pass of the edge filter found more")
        }
        require(
            lines == [expected],
            "the bytes kept decode to another message:\n\(expected)\n\(lines.joined(separator: "\n"))\n\(bytes)")
    }

    private static func require(_ holds: Bool, _ text: @autoclosure () -> String) {
        // The fuzzer's log is the only reader; its inputs are invented.
        if !holds { fatalError("CHECK FAILED: \(text())") }
    }

    private static func line(_ unit: DecodedUnit) -> String {
        MessageJSON.line(for: unit.message, source: "", index: 0)
    }
}
