// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Messages
internal import Travel

/// `cermat decode FILE...`: one JSON object a message, or one digest over all values.
struct Decode: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what messages say, one JSON object a message, in file order.",
        discussion: """
            Reads UN/EDIFACT PAXLST and PNRGOV interchanges and manifest CSV. Bytes that are no message give one line with
            status "quarantined". Exit 1 when something was quarantined. Nothing is stored.
            """)

    @Argument(help: "Files, or - for standard input.")
    var files: [String]

    @Flag(help: "Print one digest over all values instead.")
    var digest = false

    func run() throws {
        var digester = MessageDigest()
        var quarantined = 0
        var output = LineOutput()
        for file in files {
            let input = try InputFile(file)
            var index = 0
            input.withBytes { bytes in
                MessageDecoder.decode(bytes) { unit in
                    if unit.message.status == .quarantined { quarantined += 1 }
                    if digest {
                        digester.add(unit.message)
                    } else {
                        output.add(MessageJSON.line(for: unit.message, source: input.name, index: index))
                    }
                    index += 1
                }
            }
        }
        if digest { output.add(digester.description) }
        output.flush()
        if quarantined > 0 { throw CommandFailure.partial }
    }
}
