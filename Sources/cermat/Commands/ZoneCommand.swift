// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Civil
internal import Foundation
internal import Messages

/// `cermat mrz [FILE]`: the machine readable zones of a text, their check digits, and what would repair them.
struct Zone: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mrz",
        abstract: "Read machine readable zones (TD1, TD2, TD3, MRV-A, MRV-B) and check their digits.",
        discussion: """
            Finds zones in a text, also in a log or with both lines pasted as one. Repairs of characters that look alike
            are listed, never made. Exit 1 when a check digit is wrong or there is no zone. Nothing is stored.
            """)

    @Argument(help: "A file, or - for standard input.")
    var file = "-"

    @Flag(help: "One JSON object a zone.")
    var json = false

    func run() throws {
        let bytes = try InputFile(file).bytes
        let readings = MRZSearch.zones(in: bytes).compactMap { found in
            MRZReading(lines: found.lines).map { (found.line, $0) }
        }
        var output = LineOutput()
        for (line, reading) in readings {
            if json {
                output.add(MRZReport.json(reading, line: line))
            } else {
                MRZReport.text(reading, line: line).forEach { output.add($0) }
            }
        }
        output.flush()
        let isRight = readings.allSatisfy { $0.1.zone?.isVerified ?? false }
        if readings.isEmpty || !isRight { throw CommandFailure.partial }
    }
}
