// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mandate
import Safeguards
import Testing

@Suite struct PolicyTests {
    private let file = PolicyTableTests.file

    private func problems(_ yaml: String) -> [PolicyProblem] {
        do {
            _ = try Policy(yaml: Array(yaml.utf8))
            return []
        } catch SafeguardsError.policyInvalid(let problems) {
            return problems
        } catch {
            Issue.record("\(error)")
            return []
        }
    }

    @Test func `a file of before there were alarms reads with the usual limits`() throws {
        let start = try #require(file.range(of: "reads:\n")), end = try #require(file.range(of: "views:\n"))
        let policy = try Policy(
            yaml: Array(file.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "").utf8))
        #expect(policy.reads == ReadLimits())
        #expect(policy.faces == FaceLimits())
    }

    @Test(arguments: ["0", "0.2", "-0.01", "often"]) func `a rate of alerts that means nothing is refused`(rate: String)
    {
        let bad = file.replacingOccurrences(of: "false-positive-rate: 0.01", with: "false-positive-rate: \(rate)")
        #expect(throws: SafeguardsError.self) { try Policy(yaml: Array(bad.utf8)) }
    }

    @Test func `an expired purpose opens nothing`() throws {
        let policy = try Policy(yaml: Array(file.utf8))
        let grant = try policy.grant(.arrivalControl, reference: "ST-12", to: .officer, atMilliseconds: 0)
        #expect(grant.expiresAtMilliseconds == 8 * 3_600_000)
        let subject = PolicySubject(role: .officer, posts: PolicyAnswers.own, grant: grant)
        let posts = Set(PolicyAnswers.own)
        for (time, decision, name) in [
            (grant.expiresAtMilliseconds - 1, PolicyDecision.allowed, FieldVisibility.shown),
            (grant.expiresAtMilliseconds, .refused(.purposeExpired), .denied),
        ] {
            #expect(policy.decide(.viewTraveller, for: subject, at: posts, atMilliseconds: time) == decision)
            #expect(policy.visibility(of: .name, for: subject, isHit: true, atMilliseconds: time) == name)
        }
    }

    @Test func `a voyage that touches one own post is open, whatever else it touches`() throws {
        let policy = try Policy(yaml: Array(file.utf8))
        let grant = try policy.grant(.arrivalControl, reference: "ST-12", to: .officer, atMilliseconds: 0)
        let subject = PolicySubject(role: .officer, posts: PolicyAnswers.own, grant: grant)
        let both = Set(PolicyAnswers.own + PolicyAnswers.other)
        #expect(policy.decide(.viewVoyage, for: subject, at: both, atMilliseconds: 1).isAllowed)
        let homeless = PolicySubject(role: .officer, posts: [], grant: grant)
        #expect(policy.decide(.viewVoyage, for: homeless, at: both, atMilliseconds: 1) == .refused(.otherPost))
    }

    @Test
    func `a file of before the data-protection officer is taken, grants the role nothing and shows holds as before`()
        throws
    {
        let end = try #require(file.range(of: "\n  # Who watches over personal data"))
        let old = String(file[..<end.lowerBound]) + "\n"
        #expect(!old.contains("- view-holds\n") && !old.contains("  data-protection-officer:\n"))
        let policy = try Policy(yaml: Array(old.utf8))
        #expect(policy.purposes(for: .dataProtectionOfficer).isEmpty)
        let nobody = PolicySubject(role: .dataProtectionOfficer, posts: [], grant: nil)
        #expect(policy.decide(.viewAudit, for: nobody, atMilliseconds: 0) == .refused(.notForRole))
        let grant = try policy.grant(.supervision, reference: "ST-1", to: .supervisor, atMilliseconds: 0)
        let supervisor = PolicySubject(role: .supervisor, posts: PolicyAnswers.own, grant: grant)
        #expect(policy.decide(.viewHolds, for: supervisor, at: Set(PolicyAnswers.own), atMilliseconds: 1).isAllowed)
    }

    @Test func `purposes are granted by role, with a reference`() throws {
        let policy = try Policy(yaml: Array(file.utf8))
        #expect(policy.purposes(for: .officer) == [.arrivalControl, .departureControl])
        #expect(policy.purposes(for: .auditor) == [.oversight])
        #expect(policy.purposes(for: .dataProtectionOfficer) == [.oversight])
        #expect(policy.scope(of: .analyst, under: .targeting) == .all)
        #expect(policy.scope(of: .officer, under: .targeting) == nil)
        #expect(policy.worksAtAllPosts(.analyst) && !policy.worksAtAllPosts(.officer))
        #expect(throws: SafeguardsError.purposeRefused(.notForRole)) {
            try policy.grant(.targeting, reference: "ST-12", to: .officer, atMilliseconds: 0)
        }
        for reference in ["", "  ", "ab", "a\u{7}bc", "a\nbc", String(repeating: "x", count: 65)] {
            #expect(throws: SafeguardsError.purposeRefused(.badReference)) {
                try policy.grant(.arrivalControl, reference: reference, to: .officer, atMilliseconds: 0)
            }
        }
        let grant = try policy.grant(.arrivalControl, reference: "  ST-12 / 2026 ", to: .officer, atMilliseconds: 0)
        #expect(grant.reference == "ST-12 / 2026")
    }

    @Test func `all problems are told at once, with their lines`() {
        let broken =
            file.replacing("version: 1", with: "version: 7").replacing("idle-minutes: 15", with: "idle-minutes: soon")
            .replacing("    posts: own\n", with: "    posts: mine\n").replacing("name: denied", with: "nmae: denied")
            .replacing("- view-quarantine", with: "- view-quarantin")
        let found = problems(broken)
        // posts: mine stands five times; the misspelt field is unknown and missing.
        #expect(found.count >= 7, "\(found)")
        for word in ["version", "idle-minutes", "posts are", "unknown key", "lacks name", "an action is"] {
            #expect(found.contains { $0.text.contains(word) }, "no problem about \(word)")
        }
        let quarantine = broken.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
            $0.hasSuffix("view-quarantin")
        }
        #expect(found.contains { $0.line == (quarantine ?? 0) + 1 })
    }

    @Test(arguments: [
        ("always: []", "always: [view-traveller]", "R01"), ("- view-audit", "- view-audit\n          - search", "R33"),
        ("- edit-account", "- judge", "R33"), ("- view-audit\n          - view-holds", "- search", "R33"),
        ("view: none", "view: control", "R33"),
        (
            "- view-hits\n          - search\n          - judge", "- view-hits\n          - search\n          - search",
            "twice"
        ),
        ("view: repair", "view: nothing", "no such view"), ("roles:", "rolls:", "unknown key"),
        ("  auditor:", "  janitor:", "unknown key"), ("      oversight:", "      curiosity:", "unknown key"),
        ("idle-minutes: 15", "idle-minutes: 0", "1440"), ("repeat-days: 3", "repeat-days: 15", "2 to 14"),
        ("  night-an-hour: 10\n", "", "lacks night-an-hour"),
        ("idle-minutes: 15", "idle-minutes: 15\n  idle-minutes: 15", "YAML"),
        ("views:", "views: [", "YAML"),
    ])
    func `refuses files that no one may write`(old: String, new: String, reason: String) {
        let found = problems(file.replacing(old, with: new))
        #expect(found.contains { $0.text.contains(reason) }, "\(found)")
    }

    @Test(arguments: [
        "", "[]", "x", "{}", "\u{0}", "version: 1", "a: &a [*a]", String(repeating: "#\n", count: 200_000),
    ])
    func `refuses what is no policy`(text: String) { #expect(!problems(text).isEmpty) }

    @Test func `every field rule says what is seen`() {
        let seen = FieldRule.allCases.map { [$0.visibility(isHit: false), $0.visibility(isHit: true)] }
        #expect(
            seen == [
                [.shown, .shown], [.masked, .masked], [.denied, .denied], [.masked, .shown], [.denied, .shown],
            ])
    }

    @Test func `the digest is that of the file`() throws {
        let policy = try Policy(yaml: Array(file.utf8))
        #expect(try Policy(yaml: Array((file + "#").utf8)).digest != policy.digest)
        #expect(policy.digest.description.count == 64)
    }
}
