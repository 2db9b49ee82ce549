// SPDX-License-Identifier: Apache-2.0

public import Yams

/// Reads a small YAML file of keys with values, and notes everything that is wrong with it at once.
public struct SettingsReader {
    public private(set) var problems: [String] = []

    /// The longest file.
    public static let limitBytes = 64 * 1024

    public init() {}

    /// The root of a file; nil where it is empty or cannot be read, which is a problem then.
    public mutating func root(_ bytes: [UInt8]) -> Node? {
        guard bytes.count <= Self.limitBytes, let text = String(validating: bytes, as: UTF8.self) else {
            problems.append("not UTF-8, or longer than 64 KiB")
            return nil
        }
        do { return try Yams.compose(yaml: text) } catch {
            problems.append("not YAML: \(error)")
            return nil
        }
    }

    /// Adds a problem that the caller found.
    public mutating func note(_ problem: String) { problems.append(problem) }

    /// The values of known keys; others, and those that stand twice, are problems.
    public mutating func entries(_ node: Node, _ what: String, _ keys: [String]) -> [String: Node] {
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

    public func set(_ node: Node?, _ value: inout String) {
        if let text = node?.string { value = text }
    }

    public mutating func set<Word: RawRepresentable & CaseIterable>(
        _ node: Node?, _ name: String, _ value: inout Word
    ) where Word.RawValue == String {
        guard let node else { return }
        if let word = node.string.flatMap(Word.init(rawValue:)) { return value = word }
        problems.append("\(name) is one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }

    public mutating func set(_ node: Node?, _ name: String, _ value: inout Bool) {
        guard let node else { return }
        guard let flag = node.bool else { return problems.append("\(name) is true or false") }
        value = flag
    }

    public mutating func set(_ node: Node?, _ name: String, _ range: ClosedRange<Int>, _ value: inout Int) {
        guard let node else { return }
        guard let number = node.int, range.contains(number) else {
            return problems.append("\(name) is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        value = number
    }
}
