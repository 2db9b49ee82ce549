// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A divided message of a voyage: which of its parts are here, whatever messages they came in.
///
/// Parts arrive one by one and are stored one by one, so that only the set of a voyage's messages can tell whether one
/// is missing. A pure function of that set.
public struct PartSeries: Hashable, Sendable {
    public var kind: MessageKind
    /// What the parts have in common (UNH 3).
    public var reference: String
    public var parts: ReceivedParts
    /// The total that the parts declare, over all of them, and what they hold together.
    public var declared: Int?
    public var found: Int
    public var messages: [RecordID<ReceivedMessage>]

    /// Whether all parts are here and together do not hold what they declare.
    public var isTotalWrong: Bool { parts.isWhole && declared != nil && declared != found }

    /// Every divided message of a voyage, in the order of their first parts.
    ///
    /// A reference may serve again for a later list: a part whose number comes a second time begins another series, and
    /// an unfinished one whose parts all come again is superseded.
    public static func all(in messages: [DecodedMessage]) -> [PartSeries] {
        let ordered = messages.sorted {
            let a = $0.message.parts?.numbers.first ?? 0
            let b = $1.message.parts?.numbers.first ?? 0
            return ($0.order.minutes, a, $0.order) < ($1.order.minutes, b, $1.order)
        }
        var series: [PartSeries] = []
        var open: [String: Int] = [:]
        for decoded in ordered {
            guard let parts = decoded.message.parts, let reference = decoded.message.reference else { continue }
            let key = [
                decoded.message.kind.rawValue, reference, decoded.message.sender ?? "", decoded.message.function ?? "",
                decoded.message.functionDetail ?? "",
            ].joined(separator: "|")
            if let place = open[key], !series[place].parts.isWhole,
                Set(series[place].parts.numbers).isDisjoint(with: parts.numbers)
            {
                series[place].parts = series[place].parts.joined(with: parts)
                series[place].declared = series[place].declared ?? decoded.message.declaredTotal
                series[place].found += decoded.message.foundTotal
                series[place].messages.append(decoded.id)
            } else {
                open[key] = series.count
                series.append(
                    PartSeries(
                        kind: decoded.message.kind, reference: reference, parts: parts,
                        declared: decoded.message.declaredTotal, found: decoded.message.foundTotal,
                        messages: [decoded.id]))
            }
        }
        return series.enumerated().filter { place, own in
            own.parts.isWhole
                || !series[(place + 1)...].contains { later in
                    later.kind == own.kind && later.reference == own.reference
                        && Set(own.parts.numbers).isSubset(of: later.parts.numbers)
                }
        }.map(\.element)
    }
}
