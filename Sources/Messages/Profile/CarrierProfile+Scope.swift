// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

extension CarrierProfile {
    /// Whether a message that was read is one of the carrier's.
    func applies(to message: ReceivedMessage) -> Bool {
        guard isActive, kinds.isEmpty || kinds.contains(message.kind) else { return false }
        if let validFrom {
            let day = message.preparedAt?.date ?? message.voyage.legs.lazy.compactMap(\.departure).first?.date
            guard let day, day >= validFrom else { return false }
        }
        if let sender = message.sender, senders.contains(where: { sender == $0 || sender.hasPrefix($0 + "*") }) {
            return true
        }
        return message.voyage.carrier.map(carriers.contains) ?? false
    }

    /// Whether bytes that could not be read may be the carrier's: its name stands in their beginning as a word.
    func mayConcern(_ bytes: [UInt8]) -> Bool {
        guard isActive else { return false }
        let names = senders + carriers
        if let sender = SenderGuess.sender(in: bytes) {
            return names.contains { sender == $0 || sender.hasPrefix($0 + "*") }
        }
        let head = bytes.prefix(2_048).map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
        return names.contains { name in
            let wanted = Array(name.utf8)
            guard wanted.count >= 2, head.count >= wanted.count else { return false }
            return (0...(head.count - wanted.count)).contains { at in
                head[at..<(at + wanted.count)].elementsEqual(wanted) && (at == 0 || !isWord(head[at - 1]))
                    && (at + wanted.count == head.count || !isWord(head[at + wanted.count]))
            }
        }
    }

    private func isWord(_ byte: UInt8) -> Bool { (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) }
}
