// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Looks for what a camera or a hand got wrong: characters that look alike, fillers too many or too few.
struct MRZRepairs {
    let format: MRZFormat
    let today: CivilDate?
    private let layout: MRZLayout

    /// The most fillers that may be missing or too many in a line.
    static let mostMissing = 6
    /// The most forms that are tried for one zone.
    private static let mostForms = 40_000
    /// The most characters that look alike in one field.
    private static let mostSlips = 3

    init(format: MRZFormat, today: CivilDate?) {
        self.format = format
        self.today = today
        layout = MRZLayout(format)
    }

    /// Whether a place that holds letters or digits only holds others, which no check digit need notice.
    static func isOdd(_ lines: [[UInt8]], _ format: MRZFormat) -> Bool {
        guard lines.allSatisfy({ $0.count == format.lineLength }) else { return true }
        return !MRZRepairs(format: format, today: nil).forced(lines).changes.isEmpty
    }

    /// A repair on the way: the lines and what was changed.
    private struct Attempt {
        var lines: [[UInt8]]
        var changes: [MRZChange] = []

        mutating func set(_ line: Int, _ column: Int, _ byte: UInt8) {
            changes.append(
                MRZChange(
                    line: line + 1, column: column + 1, from: String(Unicode.Scalar(lines[line][column])),
                    to: String(Unicode.Scalar(byte))))
            lines[line][column] = byte
        }
    }

    /// The repairs, the fewest changes first.
    func offers(_ lines: [[UInt8]]) -> [MRZRepair] {
        var found: [MRZRepair] = []
        var seen: Set<[String]> = []
        var budget = MRZRepairs.mostForms
        for sized in sized(lines) {
            for attempt in looksAlike(forced(sized.lines, sized.changes), &budget) {
                guard let zone = MachineReadableZone(format: format, lines: attempt.lines, today: today),
                    zone.isVerified, !attempt.changes.isEmpty, seen.insert(zone.lines).inserted
                else { continue }
                found.append(MRZRepair(changes: attempt.changes, zone: zone))
            }
        }
        let sorted = found.enumerated().sorted {
            ($0.element.changes.count, $0.offset) < ($1.element.changes.count, $1.offset)
        }
        return sorted.prefix(MRZReading.mostRepairs).map(\.element)
    }

    // MARK: Length

    /// The lines in their right length, by fillers put in or left out of one run of each.
    private func sized(_ lines: [[UInt8]]) -> [Attempt] {
        var attempts = [Attempt(lines: [])]
        for (index, line) in lines.enumerated() {
            let forms = sized(line, index)
            attempts = attempts.flatMap { attempt in
                forms.map { form in
                    var next = attempt
                    next.lines.append(form.line)
                    if let change = form.change { next.changes.append(change) }
                    return next
                }
            }
            if attempts.count > 64 { attempts = Array(attempts.prefix(64)) }
        }
        return attempts
    }

    private func sized(_ line: [UInt8], _ index: Int) -> [(line: [UInt8], change: MRZChange?)] {
        let missing = format.lineLength - line.count
        guard missing != 0 else { return [(line, nil)] }
        let filler = UInt8(ascii: "<")
        var places: [Int] = []
        // The end of each run of fillers, and of the line.
        for column in line.indices where line[column] == filler {
            if column + 1 == line.count || line[column + 1] != filler { places.append(column + 1) }
        }
        if layout.names.line == index {
            // Names stand under no check digit: only fillers at the end can be told.
            places = line.last == filler || missing > 0 ? [line.count] : []
        } else if !places.contains(line.count) {
            places.append(line.count)
        }
        return places.compactMap { place in
            var form = line
            if missing > 0 {
                form.insert(contentsOf: repeatElement(filler, count: missing), at: place)
                let to = String(repeating: "<", count: missing)
                return (form, MRZChange(line: index + 1, column: place + 1, from: "", to: to))
            }
            let start = place + missing
            guard start >= 0, line[start..<place].allSatisfy({ $0 == filler }) else { return nil }
            form.removeSubrange(start..<place)
            let from = String(repeating: "<", count: -missing)
            return (form, MRZChange(line: index + 1, column: start + 1, from: from, to: ""))
        }
    }

    // MARK: Places of one kind

    /// Letters where only digits may stand and the other way round, and letters that are fillers.
    private func forced(_ lines: [[UInt8]], _ changes: [MRZChange] = []) -> Attempt {
        var attempt = Attempt(lines: lines, changes: changes)
        let digits =
            [layout.birth, layout.expiry, layout.birthCheck, layout.expiryCheck, layout.numberCheck]
            + [layout.optionalCheck, layout.composite].compactMap(\.self)
        for place in digits {
            for column in place.columns {
                if let digit = MRZLikeness.digit(attempt.lines[place.line][column]) {
                    attempt.set(place.line, column, digit)
                }
            }
        }
        for place in [MRZPlace(0, 0), layout.issuer, layout.nationality, layout.names] {
            for column in place.columns {
                if let letter = MRZLikeness.letter(attempt.lines[place.line][column]) {
                    attempt.set(place.line, column, letter)
                }
            }
        }
        // Behind the given names, where two fillers end them, there are only fillers.
        let names = attempt.lines[layout.names.line][layout.names.columns]
        for column in MRZRepairs.falseFillers(names) { attempt.set(layout.names.line, column, UInt8(ascii: "<")) }
        return attempt
    }

    /// Columns behind the end of the names that hold a K where a filler was printed.
    private static func falseFillers(_ names: ArraySlice<UInt8>) -> [Int] {
        let filler = UInt8(ascii: "<")
        var runs = 0
        var hasEnd = false
        var column = names.startIndex
        while column + 1 < names.endIndex, !hasEnd {
            if names[column] == filler, names[column + 1] == filler {
                let start = column
                runs += 1
                while column < names.endIndex, names[column] == filler { column += 1 }
                // One pair stands between surname and given names; more end the names.
                hasEnd = runs >= 2 || column - start >= 3
            } else {
                column += 1
            }
        }
        guard hasEnd, column < names.endIndex else { return [] }
        let rest = column..<names.endIndex
        guard rest.allSatisfy({ names[$0] == filler || MRZLikeness.isFalseFiller(names[$0]) }) else { return [] }
        return rest.filter { names[$0] != filler }
    }

    // MARK: Characters that look alike

    /// A field to look into, and whether its own check digit must come out right.
    private struct Suspect {
        let places: [MRZPlace]
        let check: MRZPlace?
        /// Whether the field may also stay as it is.
        let mayStay: Bool
    }

    private func looksAlike(_ attempt: Attempt, _ budget: inout Int) -> [Attempt] {
        guard let zone = MachineReadableZone(format: format, lines: attempt.lines, today: today) else { return [] }
        if zone.isVerified { return [attempt] }
        var suspects: [Suspect] = []
        for check in zone.checks where !check.isRight {
            switch check.field {
            case .documentNumber:
                // A long number goes on in the optional data.
                let place = MRZPlace(check.line - 1, check.column - 1)
                suspects.append(
                    place == layout.numberCheck
                        ? Suspect(places: [layout.number], check: place, mayStay: false)
                        : Suspect(places: [layout.number, layout.optional[0]], check: nil, mayStay: false))
            case .optionalData:
                suspects.append(Suspect(places: layout.optional, check: layout.optionalCheck, mayStay: false))
            // Digits that look like other digits are none of our business.
            case .birthDate, .expiry: return []
            case .composite: break
            }
        }
        let first = suspects.isEmpty ? [] : verified(attempt, suspects, &budget)
        guard first.isEmpty, layout.composite != nil else { return first }
        // What only the composite digit covers, or two slips that hide each other from a field's own digit.
        if suspects.isEmpty {
            suspects.append(Suspect(places: [layout.number], check: layout.numberCheck, mayStay: true))
        }
        suspects.append(Suspect(places: layout.optional, check: layout.optionalCheck, mayStay: true))
        return verified(attempt, suspects, &budget)
    }

    private func verified(_ attempt: Attempt, _ suspects: [Suspect], _ budget: inout Int) -> [Attempt] {
        var attempts = [attempt]
        for suspect in suspects {
            attempts = attempts.flatMap { variants($0, suspect, &budget) }
            if attempts.count > 2_000 { attempts = Array(attempts.prefix(2_000)) }
        }
        return attempts.filter {
            MachineReadableZone(format: format, lines: $0.lines, today: today)?.isVerified ?? false
        }
    }

    /// Every form of a field with up to three characters taken for those that they look like.
    private func variants(_ attempt: Attempt, _ suspect: Suspect, _ budget: inout Int) -> [Attempt] {
        var spots: [(line: Int, column: Int, others: [UInt8])] = []
        for place in suspect.places {
            for column in place.columns {
                let others = MRZLikeness.others(attempt.lines[place.line][column])
                if !others.isEmpty { spots.append((place.line, column, others)) }
            }
        }
        var found = suspect.mayStay ? [attempt] : []
        var wave: [(attempt: Attempt, next: Int)] = [(attempt, 0)]
        for _ in 0..<MRZRepairs.mostSlips {
            var grown: [(attempt: Attempt, next: Int)] = []
            for (base, next) in wave {
                for index in next..<max(next, spots.count) {
                    for other in spots[index].others {
                        guard budget > 0 else { return found }
                        budget -= 1
                        var form = base
                        form.set(spots[index].line, spots[index].column, other)
                        grown.append((form, index + 1))
                        if holds(form, suspect) { found.append(form) }
                    }
                }
            }
            wave = grown
        }
        return found
    }

    /// Whether the field's own check digit, where it has one in its place, is right.
    private func holds(_ attempt: Attempt, _ suspect: Suspect) -> Bool {
        guard let check = suspect.check else { return true }
        let covered = suspect.places.flatMap { attempt.lines[$0.line][$0.columns] }
        return MRZCheckDigit.of(covered) == attempt.lines[check.line][check.columns.lowerBound]
    }
}

/// Characters that cameras and hands take for each other.
enum MRZLikeness {
    /// The digit that a letter is taken from.
    static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"), UInt8(ascii: "U"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        case UInt8(ascii: "Z"): UInt8(ascii: "2")
        case UInt8(ascii: "S"): UInt8(ascii: "5")
        case UInt8(ascii: "G"): UInt8(ascii: "6")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        default: nil
        }
    }

    /// The letter that a digit is taken from where no check digit tells.
    static func letter(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0"): UInt8(ascii: "O")
        case UInt8(ascii: "1"): UInt8(ascii: "I")
        case UInt8(ascii: "2"): UInt8(ascii: "Z")
        case UInt8(ascii: "5"): UInt8(ascii: "S")
        case UInt8(ascii: "6"): UInt8(ascii: "G")
        case UInt8(ascii: "8"): UInt8(ascii: "B")
        default: nil
        }
    }

    /// Everything that a character may have been.
    static func others(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "0"): [UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D")]
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"): [UInt8(ascii: "0")]
        case UInt8(ascii: "1"): [UInt8(ascii: "I")]
        case UInt8(ascii: "I"): [UInt8(ascii: "1")]
        case UInt8(ascii: "2"): [UInt8(ascii: "Z")]
        case UInt8(ascii: "Z"): [UInt8(ascii: "2")]
        case UInt8(ascii: "5"): [UInt8(ascii: "S")]
        case UInt8(ascii: "S"): [UInt8(ascii: "5")]
        case UInt8(ascii: "6"): [UInt8(ascii: "G")]
        case UInt8(ascii: "G"): [UInt8(ascii: "6")]
        case UInt8(ascii: "8"): [UInt8(ascii: "B")]
        case UInt8(ascii: "B"): [UInt8(ascii: "8")]
        case UInt8(ascii: "K"): [UInt8(ascii: "<")]
        case UInt8(ascii: "<"): []
        default: []
        }
    }

    /// Letters that runs of fillers are read as.
    static func isFalseFiller(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "K") || byte == UInt8(ascii: "C") || byte == UInt8(ascii: "S") || byte == UInt8(ascii: "E")
    }
}
