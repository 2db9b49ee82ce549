// SPDX-License-Identifier: Apache-2.0

public import Civil

/// What was made of some lines: the zone as they say, and the repairs that would make every check digit right.
///
/// Nothing is repaired by itself: somebody accepts a repair, or none.
public struct MRZReading: Hashable, Sendable {
    /// The lines as received.
    public let received: [String]
    /// The zone as received, letters raised and blanks left out as ``cleaning`` tells; nil where a line's length fits
    /// no format.
    public let zone: MachineReadableZone?
    /// What was done to be able to read at all: lower case raised, blanks left out.
    public let cleaning: [MRZChange]
    /// What would make all check digits right, the fewest changes first; empty where they are, or where nothing does.
    public let repairs: [MRZRepair]

    /// The most repairs that are listed.
    public static let mostRepairs = 24

    /// Reads the lines of one zone; nil where they are none even with repairs.
    ///
    /// - Parameter today: the latest day that a birth may lie on; decides centuries only.
    public init?(lines received: [String], today: CivilDate? = nil) {
        self.init(lines: received, today: today, offersRepairs: true)
    }

    /// - Parameter offersRepairs: whether repairs are looked for, which takes thousands of times longer than reading.
    init?(lines received: [String], today: CivilDate?, offersRepairs: Bool) {
        let cleaned = MRZCleaning(received)
        guard let format = MRZFormat(near: cleaned.lines) else { return nil }
        self.received = received
        cleaning = cleaned.changes
        zone = MachineReadableZone(format: format, lines: cleaned.lines, today: today)
        guard offersRepairs, !(zone?.isVerified ?? false) || MRZRepairs.isOdd(cleaned.lines, format) else {
            repairs = []
            if zone == nil { return nil }
            return
        }
        repairs = MRZRepairs(format: format, today: today).offers(cleaned.lines)
        if zone == nil, repairs.isEmpty { return nil }
    }
}

/// A set of changes after which every check digit is right.
public struct MRZRepair: Hashable, Sendable {
    public let changes: [MRZChange]
    public let zone: MachineReadableZone
}

/// One change; what is empty was inserted or left out.
public struct MRZChange: Hashable, Sendable {
    /// Counted from 1; columns are those of the line after the change.
    public let line: Int
    public let column: Int
    public let from: String
    public let to: String

    public init(line: Int, column: Int, from: String, to: String) {
        self.line = line
        self.column = column
        self.from = from
        self.to = to
    }
}

extension MRZFormat {
    /// The format whose lines are nearest in number and length; nil where none is near.
    init?(near lines: [[UInt8]]) {
        guard let first = lines.first?.first else { return nil }
        let isVisa = first == UInt8(ascii: "V")
        let longest = lines.map(\.count).max() ?? 0
        switch (lines.count, longest) {
        case (3, 24...33): self = .td1
        case (2, 31...39): self = isVisa ? .mrvB : .td2
        case (2, 40...50): self = isVisa ? .mrvA : .td3
        default: return nil
        }
        let length = lineLength
        guard lines.allSatisfy({ abs($0.count - length) <= MRZRepairs.mostMissing }) else { return nil }
    }
}

/// Raises lower case and leaves blanks out.
struct MRZCleaning {
    private(set) var lines: [[UInt8]] = []
    private(set) var changes: [MRZChange] = []

    init(_ received: [String]) {
        for (index, text) in received.enumerated() {
            var line: [UInt8] = []
            var run: (column: Int, from: [UInt8])?
            func end(_ changes: inout [MRZChange]) {
                guard let raised = run else { return }
                let from = String(decoding: raised.from, as: UTF8.self)
                changes.append(
                    MRZChange(line: index + 1, column: raised.column, from: from, to: from.uppercased()))
                run = nil
            }
            for byte in text.utf8 {
                if byte == 0x20 || byte == 0x09 {
                    end(&changes)
                    changes.append(MRZChange(line: index + 1, column: line.count + 1, from: " ", to: ""))
                } else if byte &- 97 < 26 {
                    if run == nil { run = (line.count + 1, []) }
                    run?.from.append(byte)
                    line.append(byte - 32)
                } else {
                    end(&changes)
                    line.append(byte)
                }
            }
            end(&changes)
            lines.append(line)
        }
    }
}
