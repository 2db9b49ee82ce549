// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// Finds what was read from which segment by reading the message without it: what then is missing came from there.
///
/// True for every reader, since it asks the reader itself. A person's segments are tried with the message's head only, so
/// that the cost grows with the message and not with its square; it is bounded by a budget of bytes read.
struct SegmentReadings {
    private let message: ReceivedMessage
    private let bytes: [UInt8]
    private let ranges: [Int: Range<Int>]
    private let decode: ([UInt8]) -> ReceivedMessage?
    private var budget: Int
    private(set) var byNumber: [Int: [ReadValue]] = [:]

    /// - Parameters:
    ///   - budget: the most bytes to decode.
    ///   - decode: the reading of a message, as the trial itself did it.
    init(
        _ message: ReceivedMessage, bytes: [UInt8], text: MessageText, budget: Int = 48 << 20,
        decode: @escaping ([UInt8]) -> ReceivedMessage?
    ) {
        self.message = message
        self.bytes = bytes
        self.budget = budget
        self.decode = decode
        ranges = Dictionary(
            text.pieces.compactMap { piece in piece.number.map { ($0, piece.range) } }, uniquingKeysWith: { a, _ in a })
        let tags = Dictionary(
            text.pieces.compactMap { piece in piece.number.map { ($0, piece.tag) } }, uniquingKeysWith: { a, _ in a })
        for (number, tag) in tags where tag == "UNB" || tag == "UNH" { readService(number, tag) }
        if text.unit == .segment || message.kind == .manifest {
            let groups = self.groups
            let taken = Set(groups.flatMap(\.numbers))
            let head = ranges.keys.filter { !taken.contains($0) }.sorted()
            let fixed: Set<String> = ["UNB", "UNG", "UNH", "UNT", "UNE", "UNZ"]
            let free = Group(numbers: head.filter { !fixed.contains(tags[$0] ?? "") }, travellers: [], booking: nil)
            tryOut(free, among: head + (groups.first?.numbers ?? []), isHead: true)
            for group in groups { tryOut(group, among: head + group.numbers, isHead: false) }
        }
        readByText(text)
        let order = Dictionary(
            zip(message.readValues, 0...), uniquingKeysWith: { first, _ in first })
        byNumber = byNumber.mapValues { $0.sorted { order[$0, default: 0] < order[$1, default: 0] } }
    }

    /// The segments of one booking, or of one traveller where there are no bookings, and whom they are about.
    private struct Group {
        let numbers: [Int]
        let travellers: [Int]
        let booking: Int?

        init(numbers: [Int], travellers: [Int], booking: Int?) {
            self.numbers = numbers
            self.travellers = travellers
            self.booking = booking
        }

        init?(_ span: SegmentSpan?, travellers: [Int], booking: Int?) {
            guard let span, span.first <= span.last, span.last - span.first < 5_000 else { return nil }
            self.init(numbers: Array(Int(span.first)...Int(span.last)), travellers: travellers, booking: booking)
        }
    }

    private var groups: [Group] {
        guard message.bookings.isEmpty else {
            return message.bookings.indices.compactMap {
                Group(message.bookings[$0].span, travellers: message.bookings[$0].travellers, booking: $0)
            }
        }
        return message.travellers.indices.compactMap {
            Group(message.travellers[$0].span, travellers: [$0], booking: nil)
        }
    }

    /// What envelope segments give cannot be tried out: without them nothing is read.
    private mutating func readService(_ number: Int, _ tag: String) {
        let fields: Set<ReadField> =
            tag == "UNB" ? [.sender, .recipient, .preparedAt] : [.kind, .version, .reference]
        byNumber[number, default: []] += message.readValues.filter { $0.owner == .message && fields.contains($0.field) }
    }

    private mutating func tryOut(_ group: Group, among all: [Int], isHead: Bool) {
        let members = all.sorted()
        guard let whole = read(members, without: nil) else { return }
        let before = counted(whole.readValues.filter { isHead == Self.isAboutVoyage($0) })
        var lost: [Int: [ReadValue]] = [:]
        for number in group.numbers {
            guard let without = read(members, without: number) else { continue }
            let after = counted(without.readValues)
            lost[number] = before.keys.filter { after[$0, default: 0] < before[$0, default: 0] }
        }
        // Without a person's first segment the whole person is missing, without a port its time too: a value is credited
        // to the segments with which the least else is lost.
        var least: [ReadValue: Int] = [:]
        for values in lost.values {
            for value in values { least[value] = min(least[value] ?? .max, values.count) }
        }
        for (number, values) in lost {
            note(values.filter { least[$0] == values.count }, from: number, of: group)
        }
    }

    private static func isAboutVoyage(_ value: ReadValue) -> Bool {
        switch value.owner {
        case .message, .voyage: true
        case .traveller, .booking: false
        }
    }

    private func counted(_ values: [ReadValue]) -> [ReadValue: Int] {
        values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private mutating func read(_ members: [Int], without left: Int?) -> ReceivedMessage? {
        var part: [UInt8] = []
        if let first = members.first, let range = ranges[first], range.lowerBound > 0 {
            part += bytes[0..<range.lowerBound]
        }
        for number in members where number != left {
            guard let range = ranges[number] else { continue }
            part += bytes[range]
            if part.last != 0x0A { part.append(0x0A) }
        }
        budget -= part.count
        return budget > 0 ? decode(part) : nil
    }

    /// Notes values under the owners that they have in the whole message.
    private mutating func note(_ values: [ReadValue], from number: Int, of group: Group) {
        for value in values {
            var owner = value.owner
            switch value.owner {
            case .message, .voyage: break
            case .traveller(let index):
                guard group.travellers.indices.contains(index) else { continue }
                owner = .traveller(group.travellers[index])
            case .booking:
                guard let booking = group.booking else { continue }
                owner = .booking(booking)
            }
            let own = ReadValue(owner, value.field, value.value)
            if !byNumber[number, default: []].contains(own) { byNumber[number, default: []].append(own) }
        }
    }

    private func ownTraveller(of number: Int) -> ReadValue.Owner? {
        let holding = message.travellers.indices.filter { index in
            message.travellers[index].span.map { Int($0.first) <= number && number <= Int($0.last) } ?? false
        }
        // The narrowest span is the person's own.
        return holding.min { width($0) < width($1) }.map { .traveller($0) }
    }

    private func width(_ index: Int) -> Int {
        message.travellers[index].span.map { Int($0.last - $0.first) } ?? .max
    }

    private func ownBooking(of number: Int) -> ReadValue.Owner? {
        message.bookings.indices.first { index in
            message.bookings[index].span.map { Int($0.first) <= number && number <= Int($0.last) } ?? false
        }.map { .booking($0) }
    }

    /// Values that two segments give, so that either may be missing: credited to those whose text holds them.
    private mutating func readByText(_ text: MessageText) {
        let explained = Set(byNumber.values.joined())
        for piece in text.pieces {
            guard let number = piece.number else { continue }
            var owners = [ownTraveller(of: number), ownBooking(of: number)].compactMap(\.self)
            if let booking = owners.last, case .booking(let index) = booking {
                owners += message.bookings[index].travellers.map { .traveller($0) }
            }
            guard !owners.isEmpty else { continue }
            let shown = piece.text.uppercased()
            for owner in Set(owners) {
                for value in values(of: owner) where !explained.contains(value) && value.value.count > 1 {
                    guard shown.contains(value.value), !byNumber[number, default: []].contains(value) else { continue }
                    byNumber[number, default: []].append(value)
                }
            }
        }
    }

    private func values(of owner: ReadValue.Owner) -> [ReadValue] {
        switch owner {
        case .traveller(let index) where message.travellers.indices.contains(index):
            message.travellers[index].readValues(owner)
        case .booking(let index) where message.bookings.indices.contains(index):
            message.bookings[index].readValues(owner)
        default: []
        }
    }
}
