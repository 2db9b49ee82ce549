// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A crossing at a post as one line of text in front of a document's zone, so that it goes the way of every message.
///
/// `CERMAT-CROSSING 1;POST=IDMTN;MODE=land;TIME=2026-01-15T08:30;DIRECTION=arrival;REFERENCE=...;PLATE=...;REPAIRS=...`
public struct CrossingRecord: Hashable, Sendable {
    /// The post's code in the gazetteer.
    public var post: String
    public var mode: TravelMode
    /// By the post's clock.
    public var time: CivilDateTime
    public var isArrival: Bool
    /// The officer's own reference; no name.
    public var reference: String?
    public var plate: String?
    /// What the officer accepted instead of what was read: `2:3:0>O`, by line and column.
    public var repairs: [String]

    public init(
        post: String, mode: TravelMode, time: CivilDateTime, isArrival: Bool, reference: String? = nil,
        plate: String? = nil, repairs: [MRZChange] = []
    ) {
        self.post = post
        self.mode = mode
        self.time = time
        self.isArrival = isArrival
        self.reference = reference
        self.plate = plate
        self.repairs = repairs.map { "\($0.line):\($0.column):\($0.from)>\($0.to)" }
    }

    static let opening = "CERMAT-CROSSING 1"

    /// The message: this line, then the zone's.
    public func bytes(with lines: [String]) -> [UInt8] {
        var fields = [
            CrossingRecord.opening, "POST=" + post, "MODE=" + mode.rawValue, "TIME=\(time)",
            "DIRECTION=" + (isArrival ? "arrival" : "departure"),
        ]
        if let reference { fields.append("REFERENCE=" + CrossingRecord.plain(reference)) }
        if let plate { fields.append("PLATE=" + CrossingRecord.plain(plate)) }
        if !repairs.isEmpty { fields.append("REPAIRS=" + repairs.map(CrossingRecord.plain).joined(separator: ",")) }
        return Array(([fields.joined(separator: ";")] + lines).joined(separator: "\r\n").utf8) + [0x0D, 0x0A]
    }

    /// Without what would end a field.
    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.filter { $0 != ";" && $0.value >= 0x20 && $0.value < 0x7F }.prefix(120).map {
                Character($0)
            })
    }
}

extension CrossingRecord {
    /// What a header line says; unknown fields are passed over.
    struct Header {
        var record: CrossingRecord?
        var warnings: [(code: WarningCode, text: String)] = []

        /// Nil where the line is no header.
        init?(_ line: String) {
            let fields = line.split(separator: ";", omittingEmptySubsequences: true)
            guard let first = fields.first, first.uppercased() == CrossingRecord.opening else { return nil }
            var values: [String: String] = [:]
            for field in fields.dropFirst().prefix(32) {
                guard let sign = field.firstIndex(of: "=") else { continue }
                let name = field[..<sign].uppercased()
                let value = String(field[field.index(after: sign)...].prefix(400))
                if !value.isEmpty, values[name] == nil { values[name] = value }
            }
            guard let post = values["POST"]?.uppercased() else {
                warnings.append((.missingColumn, "crossing without a post"))
                return
            }
            guard let text = values["TIME"], let time = CivilDateTime(iso: text) else {
                warnings.append((.unreadableDate, "crossing without a readable time"))
                return
            }
            var mode = TravelMode.land
            if let given = values["MODE"] {
                if let known = TravelMode(rawValue: given.lowercased()) {
                    mode = known
                } else {
                    warnings.append((.unreadableValue, "mode is none of air, sea, land"))
                }
            }
            let direction = values["DIRECTION"]?.lowercased()
            if let direction, direction != "arrival", direction != "departure" {
                warnings.append((.unreadableValue, "direction is none of arrival, departure"))
            }
            var record = CrossingRecord(post: post, mode: mode, time: time, isArrival: direction != "departure")
            record.reference = values["REFERENCE"]
            record.plate = values["PLATE"]?.uppercased()
            record.repairs = values["REPAIRS"]?.split(separator: ",").map(String.init) ?? []
            self.record = record
        }
    }
}
