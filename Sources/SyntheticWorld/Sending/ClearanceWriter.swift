// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// Writes the authority's answer to a passenger list (CUSRES 962), of which customs gets a copy.
struct ClearanceWriter {
    let voyage: WorldVoyage
    let plan: PlannedMessage

    /// One in so many travellers is to be looked at once more.
    private static let advisedShare = 400

    /// The whole interchange; answers name the travellers as the carrier does.
    func interchange(_ lines: [PaxlstWriter.Line]) -> [UInt8] {
        let slot = voyage.slot
        let control = "AP" + decimal(voyage.id % 1_000_000, 6) + decimal(plan.ordinal, 4)
        let time = MessageTime.clock(plan.preparedAt)
        let stamp = [MessageTime.yymmdd(time.date), MessageTime.hhmm(time)]
        var buffer = SegmentBuffer(syntax: .standard, capacity: 600 + lines.count * 90)
        buffer.segment("UNB", [["UNOA", "4"], ["IDGOV"], [slot.carrier], stamp, [control], [""], ["IAPI"]])
        buffer.segment("UNG", [["CUSRES"], ["IDGOV"], [slot.carrier], stamp, ["1"], ["UN"], ["D", "05B"]])
        buffer.segment("UNH", [["1"], ["CUSRES", "D", "05B", "UN", "IATA"], [control], ["01", "F"]])
        buffer.segment("BGM", [["962"]])
        buffer.segment("RFF", [["TN", control]])
        buffer.segment("RFF", [["AF", slot.carrier + slot.number]])
        let departure = MessageTime.clock(voyage.departure, offset: voyage.from.utcOffsetMinutes)
        let arrival = MessageTime.clock(voyage.arrival, offset: voyage.to.utcOffsetMinutes)
        buffer.segment("DTM", [["189", MessageTime.yymmdd(departure.date) + MessageTime.hhmm(departure), "201"]])
        buffer.segment("DTM", [["232", MessageTime.yymmdd(arrival.date) + MessageTime.hhmm(arrival), "201"]])
        buffer.segment("LOC", [["125"], [slot.from]])
        buffer.segment("LOC", [["87"], [slot.to]])
        for line in lines {
            let isAdvised = line.passenger.firstTag % Self.advisedShare == 7
            buffer.segment("ERP", [["2"]])
            if !line.locator.isEmpty { buffer.segment("RFF", [["AVF", line.locator]]) }
            buffer.segment("RFF", [["ABO", line.passenger.reference]])
            buffer.segment("ERC", [[isAdvised ? "2Z" : "0Z"]])
            buffer.segment("FTX", [["AAP"], [""], [""], [isAdvised ? "MORE CHECKS" : "OK TO BOARD"]])
        }
        buffer.segment("UNT", [["\(buffer.messageSegments + 1)"], ["1"]])
        buffer.segment("UNE", [["1"], ["1"]])
        buffer.segment("UNZ", [["1"], [control]])
        return buffer.bytes
    }
}
