// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
public import Messages
internal import Travel

extension InboxEntry {
    /// The entries of one message that was cut out of an input: one, unless a profile finds several in it.
    ///
    /// A message's identity is the token of its bytes as received, before the edge filter, so that it tells messages
    /// apart that differ only in what the filter overwrites.
    public static func entries(
        of unit: DecodedUnit, reader: ProfiledReader, tokeniser: any Tokeniser, origin: String,
        receivedAtMilliseconds: Int64
    ) -> [InboxEntry] {
        if let readings = reader.readings(of: unit) {
            return readings.map { InboxEntry($0, tokeniser, origin: origin, at: receivedAtMilliseconds) }
        }
        return [InboxEntry(unit, tokeniser, origin: origin, at: receivedAtMilliseconds)]
    }

    private init(_ unit: DecodedUnit, _ tokeniser: any Tokeniser, origin: String, at milliseconds: Int64) {
        let received = unit.receivedBytes
        if unit.message.status == .quarantined {
            self.init(quarantined: received, unit.message, tokeniser, origin: origin, at: milliseconds)
            return
        }
        let filtered = unit.filtered()
        self.init(
            id: InboxEntry.id(received, tokeniser), receivedAtMilliseconds: milliseconds, origin: origin,
            state: .pending, bytes: filtered.bytes, cardTokens: InboxEntry.tokens(filtered.cards, tokeniser),
            filtered: InboxEntry.words(filtered.counts), sender: InboxEntry.sender(unit.message))
    }

    private init(_ reading: ProfileReading, _ tokeniser: any Tokeniser, origin: String, at milliseconds: Int64) {
        if reading.message.status == .quarantined {
            self.init(
                quarantined: reading.receivedBytes, reading.message, tokeniser, origin: origin, at: milliseconds)
            return
        }
        self.init(
            id: InboxEntry.id(reading.receivedBytes, tokeniser), receivedAtMilliseconds: milliseconds, origin: origin,
            state: .pending, bytes: reading.filtered, cardTokens: InboxEntry.tokens(reading.cards, tokeniser),
            filtered: InboxEntry.words(reading.filteredCounts), sender: InboxEntry.sender(reading.message),
            profile: reading.profile)
    }

    /// Nobody understood it, so nobody could filter it: it is kept whole, apart.
    private init(
        quarantined bytes: [UInt8], _ message: ReceivedMessage, _ tokeniser: any Tokeniser, origin: String,
        at milliseconds: Int64
    ) {
        self.init(
            id: InboxEntry.id(bytes, tokeniser), receivedAtMilliseconds: milliseconds, origin: origin,
            state: .quarantined, bytes: bytes,
            quarantineReason: message.warnings.first?.code ?? WarningCode.noMessage.rawValue,
            sender: InboxEntry.sender(message))
    }

    /// Who sent it, for counting by carrier: at most twenty characters of what the envelope says.
    private static func sender(_ message: ReceivedMessage) -> String? {
        (message.voyage.carrier ?? message.sender).map { String($0.prefix(20)) }
    }

    private static func id(_ bytes: [UInt8], _ tokeniser: any Tokeniser) -> RecordID<ReceivedMessage> {
        let token = tokeniser.token(.message, bytes)
        return RecordID(high: token.high, low: token.low)
    }

    private static func tokens(_ cards: [CardFinding], _ tokeniser: any Tokeniser) -> [Int: BlindToken] {
        cards.reduce(into: [:]) { $0[$1.offset] = tokeniser.token(.card, $1.digits) }
    }

    private static func words(_ counts: [SensitiveCategory: Int]) -> [String: Int] {
        Dictionary(counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
    }
}
