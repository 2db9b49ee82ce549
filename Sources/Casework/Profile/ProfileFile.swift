// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Messages
internal import Travel
internal import Yams

/// Reads a carrier profile from YAML (or JSON, which is YAML) and notes everything that is wrong with it at once.
public struct ProfileFile: Sendable {
    /// Something wrong, with its line where known.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public let line: Int?
        public let text: String

        public var description: String { (line.map { "line \($0): " } ?? "") + text }
    }

    public private(set) var profile: CarrierProfile?
    public private(set) var problems: [Problem] = []

    /// The longest profile.
    public static let limitBytes = 64 * 1024

    /// Reads a file; ``profile`` is nil where there are ``problems``.
    public init(_ bytes: [UInt8]) {
        read(bytes)
    }

    private mutating func read(_ bytes: [UInt8]) {
        guard bytes.count <= ProfileFile.limitBytes else { return note(nil, "longer than 64 KiB") }
        guard let text = String(validating: bytes, as: UTF8.self) else { return note(nil, "not UTF-8") }
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch { return note(nil, "not YAML: \(error)") }
        guard let node = root else { return note(nil, "empty") }
        let keys = [
            "id", "title", "active", "valid-from", "senders", "carriers", "kinds", "codes", "clock", "repairs",
            "deviations",
        ]
        let top = entries(node, "the profile", keys)
        let id = top["id"]?.string ?? ""
        let letters = id.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 45 }
        if !(2...40).contains(id.utf8.count) || !letters {
            note(top["id"] ?? node, "id is 2 to 40 of a-z, 0-9, hyphen")
        }
        var found = CarrierProfile(id: id, title: top["title"]?.string ?? id)
        if let flag = top["active"] {
            found.isActive = flag.bool ?? true
            if flag.bool == nil { note(flag, "active is true or false") }
        }
        if let day = top["valid-from"] {
            found.validFrom = day.string.flatMap { CivilDate(iso: $0) }
            if found.validFrom == nil { note(day, "valid-from is a date YYYY-MM-DD") }
        }
        found.senders = words(top["senders"], "senders").map { $0.uppercased() }
        found.carriers = words(top["carriers"], "carriers").map { $0.uppercased() }
        if found.senders.isEmpty, found.carriers.isEmpty { note(node, "senders or carriers name at least one") }
        found.kinds = words(top["kinds"], "kinds").compactMap { word in
            let kind = MessageKind(rawValue: word.uppercased())
            if kind == nil {
                note(top["kinds"], "kinds are PAXLST, PNRGOV, CUSRES, ACKRES, MANIFEST, MRZ; not \(word)")
            }
            return kind
        }
        if let codes = top["codes"] { found.codes = readCodes(codes) }
        if let clock = top["clock"] { found.clock = readClock(clock) }
        if let repairs = top["repairs"] { found.repairs = readRepairs(repairs) }
        found.deviations = words(top["deviations"], "deviations").compactMap { word in
            let deviation = KnownDeviation(rawValue: word)
            if deviation == nil {
                let known = KnownDeviation.allCases.map(\.rawValue).joined(separator: ", ")
                note(top["deviations"], "a deviation is one of \(known); not \(word)")
            }
            return deviation
        }
        if problems.isEmpty { profile = found }
    }

    // MARK: Sections

    private mutating func readCodes(_ node: Node) -> ProfileCodes {
        var codes = ProfileCodes()
        let keys = ["document-types", "sexes", "countries", "roles", "qualifiers"]
        let found = entries(node, "codes", keys)
        codes.documentTypes = pairs(found["document-types"], "document-types")
        codes.countries = pairs(found["countries"], "countries")
        for (own, ours) in codes.countries where !CountryCodes.isAlpha3(ours) {
            note(found["countries"], "\(own): \(ours) is no country of three letters")
        }
        for (own, ours) in pairs(found["sexes"], "sexes") {
            codes.sexes[own] = Sex(rawValue: ours)
            if codes.sexes[own] == nil { note(found["sexes"], "\(own): a sex is M, F or X") }
        }
        for (own, ours) in pairs(found["roles"], "roles") {
            codes.roles[own] = TravellerRole(rawValue: ours)
            if codes.roles[own] == nil || ours == "unknown" {
                note(found["roles"], "\(own): a role is passenger, crew or transit")
            }
        }
        codes.qualifiers = pairs(found["qualifiers"], "qualifiers")
        for (own, ours) in codes.qualifiers
        where !isBeginning(own) || !isBeginning(ours) || own.prefix(3) != ours.prefix(3) {
            note(found["qualifiers"], "\(own): a beginning of a segment such as LOC+ZZ1, for one of the same tag")
        }
        return codes
    }

    private func isBeginning(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (5...40).contains(bytes.count) && bytes.prefix(3).allSatisfy { $0 >= 65 && $0 <= 90 }
            && bytes[3] == UInt8(ascii: "+") && !bytes.contains(UInt8(ascii: "'"))
    }

    private func isTag(_ text: String) -> Bool { text.utf8.count == 3 && text.utf8.allSatisfy { $0 >= 65 && $0 <= 90 } }

    private mutating func readClock(_ node: Node) -> ProfileClock {
        var clock = ProfileClock()
        let found = entries(node, "clock", ["voyage", "prepared"])
        clock.voyage = zone(found["voyage"])
        clock.prepared = zone(found["prepared"])
        return clock
    }

    private mutating func zone(_ node: Node?) -> ProfileClock.Zone {
        guard let node else { return .local }
        switch node.string ?? "" {
        case "local": return .local
        case "utc": return .utc
        case let text:
            if text.hasPrefix("+") || text.hasPrefix("-"), let minutes = Int(text), abs(minutes) <= 14 * 60 {
                return .offset(minutes)
            }
            note(node, "a clock is local, utc, or minutes from UTC such as +420")
            return .local
        }
    }

    private mutating func readRepairs(_ node: Node) -> ProfileRepairs {
        var repairs = ProfileRepairs()
        let found = entries(node, "repairs", ["separators", "line-ended", "cut-lines", "tags", "day-first-dates"])
        if let separators = found["separators"] {
            let text = separators.string ?? ""
            repairs.separators = text
            let isSound = text.utf8.count == 6 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
            if !isSound { note(separators, "separators are six characters as of UNA, such as \":+.? '\"") }
        }
        if let flag = found["line-ended"] {
            repairs.isLineEnded = flag.bool ?? false
            if flag.bool == nil { note(flag, "line-ended is true or false") }
        }
        repairs.cutLines = words(found["cut-lines"], "cut-lines")
        for line in repairs.cutLines where line.utf8.count < 2 || line.uppercased().hasPrefix("UN") {
            note(found["cut-lines"], "a line to cut begins with two characters or more, and not as a segment UN.")
        }
        repairs.tags = pairs(found["tags"], "tags")
        for (own, ours) in repairs.tags where ![own, ours].allSatisfy(isTag) {
            note(found["tags"], "\(own): tags are three capital letters each")
        }
        repairs.dayFirstDates = words(found["day-first-dates"], "day-first-dates")
        return repairs
    }

    // MARK: Parts

    private mutating func entries(_ node: Node, _ what: String, _ keys: [String]) -> [String: Node] {
        guard case .mapping(let mapping) = node else {
            note(node, "\(what) holds names with values")
            return [:]
        }
        var found: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, keys.contains(name) else {
                note(key, "\(what) has no \(key.string ?? "such name"); it has \(keys.joined(separator: ", "))")
                continue
            }
            found[name] = value
        }
        return found
    }

    private mutating func words(_ node: Node?, _ what: String) -> [String] {
        guard let node else { return [] }
        guard case .sequence(let sequence) = node, sequence.count <= 100 else {
            note(node, "\(what) is a list of at most 100")
            return []
        }
        return sequence.compactMap { item in
            guard let word = item.string, (1...80).contains(word.utf8.count) else {
                note(item, "\(what) holds words of 1 to 80 characters")
                return nil
            }
            return word
        }
    }

    private mutating func pairs(_ node: Node?, _ what: String) -> [String: String] {
        guard let node else { return [:] }
        guard case .mapping(let mapping) = node, mapping.count <= 500 else {
            note(node, "\(what) holds at most 500 codes with ours")
            return [:]
        }
        var found: [String: String] = [:]
        for (key, value) in mapping {
            guard let own = key.string, let ours = value.string, !own.isEmpty, !ours.isEmpty else {
                note(key, "\(what) holds codes with ours")
                continue
            }
            found[own] = ours
        }
        return found
    }

    private mutating func note(_ node: Node?, _ text: String) {
        problems.append(Problem(line: node?.mark?.line, text: text))
    }
}
