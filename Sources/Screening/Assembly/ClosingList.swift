// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// What the latest close-out of a voyage says: its parts (one common reference) taken together.
struct ClosingList {
    var namesBoarded: Bool
    var order: MessageOrder
    var references: Set<String>
    var locators: Set<String>
    /// Travellers named by locator only, for which no reference was given.
    var locatorsWithoutReference: Set<String>
    /// References that the list names, in order, for travellers of whom nothing else is known.
    var entries: [(contribution: Contribution, values: ReceivedTraveller)]

    /// Gathers the latest close-out among messages in order; nil when there is none.
    init?(_ messages: [DecodedMessage], contributionID: (DecodedMessage, Int) -> RecordID<Traveller>) {
        guard let last = messages.last(where: { $0.message.effect.isClosing }) else { return nil }
        namesBoarded = last.message.effect == .closeWithBoarded
        order = last.order
        references = []
        locators = []
        locatorsWithoutReference = []
        entries = []
        for decoded in messages where decoded.message.effect == last.message.effect {
            guard decoded.id == last.id || decoded.message.reference == last.message.reference else { continue }
            for (index, values) in decoded.message.travellers.enumerated() {
                if let reference = values.passengerReference { references.insert(reference) }
                if let locator = values.recordLocator {
                    locators.insert(locator)
                    if values.passengerReference == nil { locatorsWithoutReference.insert(locator) }
                }
                let contribution = Contribution(
                    id: contributionID(decoded, index), source: decoded.source, order: decoded.order, index: index,
                    span: values.span)
                entries.append((contribution, values))
            }
        }
    }

    /// Whether the list names a traveller: by a reference, else by the locator where the list gives nothing finer.
    func names(_ traveller: Traveller) -> Bool {
        if traveller.passengerReferences.contains(where: references.contains) { return true }
        if traveller.recordLocators.contains(where: locatorsWithoutReference.contains) { return true }
        return traveller.passengerReferences.isEmpty && traveller.recordLocators.contains(where: locators.contains)
    }
}

extension MessageEffect {
    var isClosing: Bool { self == .closeWithBoarded || self == .closeWithNotBoarded }
}
