// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening

/// The legal holds, read from the decision log.
public struct LegalHolds: Sendable {
    let store: any CaseworkStore

    /// Of so many placed and lifted; a unit has a few dozen.
    private static let limit = 50_000

    public init(store: any CaseworkStore) { self.store = store }

    /// A hold that stands.
    public struct Standing: Hashable, Sendable, Identifiable {
        /// The decision that placed it.
        public var id: RecordID<LegalHold>
        public var atMilliseconds: Int64
        public var officer: RecordID<Officer>?
        public var hold: LegalHold
    }

    /// Those that stand, the newest first.
    public func standing() async throws(StoreError) -> [Standing] {
        LegalHolds.standing(
            try await store.decisions(
                kinds: [.holdPlaced, .holdLifted], post: nil, sinceMilliseconds: 0, limit: Self.limit))
    }

    /// Those of some decisions that stand, in the order of the decisions.
    public static func standing(_ records: some Sequence<DecisionRecord>) -> [Standing] {
        var lifted: Set<RecordID<LegalHold>> = []
        var placed: [Standing] = []
        for record in records {
            switch record.decision {
            case .holdPlaced(let hold):
                placed.append(
                    Standing(
                        id: RecordID(of: record.id), atMilliseconds: record.atMilliseconds,
                        officer: record.officer, hold: hold))
            case .holdLifted(let lift): lifted.insert(lift.hold)
            default: break
            }
        }
        return placed.filter { !lifted.contains($0.id) }
    }
}
