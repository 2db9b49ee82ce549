// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Travel

/// Voyages that begin or end at some ports and are not long past: those that a change of the ports concerns.
public struct PortCalls: Hashable, Sendable {
    public var ports: Set<String>
    /// The earliest time of a voyage, minutes since 1970 UTC.
    public var sinceUTC: Int

    /// The most voyages that a store takes, those made last first.
    public static let limit = 5_000
    /// How far a port's clock may be from UTC: a voyage whose times are known by the port's clock alone counts longer.
    private static let farthestOffset = 14 * 60

    public init(ports: Set<String>, sinceUTC: Int) {
        self.ports = ports
        self.sinceUTC = sinceUTC
    }

    public func include(_ facts: VoyageFacts) -> Bool {
        guard [facts.from, facts.to].contains(where: { $0.map(ports.contains) ?? false }) else { return false }
        if let utc = facts.arrivalUTC ?? facts.departureUTC { return utc >= sinceUTC }
        let local = (facts.arrival ?? facts.departure)?.minutesSinceEpoch
        return local.map { $0 >= sinceUTC - PortCalls.farthestOffset } ?? false
    }
}
