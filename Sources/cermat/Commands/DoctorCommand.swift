// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Wording

/// `cermat doctor`: how an installation is, and what to do.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at disk, clock, keys, store, feeds and duties; say what to do. Exit 1 if anything is wrong.",
        discussion: "Notices do not change the exit code. May run while a server runs on the folder.")

    @Option(help: "The data folder (made by cermat init).")
    var data: String?

    @Option(help: "The server's configuration file: names the data folder, and the certificate that is looked at too.")
    var config: String?

    @Flag(help: "Also read the whole database and follow the whole audit chain.")
    var thorough = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let settings = try config.map { try ServerSettings(file: $0) } ?? ServerSettings()
        guard let path = data ?? settings.data else {
            throw ValidationError("name the data folder: --data or --config")
        }
        var check = HealthCheck(
            folder: try DataFolder(opening: path), now: WallClock.nowMilliseconds, isThorough: thorough)
        check.certificate = settings.certificateFiles
        let findings = try await check.state().findings
        let words = Words(.english)
        for finding in findings {
            let remedy = finding.grade == .good ? nil : words(.healthRemedy, finding.subject)
            if json {
                print(Doctor.json(finding, remedy))
            } else {
                let mark = finding.grade == .good ? "good  " : finding.grade == .notice ? "notice" : "FAULT "
                print("\(mark)  \(words(.healthSubject, finding.subject)): \(finding.figure)")
                if let remedy { print("        \(remedy)") }
            }
        }
        if findings.contains(where: { $0.grade == .fault }) { throw CommandFailure.partial }
    }

    private static func json(_ finding: HealthFinding, _ remedy: String?) -> String {
        struct Line: Encodable {
            var subject: String
            var grade: String
            var figure: String
            var remedy: String?
        }
        let line = Line(
            subject: finding.subject.rawValue, grade: finding.grade.rawValue, figure: finding.figure, remedy: remedy)
        return (try? SortedJSON.line(line)) ?? "{}"
    }
}
