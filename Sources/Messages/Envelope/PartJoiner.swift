// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Joins the parts of a message (UNH 4; `SequenceNmbr` of a document) that come in several messages, interchanges or
/// documents of one input.
struct PartJoiner {
    /// Decoded, with what its header says of its place.
    struct Part {
        let unit: DecodedUnit
        let mark: PartMark
    }

    private var open: [PartMark.Key: [Part]] = [:]
    /// Where the last part of each set of parts ends, made when the first part is met.
    private var lastParts: [PartMark.Key: [Int]]?

    /// Takes a part; gives the messages that end with it: the whole one when it is the last part that the input holds
    /// of it, and before that a set that the part cannot belong to, as a number comes but once in a set.
    ///
    /// - Parameter index: looks ahead over the marks of the whole input.
    mutating func add(_ part: Part, in input: UnsafeRawBufferPointer, index: () -> PartIndex) -> [DecodedUnit] {
        guard let key = part.mark.key else { return [Self.join([part], input: input)] }
        if lastParts == nil { lastParts = index().ends }
        var parts = open.removeValue(forKey: key) ?? []
        var done: [DecodedUnit] = []
        // The look ahead may see other messages than the walk does where bytes are damaged.
        let final = parts.last { $0.mark.isFinal }?.mark.number
        if part.mark.isOther(numbers: parts.map(\.mark.number), final: final) {
            done.append(Self.join(parts, input: input))
            parts = []
        }
        parts.append(part)
        let offset = part.unit.pieces.last?.upperBound ?? 0
        let isLast = lastParts?[key]?.contains { $0 < offset && $0 >= (part.unit.pieces.last?.lowerBound ?? 0) } ?? true
        let end = parts.last { $0.mark.isFinal }?.mark.number
        if isLast || end == parts.count {
            done.append(Self.join(parts, input: input))
        } else {
            open[key] = parts
        }
        return done
    }

    /// What is left at the end of the input; nothing, unless the input was damaged.
    mutating func unfinished(input: UnsafeRawBufferPointer) -> [DecodedUnit] {
        defer { open.removeAll() }
        return open.values.map { Self.join($0, input: input) }.sorted {
            ($0.pieces.last?.upperBound ?? 0) < ($1.pieces.last?.upperBound ?? 0)
        }
    }

    /// One message of several parts, in the order of their numbers.
    private static func join(_ received: [Part], input: UnsafeRawBufferPointer) -> DecodedUnit {
        let parts = received.sorted { $0.mark.number < $1.mark.number }
        var message = parts[0].unit.message
        var findings = parts[0].unit.findings
        var pieces = parts[0].unit.pieces
        var offset = parts[0].unit.segmentTotal
        for part in parts.dropFirst() {
            message.append(part.unit.message, segmentOffset: offset)
            findings.append(part.unit.findings)
            pieces += part.unit.pieces
            offset += part.unit.segmentTotal
        }
        message.judgeParts(
            ReceivedParts(
                numbers: parts.map(\.mark.number), final: parts.last { $0.mark.isFinal }?.mark.number))
        return DecodedUnit(message: message, pieces: pieces, findings: findings, input: input)
    }
}

extension DecodedUnit {
    /// The number of segments, of a document's elements, in the message's own bytes.
    var segmentTotal: Int {
        let bytes = receivedBytes
        return DocumentElements.ranges(of: bytes)?.count ?? InterchangeSegments.ranges(in: bytes).count
    }
}

extension SegmentSpan {
    func shifted(by offset: Int) -> SegmentSpan { SegmentSpan(first: Int(first) + offset, last: Int(last) + offset) }
}
