// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mandate
import Safeguards
import Testing

/// The whole policy, role x purpose x post x action and role x purpose x field, against tables written by hand here.
@Suite struct PolicyTableTests {
    static let file: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("Policy/policy.yaml"), encoding: .utf8)) ?? ""
    }()

    @Test func `the file answers every question as the tables say`() throws {
        let policy = try Policy(yaml: Array(Self.file.utf8))
        let answers = PolicyAnswers.of(policy)
        let expected = PolicyExpectation.answers()
        #expect(answers.count == expected.count)
        for (question, answer) in expected where answers[question] != answer {
            Issue.record("\(question): expected \(answer), found \(answers[question] ?? "nothing")")
        }
    }

    /// Each meaningful line is dropped, or one of its words is replaced by the next of its kind: the file must become
    /// unreadable, or the table test above must fail on it.
    @Test func `no change of the file goes unseen`() throws {
        let expected = PolicyExpectation.answers()
        let lines = Self.file.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var mutants = 0
        for (index, line) in lines.enumerated() where !line.isBlankOrComment {
            for replacement in [nil] + line.mutations {
                var changed = lines
                if let replacement { changed[index] = replacement } else { changed.remove(at: index) }
                mutants += 1
                let text = Array(changed.joined(separator: "\n").utf8)
                guard let mutant = try? Policy(yaml: text) else { continue }
                let isSeen = PolicyAnswers.of(mutant) != expected
                #expect(isSeen, "line \(index + 1) '\(line)' -> '\(replacement ?? "")' changes nothing")
            }
        }
        #expect(mutants > 400)
    }
}

extension String {
    fileprivate var isBlankOrComment: Bool { allSatisfy { $0 == " " } || drop { $0 == " " }.hasPrefix("#") }

    /// The line with each known word replaced by the next two of its list, and each number by the next.
    fileprivate var mutations: [String] {
        let lists = [
            FieldRule.allCases.map(\.rawValue), PolicyAction.allCases.map(\.rawValue),
            PostScope.allCases.map(\.rawValue), ["control", "targeting", "seizure", "repair", "none"],
        ]
        var changed: [String] = []
        for list in lists {
            for (index, word) in list.enumerated() {
                for tail in [": \(word)", "- \(word)", "[\(word)]"] where hasSuffix(tail) {
                    for step in 1...2 {
                        let next = list[(index + step) % list.count]
                        if next == word { continue }
                        changed.append(dropLast(tail.count) + tail.replacingOccurrences(of: word, with: next))
                    }
                }
            }
        }
        if let last = last, let digit = last.wholeNumberValue { changed.append(dropLast() + "\((digit + 1) % 10)") }
        return changed
    }
}
