// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation

/// Writes messages for people on standard error and ends a command with its exit code.
enum CommandFailure {
    /// One line for people, never with personal data.
    static func say(_ text: String) {
        FileHandle.standardError.write(Data(("cermat: " + text + "\n").utf8))
    }

    /// Findings or a partial failure.
    static let partial = ExitCode(1)
    /// Something that the program did not expect.
    static let `internal` = ExitCode(70)

    /// Says what is wrong and what to do, and gives the exit to throw.
    static func exit(_ text: String, _ code: ExitCode = partial) -> ExitCode {
        say(text)
        return code
    }
}
