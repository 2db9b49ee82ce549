// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Quality

/// The rules of quality of a data folder: `quality.json`, or the defaults where there is no such file.
enum QualityRulesFile {
    static let name = "quality.json"

    static func read(_ folder: String) throws -> QualityRules {
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return QualityRules() }
        let rules: QualityRules
        do { rules = try JSONDecoder().decode(QualityRules.self, from: Data(try InputFile(path).bytes)) } catch {
            throw CommandFailure.exit(
                "\(path) cannot be read; cermat quality --rules prints what it may hold", ExitCode(64))
        }
        guard rules.problems.isEmpty else {
            throw CommandFailure.exit(path + ": " + rules.problems.joined(separator: "; "), ExitCode(64))
        }
        return rules
    }
}
