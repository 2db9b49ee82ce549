// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Messages

/// `cermat cusres FILE`: a decision that a person took, as the CUSRES that tells the carrier.
struct Cusres: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a CUSRES (may board, may not, changed, acknowledged) from JSON.",
        discussion: """
            A named person must have decided: Cermat decides nothing and sends nothing. "decidedBy" names the officer and is
            required but for an acknowledgement (312). The JSON object:
              {"function":"962|132|312","sender":"IDGOV","recipient":"GA","preparedAt":"2026-01-15T04:11",
               "reference":"0001","commonReference":"GA825260115","transaction":"GA000000017","decidedBy":"...",
               "flights":[{"carrier":"GA","number":"0825","from":"SIN","to":"CGK","departure":"2026-01-15T09:30",
               "arrival":"2026-01-15T10:15"}],
               "answers":[{"recordLocator":"X7K2PQ","passengerReference":"GA000170001","code":"0Z","text":"OK TO BOARD"},
               {"level":"message","code":"0"}]}
            Codes of a traveller: 0Z may board, 1Z may not, 2Z advisory, 4Z insufficient data.
            """)

    @Argument(help: "A JSON file, or - for standard input.")
    var file: String

    func run() throws {
        let input = try InputFile(file)
        let message: ClearanceMessage
        do { message = try JSONDecoder().decode(ClearanceMessage.self, from: Data(input.bytes)) } catch {
            throw CommandFailure.exit("\(input.name) is no such JSON object; see cermat help cusres")
        }
        do throws(CusresError) {
            FileHandle.standardOutput.write(Data(try CusresWriter.bytes(message)))
        } catch { throw CommandFailure.exit(error.description) }
    }
}
