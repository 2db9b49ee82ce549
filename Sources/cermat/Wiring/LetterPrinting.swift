// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Civil
internal import Messages
internal import Travel
internal import Wording

/// Prints the letter to a carrier about some files.
struct LetterPrinting {
    private let language: Language

    init(language: String) throws {
        guard let language = Language(rawValue: language) else {
            throw ValidationError("--letter is id or en")
        }
        self.language = language
    }

    /// One letter about all files; exit 1 when something is to be mended.
    func print(_ files: [String]) throws {
        var report = ConformanceReport()
        for file in files {
            let input = try InputFile(file)
            input.withBytes { bytes in
                MessageDecoder.decode(bytes) { unit in
                    report.add(
                        unit.message, text: MessageText(unit.filtered().bytes, kind: unit.message.kind))
                }
            }
        }
        guard let today = CivilDate(daysSinceEpoch: Int(WallClock.nowMilliseconds / 86_400_000)) else { return }
        var output = LineOutput()
        output.add(ConformanceLetter(report, language: language, on: today).text)
        output.flush()
        if !report.findings.isEmpty { throw CommandFailure.partial }
    }
}
