// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Safeguards
internal import Yams

/// Reads `registry.yaml` and notes everything that is wrong with it at once.
public struct RegistryTermsFile: Sendable {
    /// Nil where there are ``problems``.
    public private(set) var terms: RegistryTerms?
    public private(set) var problems: [String] = []

    public init(_ bytes: [UInt8]) {
        var found = RegistryTerms()
        var reader = SettingsReader()
        if let root = reader.root(bytes) { RegistryTermsFile.read(root, &reader, into: &found) }
        RegistryTermsFile.check(found, &reader)
        problems = reader.problems
        if problems.isEmpty { terms = found }
    }

    private static func read(_ root: Node, _ reader: inout SettingsReader, into found: inout RegistryTerms) {
        let top = reader.entries(
            root, "the file",
            [
                "access", "agreement", "from", "until", "keep-days", "service", "index", "look-ups-a-day",
                "look-ups-an-hour", "alarm-night-an-hour", "alarm-officers",
            ])
        reader.set(top["access"], "access", &found.access)
        reader.set(top["agreement"], &found.agreement)
        setDate(top["from"], "from", &reader, &found.from)
        setDate(top["until"], "until", &reader, &found.until)
        reader.set(top["keep-days"], "keep-days", 1...3650, &found.keepDays)
        reader.set(top["index"], &found.index)
        reader.set(top["look-ups-a-day"], "look-ups-a-day", 0...10_000, &found.lookUps.aDay)
        reader.set(top["look-ups-an-hour"], "look-ups-an-hour", 0...10_000, &found.lookUps.anHour)
        reader.set(top["alarm-night-an-hour"], "alarm-night-an-hour", 1...10_000, &found.lookUps.alarmAtNight)
        reader.set(top["alarm-officers"], "alarm-officers", 2...1_000, &found.lookUps.alarmOfficers)
        guard let node = top["service"] else { return }
        let own = reader.entries(
            node, "service",
            [
                "url", "mode", "user", "password-file", "threshold", "timeout-seconds", "parallel", "daily-quota",
                "reserve", "hours-before", "face", "face-url", "face-threshold",
            ])
        reader.set(own["url"], &found.service.url)
        reader.set(own["mode"], "service.mode", &found.service.mode)
        reader.set(own["user"], &found.service.user)
        reader.set(own["password-file"], &found.service.passwordFile)
        reader.set(own["threshold"], "service.threshold", 1...100, &found.service.threshold)
        reader.set(own["face"], "service.face", &found.service.face)
        reader.set(own["face-url"], &found.service.faceURL)
        reader.set(own["face-threshold"], "service.face-threshold", 1...100, &found.service.faceThreshold)
        reader.set(own["timeout-seconds"], "service.timeout-seconds", 1...60, &found.service.timeoutSeconds)
        reader.set(own["parallel"], "service.parallel", 1...64, &found.service.parallel)
        reader.set(own["daily-quota"], "service.daily-quota", 0...100_000_000, &found.service.dailyQuota)
        reader.set(own["reserve"], "service.reserve", 0...100_000_000, &found.service.reserve)
        reader.set(own["hours-before"], "service.hours-before", 1...720, &found.service.hoursBefore)
    }

    private static func check(_ found: RegistryTerms, _ reader: inout SettingsReader) {
        guard found.access != .none else { return }
        if found.agreement.isEmpty { reader.note("agreement names the agreement with the registry") }
        if found.from == nil || found.until == nil { reader.note("from and until are the days of the agreement") }
        if let from = found.from, let until = found.until, until < from { reader.note("until is before from") }
        switch found.access {
        case .none: break
        case .extract:
            if found.index.isEmpty { reader.note("index names the file that cermat registry build made") }
        case .verification:
            if !isGuarded(found.service.url) {
                reader.note("service.url begins with https:// (http:// on loopback only)")
            }
            if !found.service.faceURL.isEmpty, !isGuarded(found.service.faceURL) {
                reader.note("service.face-url begins with https:// (http:// on loopback only)")
            }
            if found.service.user.isEmpty { reader.note("service.user is the user name at the registry") }
            if found.service.reserve > found.service.dailyQuota {
                reader.note("service.reserve is a part of service.daily-quota")
            }
        }
    }

    private static func isGuarded(_ url: String) -> Bool {
        url.hasPrefix("https://")
            || ["http://127.0.0.1", "http://[::1]", "http://localhost"].contains { url.hasPrefix($0) }
    }

    private static func setDate(
        _ node: Node?, _ name: String, _ reader: inout SettingsReader, _ value: inout CivilDate?
    ) {
        guard let node else { return }
        value = node.string.flatMap { CivilDate(iso: $0) }
        if value == nil { reader.note("\(name) is a date YYYY-MM-DD") }
    }
}
