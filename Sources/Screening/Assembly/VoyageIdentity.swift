// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Travel

/// Which voyage a message is about: the leg that crosses the border, and the identity that follows from it.
public struct VoyageIdentity: Hashable, Sendable {
    public var id: RecordID<Voyage>
    /// The border-crossing leg, else the first; nil when the message names no port at all.
    public var leg: ReceivedLeg?
    public var direction: TravelDirection

    /// Finds the voyage of a message.
    ///
    /// A flight is operating carrier, number, suffix, local day of departure, from and to; a sailing likewise, by IMO
    /// number
    /// or name where it has no number; a land post's crossing is its vehicle, or the day. A message that names none of
    /// these stands alone under its own identity, so that its travellers are still shown.
    public init(of decoded: DecodedMessage, ports: some PortDirectory, tokeniser: some Tokeniser) {
        let voyage = decoded.message.voyage
        let found = VoyageIdentity.borderLeg(of: voyage.legs, ports: ports)
        leg = found?.leg
        direction = found?.direction ?? .foreign
        let carrier = voyage.carrier ?? leg?.carrier
        let number = voyage.number ?? leg?.number
        let conveyance = voyage.conveyance
        let day = (leg?.departure ?? leg?.arrival)?.date
        guard let day, leg?.from != nil || leg?.to != nil || number != nil else {
            let token = tokeniser.token(.voyage, decoded.id.bytes)
            id = RecordID(high: token.high, low: token.low)
            return
        }
        var parts = [voyage.mode.rawValue, leg?.from ?? "", leg?.to ?? "", day.description]
        if let number {
            parts += [carrier ?? "", number, voyage.suffix ?? ""]
        } else if let plate = conveyance.plate {
            parts += ["plate", plate]
        } else if voyage.mode == .sea, let ship = conveyance.imo ?? conveyance.name {
            parts += ["ship", ship, leg?.departure?.description ?? ""]
        } else {
            parts += ["day", carrier ?? ""]
        }
        let token = tokeniser.token(.voyage, parts: parts)
        id = RecordID(high: token.high, low: token.low)
    }

    private static func borderLeg(
        of legs: [ReceivedLeg], ports: some PortDirectory
    ) -> (leg: ReceivedLeg, direction: TravelDirection)? {
        guard let first = legs.first else { return nil }
        for leg in legs {
            let direction = direction(of: leg, ports: ports)
            if direction == .arrival || direction == .departure { return (leg, direction) }
        }
        return (first, direction(of: first, ports: ports))
    }

    private static func direction(of leg: ReceivedLeg, ports: some PortDirectory) -> TravelDirection {
        let from = leg.from.flatMap { ports.isHome($0) }
        let to = leg.to.flatMap { ports.isHome($0) }
        return switch (from, to) {
        case (true, true): .domestic
        case (_, true): .arrival
        case (true, _): .departure
        default: .foreign
        }
    }
}
