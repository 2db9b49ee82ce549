// SPDX-License-Identifier: Apache-2.0

public import Screening

/// Answers questions about quality from a store: three calls whatever is stored.
public struct QualityDesk: Sendable {
    private let store: any QualityStore
    public let rules: QualityRules
    /// The most hits that a report holds; the latest landings where there are more.
    public static let hitsLimit = 20_000

    public init(store: any QualityStore, rules: QualityRules) {
        self.store = store
        self.rules = rules
    }

    /// The report of a period.
    /// - Parameter now: milliseconds since 1970 UTC.
    public func report(_ query: QualityQuery, now: Int64) async throws(StoreError) -> QualityReport {
        var wide = query
        wide.fromDay -= 7 * rules.timetableWeeks + 1
        wide.toDay += 1
        return QualityReport(
            query: query, rules: rules, days: try await store.qualityDays(query),
            hits: try await store.hitTimes(query, limit: QualityDesk.hitsLimit),
            seen: try await store.seenVoyages(wide), nowUTC: Int(now / 60_000))
    }
}
