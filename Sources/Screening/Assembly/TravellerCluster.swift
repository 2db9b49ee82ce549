// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

/// One person in the making: the contributions that were found to be about them, in message order.
struct TravellerCluster {
    /// A contribution, and whether a corrected list took the place of the one that it comes from.
    struct Part {
        let said: SaidOfTraveller
        var isReplaced: Bool

        var contribution: Contribution { said.contribution }
        var values: ReceivedTraveller { said.values }
        var effect: MessageEffect { said.effect }
        var locator: String? { said.locator }
        var payments: [ReceivedPayment] { said.payments }
        var bookingContacts: [ReceivedContact] { said.bookingContacts }
    }

    var parts: [Part]

    var id: RecordID<Traveller>? { parts.first?.contribution.id }
}

/// What one message says about one traveller, with what comparing needs, made once.
///
/// A class, since lists of it are copied with every batch of a voyage and its dozen references would each be counted.
final class SaidOfTraveller: Sendable {
    let contribution: Contribution
    let values: ReceivedTraveller
    let effect: MessageEffect
    /// The locator of the booking the values come from, where they come from one.
    let locator: String?
    let payments: [ReceivedPayment]
    let bookingContacts: [ReceivedContact]
    let face: TravellerFace

    init(
        contribution: Contribution, values: ReceivedTraveller, effect: MessageEffect, locator: String?,
        payments: [ReceivedPayment] = [], bookingContacts: [ReceivedContact] = []
    ) {
        self.contribution = contribution
        self.values = values
        self.effect = effect
        self.locator = locator
        self.payments = payments
        self.bookingContacts = bookingContacts
        face = TravellerFace(values, source: contribution.source, locator: locator)
    }
}
