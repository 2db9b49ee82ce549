// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Messages
internal import Travel

extension CarrierProfile {
    /// The profile as YAML that ``ProfileFile`` reads back; names in order, so that two versions can be compared by line.
    public var text: String {
        var lines = ["id: \(id)", "title: \(Self.quoted(title))", "active: \(isActive)"]
        if let validFrom { lines.append("valid-from: \(Self.quoted(validFrom.description))") }
        list("senders", senders, &lines)
        list("carriers", carriers, &lines)
        list("kinds", kinds.map(\.rawValue), &lines)
        var inner: [String] = []
        map("document-types", codes.documentTypes, &inner)
        map("sexes", codes.sexes.mapValues(\.rawValue), &inner)
        map("countries", codes.countries, &inner)
        map("roles", codes.roles.mapValues(\.rawValue), &inner)
        map("qualifiers", codes.qualifiers, &inner)
        section("codes", inner, &lines)
        inner = []
        if clock.voyage != .local { inner.append("  voyage: \(Self.quoted(Self.word(clock.voyage)))") }
        if clock.prepared != .local { inner.append("  prepared: \(Self.quoted(Self.word(clock.prepared)))") }
        section("clock", inner, &lines)
        inner = []
        if let separators = repairs.separators { inner.append("  separators: \(Self.quoted(separators))") }
        if repairs.isLineEnded { inner.append("  line-ended: true") }
        if !repairs.cutLines.isEmpty {
            inner.append("  cut-lines: [" + repairs.cutLines.map(Self.quoted).joined(separator: ", ") + "]")
        }
        map("tags", repairs.tags, &inner)
        if !repairs.dayFirstDates.isEmpty {
            inner.append("  day-first-dates: [" + repairs.dayFirstDates.map(Self.quoted).joined(separator: ", ") + "]")
        }
        section("repairs", inner, &lines)
        list("deviations", deviations.map(\.rawValue), &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ name: String, _ inner: [String], _ lines: inout [String]) {
        guard !inner.isEmpty else { return }
        lines.append(name + ":")
        lines += inner
    }

    private func list(_ name: String, _ words: [String], _ lines: inout [String]) {
        if !words.isEmpty { lines.append("\(name): [" + words.map(Self.quoted).joined(separator: ", ") + "]") }
    }

    private func map(_ name: String, _ codes: [String: String], _ lines: inout [String]) {
        guard !codes.isEmpty else { return }
        lines.append("  \(name):")
        for (own, ours) in codes.sorted(by: { $0.key < $1.key }) {
            lines.append("    \(Self.quoted(own)): \(Self.quoted(ours))")
        }
    }

    private static func word(_ zone: ProfileClock.Zone) -> String {
        switch zone {
        case .local: "local"
        case .utc: "utc"
        case .offset(let minutes): (minutes < 0 ? "" : "+") + "\(minutes)"
        }
    }

    /// In double quotes as YAML and JSON escape them.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
