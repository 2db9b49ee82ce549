// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// Which messages of a voyage say again, under other references, what an earlier one says.
///
/// Messages come in their own order, so that the latest of the same content is the nearest: each costs one look-up.
struct RepeatedMessages {
    /// What a message says, without its references and its time.
    private struct Content: Hashable {
        let kind: MessageKind
        let function: [String?]
        let effect: MessageEffect
        let parts: ReceivedParts?
        let clearance: [ReceivedClearance]
        let voyage: ReceivedVoyage
        let travellers: [ReceivedTraveller]
        let bookings: [ReceivedBooking]
    }

    /// The same content within this time is a repeat; later it is reported again, as agreed pushes and last lists are.
    private static let repeatMinutes = 60

    private var latest: [Content: Int] = [:]
    private(set) var ids: Set<RecordID<ReceivedMessage>> = []

    mutating func add(_ decoded: DecodedMessage) {
        let message = decoded.message
        let content = Content(
            kind: message.kind, function: [message.function, message.functionDetail], effect: message.effect,
            parts: message.parts, clearance: message.clearance, voyage: message.voyage, travellers: message.travellers,
            bookings: message.bookings)
        let minutes = decoded.order.minutes
        if let earlier = latest.updateValue(minutes, forKey: content),
            minutes - earlier <= RepeatedMessages.repeatMinutes
        {
            ids.insert(decoded.id)
        }
    }
}
