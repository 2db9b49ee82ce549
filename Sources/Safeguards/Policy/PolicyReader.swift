// SPDX-License-Identifier: Apache-2.0

import Mandate
import Yams

/// Reads a policy file and notes everything that is wrong with it.
struct PolicyReader {
    /// What a sound file says.
    struct Parts {
        var charters: [Role: PolicyCharter]
        var limits: SessionLimits
        var reads: ReadLimits
        var faces: FaceLimits
    }

    private(set) var problems: [PolicyProblem] = []
    private var views: [String: [DataField: FieldRule]] = [:]
    private var usedViews: Set<String> = []

    /// A policy fits on a few pages; more is not read.
    private static let limitBytes = 256 * 1024

    mutating func read(_ bytes: [UInt8]) -> Parts? {
        guard bytes.count <= Self.limitBytes else { return refuse(nil, "longer than \(Self.limitBytes) bytes") }
        guard let text = String(validating: bytes, as: UTF8.self) else { return refuse(nil, "not UTF-8") }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            return refuse(nil, "not YAML: \(error)")
        }
        guard let root,
            let top = entries(
                root, "the file", keys: ["version", "session", "reads", "faces", "views", "roles"], allRequired: false)
        else {
            return root == nil ? refuse(nil, "empty") : nil
        }
        // Files of before there were alarms and faces have no such parts.
        for key in ["version", "session", "views", "roles"] where top[key] == nil {
            note(root, "the file lacks \(key)")
        }
        let reads = top["reads"].map { readReads($0) } ?? ReadLimits()
        let faces = top["faces"].map { readFaces($0) } ?? FaceLimits()
        if let version = top["version"], version.int != 1 { note(version, "version is 1 here") }
        let limits = top["session"].flatMap { readSession($0) }
        if let node = top["views"] { readViews(node) }
        var charters: [Role: PolicyCharter] = [:]
        if let node = top["roles"],
            let roles = entries(node, "roles", keys: Role.allCases.map(\.rawValue), allRequired: false)
        {
            for role in Role.allCases {
                charters[role] = roles[role.rawValue].flatMap { readCharter($0, role) }
                // Files of before this role grant it nothing.
                if roles[role.rawValue] == nil, role != .dataProtectionOfficer {
                    note(node, "roles lacks \(role.rawValue)")
                }
            }
        }
        for name in views.keys.sorted() where !usedViews.contains(name) {
            note(top["views"], "no role uses the view \(name)")
        }
        guard problems.isEmpty, let limits else { return nil }
        return Parts(charters: charters, limits: limits, reads: reads, faces: faces)
    }

    // MARK: Sections

    private mutating func readSession(_ node: Node) -> SessionLimits? {
        let keys = ["idle-minutes", "absolute-minutes", "purpose-minutes"]
        let optional = "reveal-minutes"
        guard let session = entries(node, "session", keys: keys + [optional], allRequired: false) else { return nil }
        for key in keys where session[key] == nil { note(node, "session lacks \(key)") }
        // A file of before unmasking has no such line, and lets nobody unmask.
        let reveal = minutes(session, optional) ?? 0
        let found = keys.compactMap { minutes(session, $0) }
        guard found.count == keys.count else { return nil }
        return SessionLimits(
            idleMilliseconds: found[0], absoluteMilliseconds: found[1], purposeMilliseconds: found[2],
            revealMilliseconds: reveal)
    }

    /// A number of minutes, in milliseconds.
    private mutating func minutes(_ session: [String: Node], _ key: String) -> Int64? {
        guard let node = session[key] else { return nil }
        guard let number = node.int, (1...1_440).contains(number) else {
            note(node, "\(key) is a whole number from 1 to 1440")
            return nil
        }
        return Int64(number) * 60_000
    }

    private mutating func readReads(_ node: Node) -> ReadLimits {
        var limits = ReadLimits()
        let parts: [(String, WritableKeyPath<ReadLimits, Int>, ClosedRange<Int>)] = [
            ("fishing-an-hour", \.fishingAnHour, 2...100_000), ("night-an-hour", \.nightAnHour, 1...100_000),
            ("repeat-days", \.repeatDays, 2...14),
        ]
        guard let reads = entries(node, "reads", keys: parts.map(\.0)) else { return limits }
        for (key, path, range) in parts {
            guard let node = reads[key] else { continue }
            if let number = node.int, range.contains(number) {
                limits[keyPath: path] = number
            } else {
                note(node, "\(key) is a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
        }
        return limits
    }

    private mutating func readFaces(_ node: Node) -> FaceLimits {
        var limits = FaceLimits()
        let (rate, size) = ("false-positive-rate", "gallery-limit")
        guard let faces = entries(node, "faces", keys: [rate, size]) else { return limits }
        if let node = faces[rate] {
            if let number = node.float, number > 0, number <= 0.1 {
                limits.falsePositiveRate = number
            } else {
                note(node, "\(rate) is a number above 0 and at most 0.1")
            }
        }
        if let node = faces[size] {
            if let number = node.int, (1...1_000_000).contains(number) {
                limits.galleryLimit = number
            } else {
                note(node, "\(size) is a whole number from 1 to 1000000")
            }
        }
        return limits
    }

    private mutating func readViews(_ node: Node) {
        guard case .mapping(let mapping) = node else { return note(node, "views holds names with their fields") }
        for (key, value) in mapping {
            guard let name = key.string else {
                note(key, "a view has a name")
                continue
            }
            let known = DataField.allCases.map(\.rawValue)
            guard let fields = entries(value, "view \(name)", keys: known) else { continue }
            views[name] = [:]
            for field in DataField.allCases {
                guard let node = fields[field.rawValue] else { continue }
                guard let rule: FieldRule = word(node, "a field is") else { continue }
                views[name]?[field] = rule
            }
        }
    }

    private mutating func readCharter(_ node: Node, _ role: Role) -> PolicyCharter? {
        guard let parts = entries(node, role.rawValue, keys: ["always", "purposes"]) else { return nil }
        var charter = PolicyCharter(always: [], openings: [:])
        if let always = parts["always"] {
            charter.always = readActions(always)
            for action in PolicyAction.allCases where charter.always.contains(action) && action.concernsTravellers {
                note(always, "\(action.rawValue) concerns travellers and needs a purpose (R01)")
            }
        }
        guard let purposes = parts["purposes"] else { return nil }
        let known = Purpose.allCases.map(\.rawValue)
        guard let openings = entries(purposes, "purposes", keys: known, allRequired: false) else { return nil }
        if openings.isEmpty { note(purposes, "\(role.rawValue) has no purpose") }
        for purpose in Purpose.allCases {
            if let node = openings[purpose.rawValue] { charter.openings[purpose] = readOpening(node, role) }
        }
        return charter
    }

    private mutating func readOpening(_ node: Node, _ role: Role) -> PolicyOpening? {
        guard let parts = entries(node, "a purpose", keys: ["posts", "view", "actions"]) else { return nil }
        guard let posts = parts["posts"], let view = parts["view"], let list = parts["actions"] else { return nil }
        let scope: PostScope? = word(posts, "posts are")
        var actions = readActions(list)
        // Who manages holds sees them.
        if actions.contains(.manageHolds) { actions.insert(.viewHolds) }
        var fields: [DataField: FieldRule]? = [:]
        // "none" is the view of those who see no travellers.
        if view.string != "none" {
            fields = view.string.flatMap { views[$0] }
            if fields == nil { note(view, "there is no such view") }
            if let name = view.string { usedViews.insert(name) }
        }
        if !role.mayConcernTravellers {
            if view.string != "none" { note(view, "\(role.rawValue) sees no travellers: the view is none (R33)") }
            for action in PolicyAction.allCases where actions.contains(action) && action.concernsTravellers {
                note(list, "\(action.rawValue) is closed to \(role.rawValue) (R33)")
            }
        }
        guard let scope, let fields else { return nil }
        return PolicyOpening(scope: scope, actions: actions, fields: fields)
    }

    private mutating func readActions(_ node: Node) -> Set<PolicyAction> {
        guard case .sequence(let sequence) = node else {
            note(node, "expected a list of actions")
            return []
        }
        var actions: Set<PolicyAction> = []
        for item in sequence {
            guard let action: PolicyAction = word(item, "an action is") else { continue }
            if !actions.insert(action).inserted { note(item, "\(action.rawValue) stands twice") }
        }
        return actions
    }

    // MARK: Nodes

    /// The values of a mapping by key, none unknown and, where required, none missing.
    private mutating func entries(
        _ node: Node, _ place: String, keys: [String], allRequired: Bool = true
    ) -> [String: Node]? {
        guard case .mapping(let mapping) = node else { return refuse(node, "\(place) holds keys and values") }
        var found: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, keys.contains(name) else {
                note(key, "\(place) has an unknown key; known are \(keys.joined(separator: ", "))")
                continue
            }
            found[name] = value
        }
        for key in keys where allRequired && found[key] == nil { note(node, "\(place) lacks \(key)") }
        return found
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ node: Node, _ expectation: String
    ) -> Word? where Word.RawValue == String {
        if let word = node.string.flatMap(Word.init(rawValue:)) { return word }
        return refuse(node, "\(expectation) one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    private mutating func note(_ node: Node?, _ text: String) {
        problems.append(PolicyProblem(line: node?.mark?.line ?? 0, text: text))
    }

    private mutating func refuse<Value>(_ node: Node?, _ text: String) -> Value? {
        note(node, text)
        return nil
    }
}
