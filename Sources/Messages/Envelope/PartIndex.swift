// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Where the last part of each set of parts stands in an input: a set ends where it is complete, or where a part comes
/// that cannot belong to it.
struct PartIndex {
    private struct Parts {
        var seen: [Int] = []
        var final: Int?
        var last = 0
    }

    private var sets: [PartMark.Key: Parts] = [:]
    private var known: [PartMark.Key: [Int]] = [:]

    /// The starts of the last parts.
    var ends: [PartMark.Key: [Int]] {
        sets.reduce(into: known) { $0[$1.key, default: []].append($1.value.last) }
    }

    /// Notes the next part and where it stands.
    mutating func note(_ mark: PartMark, at start: Int) {
        guard let key = mark.key else { return }
        var set = sets[key] ?? Parts()
        if mark.isOther(numbers: set.seen, final: set.final) {
            known[key, default: []].append(set.last)
            set = Parts()
        }
        set.seen.append(mark.number)
        set.last = start
        if mark.isFinal { set.final = mark.number }
        if let final = set.final, set.seen.count == final {
            known[key, default: []].append(set.last)
            sets[key] = nil
        } else {
            sets[key] = set
        }
    }

    /// The parts of interchanges, found in one pass over the message headers.
    init(interchanges input: UnsafeRawBufferPointer) {
        PartIndex.forEach(interchanges: input) { note($0, at: $1) }
    }

    init() {}

    static func forEach(interchanges input: UnsafeRawBufferPointer, _ body: (PartMark, Int) -> Void) {
        var scanner = SegmentScanner(input.bindMemory(to: UInt8.self))
        var header = MessageHeader()
        InterchangeSegments.forEach(&scanner) { scanner in
            header.noteInterchange(scanner)
            guard scanner.tag == SegmentTag.unh else { return }
            header.readMessage(scanner)
            if header.isPartial { body(header.partMark, scanner.start) }
        }
    }
}
