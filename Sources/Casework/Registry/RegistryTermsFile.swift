// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Yams

/// Reads `registry.yaml` and notes everything that is wrong with it at once.
public struct RegistryTermsFile: Sendable {
    /// Nil where there are ``problems``.
    public private(set) var terms: RegistryTerms?
    public private(set) var problems: [String] = []

    /// The longest file.
    public static let limitBytes = 64 * 1024

    public init(_ bytes: [UInt8]) {
        guard bytes.count <= Self.limitBytes, let text = String(validating: bytes, as: UTF8.self) else {
            problems = ["not UTF-8, or longer than 64 KiB"]
            return
        }
        var found = RegistryTerms()
        do {
            guard let root = try Yams.compose(yaml: text) else {
                terms = found
                return
            }
            read(root, into: &found)
        } catch { problems.append("not YAML: \(error)") }
        check(found)
        if problems.isEmpty { terms = found }
    }

    private mutating func read(_ root: Node, into found: inout RegistryTerms) {
        let top = entries(
            root, "the file",
            [
                "access", "agreement", "from", "until", "keep-days", "service", "index", "look-ups-a-day",
                "look-ups-an-hour", "alarm-night-an-hour", "alarm-officers",
            ])
        set(top["access"], "access", &found.access)
        set(top["agreement"], &found.agreement)
        set(top["from"], "from", &found.from)
        set(top["until"], "until", &found.until)
        set(top["keep-days"], "keep-days", 1...3650, &found.keepDays)
        set(top["index"], &found.index)
        set(top["look-ups-a-day"], "look-ups-a-day", 0...10_000, &found.lookUps.aDay)
        set(top["look-ups-an-hour"], "look-ups-an-hour", 0...10_000, &found.lookUps.anHour)
        set(top["alarm-night-an-hour"], "alarm-night-an-hour", 1...10_000, &found.lookUps.alarmAtNight)
        set(top["alarm-officers"], "alarm-officers", 2...1_000, &found.lookUps.alarmOfficers)
        guard let node = top["service"] else { return }
        let own = entries(
            node, "service",
            [
                "url", "mode", "user", "password-file", "threshold", "timeout-seconds", "parallel", "daily-quota",
                "reserve", "hours-before",
            ])
        set(own["url"], &found.service.url)
        set(own["mode"], "service.mode", &found.service.mode)
        set(own["user"], &found.service.user)
        set(own["password-file"], &found.service.passwordFile)
        set(own["threshold"], "service.threshold", 1...100, &found.service.threshold)
        set(own["timeout-seconds"], "service.timeout-seconds", 1...60, &found.service.timeoutSeconds)
        set(own["parallel"], "service.parallel", 1...64, &found.service.parallel)
        set(own["daily-quota"], "service.daily-quota", 0...100_000_000, &found.service.dailyQuota)
        set(own["reserve"], "service.reserve", 0...100_000_000, &found.service.reserve)
        set(own["hours-before"], "service.hours-before", 1...720, &found.service.hoursBefore)
    }

    private mutating func check(_ found: RegistryTerms) {
        guard found.access != .none else { return }
        if found.agreement.isEmpty { problems.append("agreement names the agreement with the registry") }
        if found.from == nil || found.until == nil { problems.append("from and until are the days of the agreement") }
        if let from = found.from, let until = found.until, until < from { problems.append("until is before from") }
        switch found.access {
        case .none: break
        case .extract:
            if found.index.isEmpty { problems.append("index names the file that cermat registry build made") }
        case .verification:
            let url = found.service.url
            let isLoopback = ["http://127.0.0.1", "http://[::1]", "http://localhost"].contains { url.hasPrefix($0) }
            if !url.hasPrefix("https://"), !isLoopback {
                problems.append("service.url begins with https:// (http:// on loopback only)")
            }
            if found.service.user.isEmpty { problems.append("service.user is the user name at the registry") }
            if found.service.reserve > found.service.dailyQuota {
                problems.append("service.reserve is a part of service.daily-quota")
            }
        }
    }

    private mutating func entries(_ node: Node, _ what: String, _ keys: [String]) -> [String: Node] {
        guard let mapping = node.mapping else {
            problems.append("\(what) is a list of keys with values")
            return [:]
        }
        var found: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            if !keys.contains(name) {
                problems.append("\(what): unknown key \(name); known are \(keys.joined(separator: ", "))")
            } else if found.updateValue(value, forKey: name) != nil {
                problems.append("\(what): \(name) stands twice")
            }
        }
        return found
    }

    private func set(_ node: Node?, _ value: inout String) {
        if let text = node?.string { value = text }
    }

    private mutating func set<Word: RawRepresentable & CaseIterable>(
        _ node: Node?, _ name: String, _ value: inout Word
    ) where Word.RawValue == String {
        guard let node else { return }
        if let word = node.string.flatMap(Word.init(rawValue:)) { return value = word }
        problems.append("\(name) is one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }

    private mutating func set(_ node: Node?, _ name: String, _ value: inout CivilDate?) {
        guard let node else { return }
        value = node.string.flatMap { CivilDate(iso: $0) }
        if value == nil { problems.append("\(name) is a date YYYY-MM-DD") }
    }

    private mutating func set(_ node: Node?, _ name: String, _ range: ClosedRange<Int>, _ value: inout Int) {
        guard let node else { return }
        guard let number = node.int, range.contains(number) else {
            return problems.append("\(name) is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        value = number
    }
}
