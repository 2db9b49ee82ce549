// SPDX-License-Identifier: Apache-2.0

internal import Edifact
public import Travel

/// Cuts inputs into messages and decodes them: EDIFACT interchanges of any number and order, PNRGOV
/// documents, machine readable zones and manifest tables.
///
/// Decoding is a pure function of the bytes. Memory grows with the largest message, not with the input.
public enum MessageDecoder {
    /// Decodes every message of an input, in order, and hands each to `body` as soon as its end is known.
    ///
    /// The edge filter works in the same pass: messages show what it leaves.
    /// - Parameter cardTokens: keyed tokens of overwritten card numbers by ``CardFinding/offset``.
    public static func decode(
        _ bytes: UnsafeRawBufferPointer, cardTokens: [Int: String] = [:], body: (DecodedUnit) -> Void
    ) {
        forEachUnit(in: bytes, decoding: true, cardTokens: cardTokens, body)
    }

    /// Decodes every message of an array of bytes.
    public static func decode(_ bytes: [UInt8], cardTokens: [Int: String] = [:], body: (DecodedUnit) -> Void) {
        bytes.withUnsafeBytes { decode($0, cardTokens: cardTokens, body: body) }
    }

    /// The messages of an array of bytes.
    public static func messages(in bytes: [UInt8], cardTokens: [Int: String] = [:]) -> [ReceivedMessage] {
        var messages: [ReceivedMessage] = []
        decode(bytes, cardTokens: cardTokens) { messages.append($0.message) }
        return messages
    }

    /// Cuts an input into the bytes of its messages, each with an envelope of its own, at the same places as
    /// ``decode(_:cardTokens:body:)-(UnsafeRawBufferPointer,_,_)``, without decoding them.
    public static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        var messages: [[UInt8]] = []
        bytes.withUnsafeBytes { input in
            forEachUnit(in: input, decoding: false, cardTokens: [:]) { messages.append($0.receivedBytes) }
        }
        return messages
    }

    static func forEachUnit(
        in input: UnsafeRawBufferPointer, decoding: Bool, cardTokens: [Int: String], _ body: (DecodedUnit) -> Void
    ) {
        guard let repaired = InputRepair.repaired(input.bindMemory(to: UInt8.self)) else {
            return forEachSoundUnit(in: input, decoding: decoding, cardTokens: cardTokens, body)
        }
        repaired.withUnsafeBytes {
            forEachSoundUnit(in: $0, decoding: decoding, cardTokens: cardTokens, body)
        }
    }

    private static func forEachSoundUnit(
        in input: UnsafeRawBufferPointer, decoding: Bool, cardTokens: [Int: String], _ body: (DecodedUnit) -> Void
    ) {
        let bytes = input.bindMemory(to: UInt8.self)
        switch InputFormat(of: bytes) {
        case .edifact:
            var walker = InterchangeWalker(input, decoding: decoding, cardTokens: cardTokens)
            walker.walk(body)
        case .manifest(let separator):
            ManifestReader.forEachUnit(in: input, separator: separator, body)
        case .zones: MRZReader(input).walk(body)
        case .xml: XMLWalker(input, cardTokens: cardTokens).walk(body)
        case .unknown(let reason): body(.quarantined(reason, 0..<bytes.count, in: input))
        case .blank: body(.quarantined("the input is empty", 0..<bytes.count, in: input))
        }
    }
}
