// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Intake
internal import Screening

/// `cermat ingest`: messages into the inbox; a line for each once it is durable.
struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in messages from files, folders or standard input; print a line for each once it is on disk.",
        discussion: """
            Returns when nothing on the folder is pending any more. The same bytes again change nothing and print the first
            one's identity. Exit 1 when something was quarantined, could not be read, or the disk or queue is full: send
            again what was not printed.
            """)

    @OptionGroup var data: DataOption

    @Argument(help: "Files, folders (read in order of names, without subfolders), or - for standard input.")
    var paths: [String]

    func run() async throws {
        let folder = try data.open()
        let clean = try await MessageIngestion(folder).ingest(paths)
        try await ScreeningLoop(folder).drain(progress: true)
        if !clean { throw CommandFailure.partial }
    }
}
