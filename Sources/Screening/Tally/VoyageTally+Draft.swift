// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

extension VoyageTally {
    /// The tally of a draft whose travellers are merged; the hits are added where they are made.
    init(_ draft: VoyageDraft) {
        self.init(messages: MessageTally.all(draft))
        let series = PartSeries.all(in: draft.messages)
        unfinishedSeries = series.count { !$0.parts.isWhole }
        wrongTotals =
            series.count(where: \.isTotalWrong)
            + draft.messages.count { decoded in
                let message = decoded.message
                return message.parts == nil && message.declaredTotal.map { $0 != message.foundTotal } ?? false
            }
        var travellers = [Int](repeating: 0, count: SourceKind.allCases.count)
        var missing = [[Int]](
            repeating: [Int](repeating: 0, count: ExpectedField.allCases.count), count: SourceKind.allCases.count)
        for case let merged? in draft.merged {
            let tally = merged.tally
            if tally.isInBoth { inBothSources += 1 }
            if !tally.disagreements.isEmpty { disagreeing += 1 }
            for kind in tally.disagreements { disagreements[kind, default: 0] += 1 }
            for (source, bits) in tally.missing.enumerated() {
                guard let bits else { continue }
                travellers[source] += 1
                guard bits != 0 else { continue }
                for bit in ExpectedField.allCases.indices where bits & 1 << bit != 0 { missing[source][bit] += 1 }
            }
        }
        for (index, source) in SourceKind.allCases.enumerated() where travellers[index] > 0 {
            var own = SourceTally(travellers: travellers[index])
            for (bit, field) in ExpectedField.allCases.enumerated() where missing[index][bit] > 0 {
                own.missing[field] = missing[index][bit]
            }
            sources[source] = own
        }
    }
}

extension MessageTally {
    /// The messages of a voyage in their order.
    static func all(_ draft: VoyageDraft) -> [MessageTally] {
        let messages = draft.messages
        var received: [String: Int64] = [:]
        for decoded in messages {
            guard let series = decoded.partSeries else { continue }
            received[series] = min(received[series] ?? .max, decoded.receivedAtMilliseconds)
        }
        return messages.map { decoded in
            var warnings: [String: Int] = [:]
            for warning in decoded.message.warnings { warnings[warning.code, default: 0] += 1 }
            return MessageTally(
                id: decoded.id, kind: decoded.message.kind, effect: decoded.message.effect, source: decoded.source,
                receivedAtMilliseconds: decoded.receivedAtMilliseconds,
                screenedAtMilliseconds: decoded.screenedAtMilliseconds,
                preparedMinutes: decoded.message.preparedAt?.minutesSinceEpoch,
                isRepeat: draft.repeats.ids.contains(decoded.id),
                wasQuarantined: decoded.wasQuarantined,
                isLaterPart: decoded.partSeries.flatMap { received[$0] }.map { $0 < decoded.receivedAtMilliseconds }
                    ?? false,
                travellers: decoded.message.travellers.count, warnings: warnings)
        }
    }
}

extension DecodedMessage {
    /// What the parts of one divided message have in common; nil for a message in one piece.
    fileprivate var partSeries: String? {
        guard message.parts != nil, let reference = message.reference else { return nil }
        return [message.kind.rawValue, reference, message.function ?? "", message.functionDetail ?? ""]
            .joined(separator: "|")
    }
}
