// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// The clearance answers of a voyage's messages (CUSRES), by whom they name.
///
/// They are facts of the record beside a traveller: they raise no hit and change no status.
struct ClearanceList {
    private var answers: [String: [Observation<ReceivedClearance>]] = [:]

    /// Gathers the answers of messages in order.
    init(_ messages: [DecodedMessage]) {
        for decoded in messages where decoded.message.effect == .clearance {
            for answer in decoded.message.clearance where answer.level == .traveller {
                let key = ClearanceList.key(answer.recordLocator, answer.passengerReference)
                answers[key, default: []].append(
                    Observation(value: answer, source: decoded.source, order: decoded.order, span: nil))
            }
        }
    }

    /// The answers about a traveller, the latest first, those before it superseded.
    ///
    /// Reference and locator must both agree where the answer gives both; a locator alone names a whole booking.
    func about(_ traveller: Traveller) -> [Observation<ReceivedClearance>] {
        guard !answers.isEmpty else { return [] }
        var found: [Observation<ReceivedClearance>] = []
        let locators = [nil] + traveller.recordLocators.map(Optional.some)
        let references = [nil] + traveller.passengerReferences.map(Optional.some)
        for locator in locators {
            for reference in references where locator != nil || reference != nil {
                found += answers[ClearanceList.key(locator, reference)] ?? []
            }
        }
        found.sort { $0.order == $1.order ? $0.value.code > $1.value.code : $0.order > $1.order }
        for index in found.indices { found[index].isSuperseded = found[index].order != found[0].order }
        return found
    }

    private static func key(_ locator: String?, _ reference: String?) -> String {
        (locator ?? "") + "|" + (reference ?? "")
    }
}
