// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Identity

/// `cermat bench linkage`: any tables of people, linked by the room's names, levels and learning without labels.
struct BenchLinkage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linkage",
        abstract: "Link two tables of people, or the rows of one, and score against the truth.",
        discussion: """
            --columns is a JSON object from column titles to: id, person (the truth, never compared), given, surname, name,
            birthDate, place, number, text, sex, country, other. The truth serves for the score only.
            """)

    @Option(help: "A table of separated values.")
    var left: String

    @Option(help: "Another one, to link with; without it the rows of the first are linked among themselves.")
    var right: String?

    @Option(help: "A JSON file that says what each column holds.")
    var columns: String

    @Flag(help: "Each person is in each table once at most.")
    var unique = false

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    func run() throws {
        let map = try InputFile(columns).withBytes {
            try JSONDecoder().decode([String: LinkageColumn].self, from: Data($0))
        }
        var table = try LinkageTable(columns: map)
        for (side, path) in ([left] + (right.map { [$0] } ?? [])).enumerated() {
            try InputFile(path).withBytes { try table.add($0.bindMemory(to: UInt8.self), side: side) }
        }
        let linkage = Linkage(table: table, isUnique: unique)
        let clock = ContinuousClock()
        let start = clock.now
        let result = linkage.run()
        let seconds = (clock.now - start).seconds
        print(
            "{\"bench\":\"linkage\",\"rows\":\(table.count),\"compared\":\(result.compared),"
                + String(format: "\"neededBits\":%.1f,\"seconds\":%.1f,", result.neededBits, seconds)
                + linkage.score(result).json + "}")
    }
}

/// `cermat bench names`: whether two names are held to be one person's, by the comparison of the registry connector.
struct BenchNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Compare labelled pairs of names.",
        discussion: """
            A table with the columns LEFT, RIGHT and SAME (true or false). Two names count as the same where the degree of
            the registry connector says so (at least 90 of 100); nothing is fitted to the labels.
            """)

    @Option(help: "The table of pairs.")
    var pairs: String

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    func run() throws {
        let table = try InputFile(pairs).withBytes { try NamePairTable($0.bindMemory(to: UInt8.self)) }
        print(
            "{\"bench\":\"names\",\"pairs\":\(table.pairs.count),\"same\":\(table.pairs.count { $0.isSame }),"
                + table.score.json + "}")
    }
}

extension LinkageScore {
    /// The figures as members of a JSON object.
    fileprivate var json: String {
        String(format: "\"f1\":%.4f,\"precision\":%.4f,\"recall\":%.4f,", f1, precision, recall)
            + "\"found\":\(found),\"wrong\":\(wrong),\"missed\":\(missed)"
    }
}
