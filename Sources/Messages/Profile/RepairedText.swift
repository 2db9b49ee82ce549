// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Bytes put right by a profile, each with the place where it stood, so that positions in the original stay true.
struct RepairedText {
    private(set) var bytes: [UInt8]
    /// For each byte its place in the original; -1 for bytes that were put in.
    private(set) var origin: [Int]

    init(_ original: [UInt8], _ repairs: ProfileRepairs, beginnings: [String: String]) {
        bytes = original
        origin = Array(original.indices)
        for beginning in repairs.cutLines { cutLines(Array(beginning.utf8)) }
        if repairs.isLineEnded { endSegmentsWithLines() }
        renameTags(repairs)
        if let separators = repairs.separators.map({ Array($0.utf8) }), separators.count == 6 { advise(separators) }
        let changes = Changes(beginnings: beginnings, dayFirst: repairs.dayFirstDates)
        if !changes.isEmpty { rewrite(changes) }
    }

    /// The part of the original that a part of these bytes stands for.
    func original(_ range: Range<Int>) -> Range<Int>? {
        let places = origin[range].lazy.filter { $0 >= 0 }
        guard let first = places.min(), let last = places.max() else { return nil }
        return first..<(last + 1)
    }

    /// Where a byte of the original stands now.
    func places() -> [Int: Int] {
        Dictionary(
            origin.indices.lazy.filter { origin[$0] >= 0 }.map { (origin[$0], $0) }, uniquingKeysWith: { a, _ in a })
    }

    // MARK: Repairs

    private mutating func keep(_ body: (Int, inout [UInt8], inout [Int]) -> Void) {
        var kept: [UInt8] = []
        var places: [Int] = []
        kept.reserveCapacity(bytes.count + 16)
        places.reserveCapacity(bytes.count + 16)
        for index in bytes.indices { body(index, &kept, &places) }
        bytes = kept
        origin = places
    }

    private mutating func cutLines(_ beginning: [UInt8]) {
        guard !beginning.isEmpty else { return }
        let text = bytes
        let places = origin
        var isCut = false
        keep { index, kept, origins in
            if index == 0 || text[index - 1] == 0x0A || text[index - 1] == 0x0D {
                isCut = text[index...].starts(with: beginning)
            }
            guard !isCut else { return }
            kept.append(text[index])
            origins.append(places[index])
        }
    }

    /// Makes tags ours where a segment begins: first, on a new line, or behind a terminator.
    private mutating func renameTags(_ repairs: ProfileRepairs) {
        let tags = repairs.tags.filter { $0.key.utf8.count == 3 && $0.value.utf8.count == 3 }
            .map { (Array($0.key.utf8), Array($0.value.utf8)) }
        guard !tags.isEmpty, bytes.count > 3 else { return }
        let terminator = repairs.separators?.utf8.last ?? Separators.standard.terminator
        for index in 0..<(bytes.count - 3)
        where index == 0 || bytes[index - 1] <= 0x20 || bytes[index - 1] == terminator {
            for (own, ours) in tags where bytes[index..<(index + 3)].elementsEqual(own) {
                bytes.replaceSubrange(index..<(index + 3), with: ours)
                break
            }
        }
    }

    private mutating func endSegmentsWithLines() {
        let text = bytes
        let places = origin
        keep { index, kept, origins in
            let byte = text[index]
            switch byte {
            case 0x0D: return
            case 0x0A:
                guard let last = kept.last, last != Separators.standard.terminator, last != 0x0A else { return }
                kept.append(Separators.standard.terminator)
            case Separators.standard.terminator:
                kept.append(Separators.standard.release)
                origins.append(-1)
                kept.append(byte)
            default: kept.append(byte)
            }
            origins.append(places[index])
        }
        if let last = bytes.last, last != Separators.standard.terminator {
            bytes.append(Separators.standard.terminator)
            origin.append(-1)
        }
    }

    /// Puts a UNA before every UNB that has none.
    private mutating func advise(_ separators: [UInt8]) {
        let text = bytes
        let places = origin
        let header = Array("UNB".utf8)
        let advice = Array("UNA".utf8)
        keep { index, kept, origins in
            if text[index...].starts(with: header), index + 3 < text.count, text[index + 3] == separators[1] {
                let before = text[max(0, index - 16)..<index]
                if !before.indices.contains(where: { text[$0..<index].starts(with: advice) }) {
                    kept += advice + separators
                    origins += Array(repeating: -1, count: 9)
                }
            }
            kept.append(text[index])
            origins.append(places[index])
        }
    }

    /// Own beginnings of segments made ours, and dates turned round.
    private struct Changes {
        let beginnings: [(own: [UInt8], ours: [UInt8])]
        let dayFirst: Set<String>

        init(beginnings: [String: String], dayFirst: [String]) {
            // The longest first, so that the closest fits.
            self.beginnings = beginnings.sorted { ($1.key.utf8.count, $0.key) < ($0.key.utf8.count, $1.key) }
                .map { (Array($0.key.utf8), Array($0.value.utf8)) }
            self.dayFirst = Set(dayFirst)
        }

        var isEmpty: Bool { beginnings.isEmpty && dayFirst.isEmpty }
    }

    private mutating func rewrite(_ changes: Changes) {
        let text = bytes
        let places = origin
        let separators = text.withUnsafeBufferPointer { InterchangeStart.next(in: $0, from: 0)?.separators }
        guard let separators else { return }
        func own(_ bytes: [UInt8]) -> [UInt8] {
            bytes.map { byte in
                switch byte {
                case Separators.standard.element: separators.element
                case Separators.standard.component: separators.component
                default: byte
                }
            }
        }
        let beginnings = changes.beginnings.map { (own($0.own), own($0.ours)) }
        let ends: Set<UInt8> = [separators.component, separators.element, separators.terminator]
        var fresh: [UInt8] = []
        var origins: [Int] = []
        var at = 0
        func copy(to end: Int) {
            guard end > at else { return }
            fresh += text[at..<end]
            origins += places[at..<end]
            at = end
        }
        for range in InterchangeSegments.ranges(in: text) {
            var start = range.lowerBound
            while start < range.upperBound, text[start] <= 0x20 { start += 1 }
            let segment = text[start..<range.upperBound]
            let change = beginnings.first { own, _ in
                segment.starts(with: own) && start + own.count < range.upperBound
                    && ends.contains(text[start + own.count])
            }
            if let (own, ours) = change {
                copy(to: start)
                fresh += ours
                origins += (0..<ours.count).map { $0 < own.count ? places[start + $0] : -1 }
                at = start + own.count
            }
            guard !changes.dayFirst.isEmpty, segment.starts(with: Array("DTM".utf8)) else { continue }
            let parts = segment.dropFirst(4).split(maxSplits: 2, omittingEmptySubsequences: false) { ends.contains($0) }
            guard parts.count > 1, changes.dayFirst.contains(String(decoding: parts[0], as: UTF8.self)),
                let order = RepairedText.yearFirst(parts[1].count), parts[1].startIndex >= at
            else { continue }
            let value = parts[1].startIndex
            copy(to: value)
            fresh += order.map { text[value + $0] }
            origins += order.map { places[value + $0] }
            at = parts[1].endIndex
        }
        copy(to: text.count)
        bytes = fresh
        origin = origins
    }

    /// The order of digits that makes `DDMMYY` or `DDMMCCYY` begin with the year.
    private static func yearFirst(_ count: Int) -> [Int]? {
        switch count {
        case 6: [4, 5, 2, 3, 0, 1]
        case 8: [4, 5, 6, 7, 2, 3, 0, 1]
        default: nil
        }
    }
}
