// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Civil
internal import Foundation
internal import Quality
internal import SQLiteStore

/// `cermat quality`: how carriers send, and how early hits are known.
struct QualityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract:
            "Show by carrier, post and day what came late, twice, unreadable or incomplete, and when hits were known.",
        discussion: "Counts and codes only, no personal data. Days are those of arrival, for departures of departure.")

    @OptionGroup var data: DataOption

    @Option(help: "The first day, YYYY-MM-DD; without it thirty days before the last.")
    var from: String?

    @Option(help: "The last day, YYYY-MM-DD; without it today in UTC.")
    var to: String?

    @Option(help: "One carrier's code.")
    var carrier: String?

    @Option(help: "One port's code.")
    var post: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print the rules in force, as quality.json in the data folder may hold them.")
    var rules = false

    func run() async throws {
        let folder = try data.open()
        if rules {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            print(String(decoding: try encoder.encode(folder.store.qualityRules), as: UTF8.self))
            return
        }
        let now = WallClock.nowMilliseconds
        let last = try to.map(QualityCommand.day) ?? Int(now / 86_400_000)
        let first = try from.map(QualityCommand.day) ?? last - 29
        guard first <= last, last - first < 3_660 else { throw ValidationError("--from must not come after --to") }
        let query = QualityQuery(
            fromDay: first, toDay: last, carrier: carrier?.uppercased(), posts: post.map { [$0.uppercased()] })
        let report = try await QualityDesk(store: folder.store, rules: folder.store.qualityRules)
            .report(query, now: now)
        var output = LineOutput()
        for line in json ? [try QualityJSON(report).text()] : QualityTable.lines(report) { output.add(line) }
        output.flush()
    }

    private static func day(_ text: String) throws -> Int {
        guard let date = CivilDate(iso: text) else { throw ValidationError("\(text) is no day; write YYYY-MM-DD") }
        return date.daysSinceEpoch
    }
}
