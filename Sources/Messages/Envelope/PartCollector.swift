// SPDX-License-Identifier: Apache-2.0

public import Travel

/// Joins the parts of messages that lie in several inputs, as several files of one command.
///
/// First every input is announced, then every message of the inputs in order is handed in. A part that a later input
/// goes on with is held back; the whole comes out where the last part stands.
public struct PartCollector {
    /// Some of the parts of a message, with their numbers of segments.
    private struct Held {
        var pieces: [(message: ReceivedMessage, segments: Int)]
        var parts: ReceivedParts
    }

    /// The inputs that hold parts of a message.
    private var inputs: [PartMark.Key: [Int]] = [:]
    private var held: [PartMark.Key: Held] = [:]

    public init() {}

    /// Announces an input; only parts of divided messages are noted.
    public mutating func expect(_ bytes: UnsafeRawBufferPointer, input: Int) {
        var keys: Set<PartMark.Key> = []
        let text = bytes.bindMemory(to: UInt8.self)
        if XMLStart.begins(text) {
            XMLWalker.forEachPart(in: text) { mark, _ in if let key = mark.key { keys.insert(key) } }
        } else {
            PartIndex.forEach(interchanges: bytes) { mark, _ in if let key = mark.key { keys.insert(key) } }
        }
        for key in keys { inputs[key, default: []].append(input) }
    }

    /// Takes a message; gives those that are now as whole as the inputs allow.
    public mutating func take(_ unit: DecodedUnit, input: Int) -> [ReceivedMessage] {
        guard let parts = unit.message.parts, let reference = unit.message.reference else { return [unit.message] }
        let key = PartMark.Key(type: unit.message.kind.rawValue, reference: reference, sender: unit.message.sender)
        let isLast = inputs[key]?.last.map { $0 <= input } ?? true
        let before = held.removeValue(forKey: key)
        if before == nil, isLast || parts.isWhole { return [unit.message] }
        var all = Held(pieces: [(unit.message, unit.segmentTotal)], parts: parts)
        var done: [ReceivedMessage] = []
        if let before {
            if Set(before.parts.numbers).isDisjoint(with: parts.numbers) {
                all.pieces += before.pieces
                all.parts = before.parts.joined(with: parts)
            } else {
                // A number that comes again begins another message.
                done.append(PartCollector.join(before))
            }
        }
        if isLast || all.parts.isWhole { return done + [PartCollector.join(all)] }
        held[key] = all
        return done
    }

    /// One message of several parts, in the order of their numbers.
    private static func join(_ held: Held) -> ReceivedMessage {
        let pieces = held.pieces.sorted {
            ($0.message.parts?.numbers.first ?? 0) < ($1.message.parts?.numbers.first ?? 0)
        }
        var message = pieces[0].message
        var offset = pieces[0].segments
        for piece in pieces.dropFirst() {
            message.append(piece.message, segmentOffset: offset)
            offset += piece.segments
        }
        message.judgeParts(held.parts)
        return message
    }
}
