// SPDX-License-Identifier: Apache-2.0

/// A message after the edge filter: of equal length, so that every position stays true.
public struct FilteredMessage: Hashable, Sendable {
    public let bytes: [UInt8]
    /// How many values of each category were overwritten.
    public let counts: [SensitiveCategory: Int]
    /// The card numbers that were overwritten, from which the caller makes keyed tokens and then forgets them.
    public let cards: [CardFinding]
    /// Where values were overwritten, in the message's own bytes.
    public let overwritten: [Range<Int>]

    init(received: [UInt8], findings: FilterFindings, pieces: [Range<Int>]) {
        var bytes = received
        var places: [Range<Int>] = []
        /// The place in the message's own bytes of an offset in the input; its UNB may serve several messages.
        func place(_ offset: Int) -> Int? {
            var before = 0
            for piece in pieces {
                if piece.contains(offset) { return before + offset - piece.lowerBound }
                before += piece.count
            }
            return nil
        }
        for range in findings.overwritten {
            guard let start = place(range.lowerBound) else { continue }
            let covered = start..<max(start, min(start + range.count, bytes.count))
            for index in covered { bytes[index] = FilterFindings.filler }
            places.append(covered)
        }
        for offset in findings.cleared { if let place = place(offset) { bytes[place] = 0 } }
        self.bytes = bytes
        overwritten = places
        counts = findings.counts
        cards = findings.cards.compactMap { card in
            place(card.offset).map { CardFinding(offset: $0, digits: card.digits) }
        }
    }
}
