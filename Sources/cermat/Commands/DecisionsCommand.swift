// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import SQLiteStore

/// `cermat decisions`: the decision log without what was decided about whom.
struct Decisions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "List the decision log: identity, kind and time of each act, for balancing the ledger; no personal data.")

    @OptionGroup var data: DataOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let folder = try data.open()
        let records = try await folder.store.decisions(kinds: [], post: nil, sinceMilliseconds: 0, limit: 1_000_000)
        var output = LineOutput()
        for record in records {
            let subject: String? = if case .judged(let hit, _) = record.decision { "\(hit)" } else { nil }
            let kind = record.decision.kind.rawValue
            output.add(
                json
                    ? "{\"id\":\"\(record.id)\",\"kind\":\"\(kind)\",\"atMilliseconds\":\(record.atMilliseconds),\"hit\":"
                        + (subject.map { "\"\($0)\"" } ?? "null") + "}"
                    : "\(record.id)  \(kind)  \(record.atMilliseconds)")
        }
        output.flush()
    }
}
