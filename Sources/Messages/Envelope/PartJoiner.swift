// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Joins the parts of a message (UNH 4) that come in several messages or interchanges of one input.
struct PartJoiner {
    struct Part {
        let unit: DecodedUnit
        let header: MessageHeader
    }

    private struct Key: Hashable {
        let type: String
        let reference: String
        let sender: String?
    }

    private var open: [Key: [Part]] = [:]
    /// Where the last part of each set of parts ends, made when the first part is met.
    private var lastParts: [Key: [Int]]?

    /// Takes a part; gives the messages that end with it: the whole one when it is the last part that the input holds
    /// of it, and before that a set that the part cannot belong to, as a number comes but once in a set.
    mutating func add(_ part: Part, in input: UnsafeRawBufferPointer) -> [DecodedUnit] {
        guard let reference = part.header.reference else { return [Self.join([part], input: input)] }
        let key = Key(type: part.header.type, reference: reference, sender: part.header.sender)
        if lastParts == nil { lastParts = Self.index(input) }
        var parts = open.removeValue(forKey: key) ?? []
        var done: [DecodedUnit] = []
        // The look ahead may see other messages than the walk does where bytes are damaged.
        let final = parts.last { $0.header.isFinalPart }?.header.part
        if Self.isOther(part.header, numbers: parts.map(\.header.part), final: final) {
            done.append(Self.join(parts, input: input))
            parts = []
        }
        parts.append(part)
        let offset = part.unit.pieces.last?.upperBound ?? 0
        let isLast = lastParts?[key]?.contains { $0 < offset && $0 >= (part.unit.pieces.last?.lowerBound ?? 0) } ?? true
        let end = parts.last { $0.header.isFinalPart }?.header.part
        if isLast || end == parts.count {
            done.append(Self.join(parts, input: input))
        } else {
            open[key] = parts
        }
        return done
    }

    /// Whether a part cannot belong to a set of these numbers: its number is there, or the set has its end before it or
    /// goes on behind it.
    private static func isOther(_ part: MessageHeader, numbers: [Int], final: Int?) -> Bool {
        if numbers.contains(part.part) { return true }
        if let final, part.isFinalPart || part.part > final { return true }
        return part.isFinalPart && numbers.contains { $0 > part.part }
    }

    /// What is left at the end of the input; nothing, unless the input was damaged.
    mutating func unfinished(input: UnsafeRawBufferPointer) -> [DecodedUnit] {
        defer { open.removeAll() }
        return open.values.map { Self.join($0, input: input) }.sorted {
            ($0.pieces.last?.upperBound ?? 0) < ($1.pieces.last?.upperBound ?? 0)
        }
    }

    /// Finds, in one pass over the message headers, the start of the last part of each set: a set ends where it is
    /// complete, or where a part comes that cannot belong to it.
    private static func index(_ input: UnsafeRawBufferPointer) -> [Key: [Int]] {
        struct Set {
            var seen: [Int] = []
            var final: Int?
            var last = 0
        }
        var sets: [Key: Set] = [:]
        var ends: [Key: [Int]] = [:]
        var scanner = SegmentScanner(input.bindMemory(to: UInt8.self))
        var header = MessageHeader()
        InterchangeSegments.forEach(&scanner) { scanner in
            header.noteInterchange(scanner)
            guard scanner.tag == SegmentTag.unh else { return }
            header.readMessage(scanner)
            guard header.isPartial, let reference = header.reference else { return }
            let key = Key(type: header.type, reference: reference, sender: header.sender)
            var set = sets[key] ?? Set()
            if isOther(header, numbers: set.seen, final: set.final) {
                ends[key, default: []].append(set.last)
                set = Set()
            }
            set.seen.append(header.part)
            set.last = scanner.start
            if header.isFinalPart { set.final = header.part }
            if let final = set.final, set.seen.count == final {
                ends[key, default: []].append(set.last)
                sets[key] = nil
            } else {
                sets[key] = set
            }
        }
        for (key, set) in sets { ends[key, default: []].append(set.last) }
        return ends
    }

    /// One message of several parts, in the order of their numbers.
    private static func join(_ received: [Part], input: UnsafeRawBufferPointer) -> DecodedUnit {
        let parts = received.sorted { $0.header.part < $1.header.part }
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
                numbers: parts.map(\.header.part), final: parts.last { $0.header.isFinalPart }?.header.part))
        return DecodedUnit(message: message, pieces: pieces, findings: findings, input: input)
    }
}

extension DecodedUnit {
    /// The number of segments in the message's own bytes.
    var segmentTotal: Int {
        InterchangeSegments.ranges(in: receivedBytes).count
    }
}

extension SegmentSpan {
    func shifted(by offset: Int) -> SegmentSpan { SegmentSpan(first: Int(first) + offset, last: Int(last) + offset) }
}
