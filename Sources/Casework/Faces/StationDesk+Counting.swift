// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import Screening

extension StationDesk {
    /// After so long what was searched is counted in the log.
    static let countMilliseconds: Int64 = 3_600_000

    /// Writes how many people each station searched, an hour after the first of them. A server that dies loses that hour's
    /// count at most, which makes the share of false alerts look larger, never smaller.
    func recordSearches(atMilliseconds now: Int64) async {
        for (name, counted) in uncounted.sorted(by: { $0.key < $1.key })
        where now - counted.since >= Self.countMilliseconds {
            uncounted[name] = nil
            var record = DecisionRecord(
                .face(.searched(station: name, kind: counted.kind, people: counted.people)), by: nil,
                atMilliseconds: now)
            record.post = name.post
            let event = AuditEvent(
                .runStation, by: nil, atMilliseconds: now, detail: "\(name) searched=\(counted.people)")
            do { try await store.record(CaseworkChange(decisions: [record]), audit: [event]) } catch {
                // Tried again at the next look, with those who came meanwhile.
                uncounted[name, default: UncountedSearches(kind: counted.kind, since: counted.since)].people +=
                    counted.people
            }
        }
    }
}
