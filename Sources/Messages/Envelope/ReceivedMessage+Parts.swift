// SPDX-License-Identifier: Apache-2.0

public import Travel

extension ReceivedMessage {
    /// Notes which parts the message holds, warns of missing ones and compares the totals.
    mutating func judgeParts(_ held: ReceivedParts) {
        removeWarningsOfParts()
        parts = held
        // Some senders number their messages where the number of a part belongs: a final part alone that holds all
        // that it declares is whole.
        if held.numbers.count == 1, held.final != nil, let declaredTotal, declaredTotal == foundTotal {
            parts = nil
            return
        }
        if !held.isWhole {
            let isEndAlone = held.final != nil && held.numbers.count == 1
            warn(.partMissing, segment: nil, isEndAlone ? "only the final part is there" : "parts are missing")
        }
        MessageReaders.checkTotals(&self, at: nil)
    }

    private mutating func removeWarningsOfParts() {
        warnings.removeAll {
            $0.code == WarningCode.partMissing.rawValue || $0.code == WarningCode.totalMismatch.rawValue
        }
        if warnings.isEmpty, status == .warned { status = .accepted }
    }

    /// Without the warnings of missing parts and of their total: of stored messages only the voyage can tell, whose
    /// other messages may hold the rest.
    public func leavingPartsOpen() -> ReceivedMessage {
        guard let parts, !parts.isWhole else { return self }
        var message = self
        message.removeWarningsOfParts()
        return message
    }

    /// Adds what another part of the same message says.
    mutating func append(_ part: ReceivedMessage, segmentOffset: Int) {
        let firstTraveller = travellers.count
        for var traveller in part.travellers {
            traveller.span = traveller.span?.shifted(by: segmentOffset)
            travellers.append(traveller)
        }
        for var booking in part.bookings {
            booking.span = booking.span?.shifted(by: segmentOffset)
            booking.travellers = booking.travellers.map { $0 + firstTraveller }
            for index in booking.payments.indices {
                if let traveller = booking.payments[index].traveller {
                    booking.payments[index].traveller = traveller + firstTraveller
                }
            }
            bookings.append(booking)
        }
        clearance += part.clearance
        for var warning in part.warnings {
            warning.segment = warning.segment.map { $0 + segmentOffset }
            warnings.append(warning)
        }
        if status == .accepted { status = part.status }
        if voyage.legs.isEmpty, voyage.carrier == nil { voyage = part.voyage }
        declaredTotal = declaredTotal ?? part.declaredTotal
        foundTotal += part.foundTotal
    }
}
