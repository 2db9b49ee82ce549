// SPDX-License-Identifier: Apache-2.0

public import Travel

/// One message of an input: its values and the bytes it stands in. Valid inside the call that it is handed to.
public struct DecodedUnit {
    /// The message, decoded from the bytes as the edge filter leaves them.
    public internal(set) var message: ReceivedMessage
    /// The bytes of the message with its own envelope, in order: the whole interchange where it holds nothing else,
    /// else UNA, UNB, UNG and UNH to UNT; for a manifest its header line and its rows. Segment (line) numbers of the
    /// message count through these bytes.
    public internal(set) var pieces: [Range<Int>]
    var findings: FilterFindings
    let input: UnsafeRawBufferPointer

    /// The message's bytes as received, which stand alone: they decode to the same message.
    public var receivedBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
        for piece in pieces { bytes.append(contentsOf: input[piece]) }
        return bytes
    }

    /// The message's bytes with sensitive values and card numbers overwritten, and what was found.
    public func filtered() -> FilteredMessage {
        FilteredMessage(received: receivedBytes, findings: findings, pieces: pieces)
    }
}

extension DecodedUnit {
    /// Bytes that are no message: kept whole and apart, with the reason.
    static func quarantined(
        _ reason: String, _ range: Range<Int>, in input: UnsafeRawBufferPointer
    ) -> DecodedUnit {
        var message = ReceivedMessage(kind: .unknown)
        message.warn(.noMessage, segment: nil, reason)
        message.status = .quarantined
        return DecodedUnit(message: message, pieces: [range], findings: FilterFindings(), input: input)
    }
}
