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
            Reads UN/EDIFACT PAXLST, PNRGOV, CUSRES and ACKRES interchanges, PNRGOV XML, machine
            readable zones and manifest CSV. The parts of a divided message
            give one line, where the last of them stands, also over several files. Bytes that are no message give one
            line with status "quarantined". Exit 1 when something was quarantined. Nothing is stored.
            """)

    @Argument(help: "Files, or - for standard input.")
    var files: [String]

    @Flag(help: "Print one digest over all values instead.")
    var digest = false

    @Option(help: "Print a letter to the carrier about what is wrong instead, in this language: id or en.")
    var letter: String?

    func run() throws {
        if let letter { return try LetterPrinting(language: letter).print(files) }
        var digester = MessageDigest()
        var quarantined = 0
        var output = LineOutput()
        let inputs = try files.map { try InputFile($0) }
        var collector = PartCollector()
        if inputs.count > 1 {
            for (number, input) in inputs.enumerated() {
                input.withBytes { collector.expect($0, input: number) }
            }
        }
        for (number, input) in inputs.enumerated() {
            var index = 0
            func give(_ message: ReceivedMessage) {
                if message.status == .quarantined { quarantined += 1 }
                if digest {
                    digester.add(message)
                } else {
                    output.add(MessageJSON.line(for: message, source: input.name, index: index))
                }
                index += 1
            }
            input.withBytes { bytes in
                MessageDecoder.decode(bytes) { unit in
                    if inputs.count == 1 || unit.message.parts == nil {
                        give(unit.message)
                    } else {
                        collector.take(unit, input: number).forEach(give)
                    }
                }
            }
        }
        if digest { output.add(digester.description) }
        output.flush()
        if quarantined > 0 { throw CommandFailure.partial }
    }
}
