// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// A reading of a zone for people and for programs.
public enum MRZReport {
    /// One JSON object.
    public static func json(_ reading: MRZReading, line: Int) -> String {
        var parts = ["\"line\":\(line)"]
        parts.append("\"status\":" + quoted(status(reading)))
        parts.append("\"zone\":" + (reading.zone.map(object) ?? "null"))
        parts.append("\"cleaning\":" + list(reading.cleaning.map(object)))
        parts.append(
            "\"repairs\":"
                + list(
                    reading.repairs.map {
                        "{\"changes\":" + list($0.changes.map(object)) + ",\"zone\":" + object($0.zone) + "}"
                    }))
        return "{" + parts.joined(separator: ",") + "}"
    }

    /// Some lines in plain words.
    public static func text(_ reading: MRZReading, line: Int) -> [String] {
        var lines = [
            "line \(line): " + (reading.zone?.format.rawValue ?? "no format's length") + ", " + status(reading)
        ]
        if let zone = reading.zone { lines += text(zone) }
        for change in reading.cleaning { lines.append("  tidied  " + text(change)) }
        for (index, repair) in reading.repairs.enumerated() {
            lines.append("  repair \(index + 1): " + repair.changes.map(text).joined(separator: ", "))
            lines += repair.zone.lines.map { "    " + $0 }
        }
        return lines
    }

    private static func status(_ reading: MRZReading) -> String {
        if reading.zone?.isVerified ?? false { return reading.cleaning.isEmpty ? "verified" : "verified-tidied" }
        return reading.repairs.isEmpty ? "wrong" : "repairable"
    }

    private static func text(_ zone: MachineReadableZone) -> [String] {
        var lines = zone.lines.map { "    " + $0 }
        let name = [zone.surname, zone.given].compactMap(\.self).joined(separator: " / ")
        lines.append("  name    " + name + (zone.isNameCut ? " (may go on)" : ""))
        lines.append(
            "  number  " + (zone.documentNumber ?? "-") + "  issuer " + (zone.issuer ?? "-") + "  nationality "
                + (zone.nationality ?? "-"))
        lines.append(
            "  born    " + (zone.birthDate.map { "\($0)" } ?? "-") + "  sex " + (zone.sex?.rawValue ?? "-")
                + "  expires " + (zone.expiry.map { "\($0)" } ?? "-"))
        for check in zone.checks {
            let place = "line \(check.line) column \(check.column)"
            lines.append(
                check.isRight
                    ? "  right   \(check.field.rawValue)"
                    : "  WRONG   \(check.field.rawValue), \(place): \(check.found), expected "
                        + (check.expected.map { String($0) } ?? "none"))
        }
        return lines
    }

    private static func text(_ change: MRZChange) -> String {
        "\(change.line):\(change.column) \"\(change.from)\" to \"\(change.to)\""
    }

    private static func object(_ zone: MachineReadableZone) -> String {
        let checks = zone.checks.map { check in
            "{\"field\":" + quoted(check.field.rawValue)
                + ",\"line\":\(check.line),\"column\":\(check.column),\"found\":"
                + quoted(String(check.found)) + ",\"expected\":" + (check.expected.map { quoted(String($0)) } ?? "null")
                + ",\"right\":\(check.isRight)}"
        }
        let fields: [(String, String?)] = [
            ("documentCode", zone.documentCode), ("issuer", zone.issuer), ("surname", zone.surname),
            ("given", zone.given), ("documentNumber", zone.documentNumber), ("nationality", zone.nationality),
            ("birthDate", zone.birthDate.map { "\($0)" }), ("sex", zone.sex?.rawValue),
            ("expiry", zone.expiry.map { "\($0)" }),
        ]
        return "{\"format\":" + quoted(zone.format.rawValue) + ",\"lines\":" + list(zone.lines.map(quoted)) + ","
            + fields.map { "\"\($0.0)\":" + ($0.1.map(quoted) ?? "null") }.joined(separator: ",")
            + ",\"nameCut\":\(zone.isNameCut),\"optionalData\":" + list(zone.optionalData.map(quoted))
            + ",\"verified\":"
            + "\(zone.isVerified),\"checks\":" + list(checks) + "}"
    }

    private static func object(_ change: MRZChange) -> String {
        "{\"line\":\(change.line),\"column\":\(change.column),\"from\":" + quoted(change.from) + ",\"to\":"
            + quoted(change.to) + "}"
    }

    private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\" + String(scalar)
            case _ where scalar.value < 0x20: out += " "
            default: out += String(scalar)
            }
        }
        return out + "\""
    }
}
