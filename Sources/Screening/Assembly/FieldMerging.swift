// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// Merges what several messages say about one field.
enum FieldMerging {
    /// One contribution's value of a field, in message order.
    struct Given<Value: Hashable & Sendable> {
        var value: Value
        var contribution: Contribution
        /// Whether a later message replaced the whole contribution.
        var isReplaced: Bool
    }

    /// All values, the one to show first: still valid before superseded, trusted sources before others, late before
    /// early.
    ///
    /// A value is superseded when a later message of the same source gives another one, or replaces the contribution.
    /// Equal values of one source count once, by their latest message.
    static func merge<Value>(_ given: [Given<Value>], latestWins: Bool = false) -> SourcedField<Value> {
        var observations: [Observation<Value>] = []
        for item in given {
            let source = item.contribution.source
            for index in observations.indices where observations[index].source == source {
                if observations[index].value != item.value, !item.isReplaced { observations[index].isSuperseded = true }
            }
            observations.removeAll { $0.source == source && $0.value == item.value }
            observations.append(
                Observation(
                    value: item.value, source: source, order: item.contribution.order, span: item.contribution.span,
                    isSuperseded: item.isReplaced))
        }
        observations.sort { a, b in
            if a.isSuperseded != b.isSuperseded { return b.isSuperseded }
            if !latestWins, a.source.trust != b.source.trust { return a.source.trust > b.source.trust }
            if a.order != b.order { return a.order > b.order }
            return a.source.trust > b.source.trust
        }
        return SourcedField(observations: observations)
    }
}

extension SourceKind {
    /// Who is believed first about a person's identity: a document seen, then read by the carrier, then listed, then
    /// booked.
    var trust: Int {
        switch self {
        case .desk: 4
        case .api: 3
        case .manifest: 2
        case .pnr: 1
        }
    }
}
