// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import Messages
internal import Screening
internal import Travel

/// Cuts an input into messages and filters each: pure, apart from the tokens made under the vault's key.
struct MessageIntake: Sendable {
    let tokeniser: any Tokeniser

    /// The messages of an input as they go into the inbox; nil when there are more than `limit`.
    ///
    /// A message's identity is the token of its bytes as received, before the edge filter, so that it tells messages
    /// apart that differ only in what the filter overwrites.
    func entries(_ bytes: [UInt8], origin: String, receivedAtMilliseconds: Int64, limit: Int) -> [InboxEntry]? {
        var entries: [InboxEntry] = []
        var count = 0
        MessageDecoder.decode(bytes) { unit in
            count += 1
            guard count <= limit else { return }
            let token = tokeniser.token(.message, unit.receivedBytes)
            let id = RecordID<ReceivedMessage>(high: token.high, low: token.low)
            entries.append(entry(unit, id, origin: origin, receivedAtMilliseconds: receivedAtMilliseconds))
        }
        return count <= limit ? entries : nil
    }

    private func entry(
        _ unit: DecodedUnit, _ id: RecordID<ReceivedMessage>, origin: String, receivedAtMilliseconds: Int64
    ) -> InboxEntry {
        if unit.message.status == .quarantined {
            // Nobody understood it, so nobody could filter it: it is kept whole, apart.
            return InboxEntry(
                id: id, receivedAtMilliseconds: receivedAtMilliseconds, origin: origin, state: .quarantined,
                bytes: unit.receivedBytes,
                quarantineReason: unit.message.warnings.first?.code ?? WarningCode.noMessage.rawValue,
                sender: sender(unit))
        }
        let filtered = unit.filtered()
        var cards: [Int: BlindToken] = [:]
        for card in filtered.cards { cards[card.offset] = tokeniser.token(.card, card.digits) }
        return InboxEntry(
            id: id, receivedAtMilliseconds: receivedAtMilliseconds, origin: origin, state: .pending,
            bytes: filtered.bytes, cardTokens: cards,
            filtered: Dictionary(
                filtered.counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +), sender: sender(unit))
    }
    /// Who sent it, for counting by carrier: at most twenty characters of what the envelope says.
    private func sender(_ unit: DecodedUnit) -> String? {
        (unit.message.voyage.carrier ?? unit.message.sender).map { String($0.prefix(20)) }
    }
}
