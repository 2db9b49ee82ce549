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
    /// The most forms of a field that are looked at further.
    private static let mostOfField = 2_000
    /// The most forms with right check digits that are kept of one length.
    private static let mostVerified = 2 * MRZReading.mostRepairs
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
        return MRZRepairs(format: format, today: nil).forced(lines).isChanged
    }

    /// A repair on the way: the lines and what was changed. Tens of thousands are made and few offered: their changes are
    /// worded last.
    private struct Attempt {
        var lines: [[UInt8]]
        /// Fillers put in or left out.
        var sizes: [MRZChange] = []
        private var slips: [Slip] = []

        private struct Slip {
            let line: Int
            let column: Int
            let from: UInt8
            let to: UInt8
        }

        init(lines: [[UInt8]], sizes: [MRZChange] = []) {
            self.lines = lines
            self.sizes = sizes
        }

        var isChanged: Bool { !sizes.isEmpty || !slips.isEmpty }

        var changes: [MRZChange] {
            sizes
                + slips.map {
                    MRZChange(
                        line: $0.line + 1, column: $0.column + 1, from: String(Unicode.Scalar($0.from)),
                        to: String(Unicode.Scalar($0.to)))
                }
        }

        mutating func set(_ line: Int, _ column: Int, _ byte: UInt8) {
            slips.append(Slip(line: line, column: column, from: lines[line][column], to: byte))
            lines[line][column] = byte
        }
    }

    /// The repairs, the fewest changes first.
    func offers(_ lines: [[UInt8]]) -> [MRZRepair] {
        var found: [MRZRepair] = []
        var seen: Set<[String]> = []
        var budget = MRZRepairs.mostForms
        for sized in sized(lines) {
            for attempt in looksAlike(forced(sized.lines, sized.sizes), &budget) {
                guard let zone = MachineReadableZone(format: format, lines: attempt.lines, today: today),
                    zone.isVerified, attempt.isChanged, seen.insert(zone.lines).inserted
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
                    if let change = form.change { next.sizes.append(change) }
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
    private func forced(_ lines: [[UInt8]], _ sizes: [MRZChange] = []) -> Attempt {
        var attempt = Attempt(lines: lines, sizes: sizes)
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
        for (index, suspect) in suspects.enumerated() {
            attempts = attempts.flatMap { variants($0, suspect, isLast: index + 1 == suspects.count, &budget) }
            attempts = Array(attempts.prefix(MRZRepairs.mostOfField))
        }
        // Those of the fewest changes come first; no more are needed to fill the list.
        return Array(
            attempts.lazy.filter {
                MachineReadableZone(format: format, lines: $0.lines, today: today)?.isVerified ?? false
            }.prefix(MRZRepairs.mostVerified))
    }

    /// Every form of a field with up to three characters taken for those that they look like, where its own check digit
    /// comes out right, and the composite one when nothing else is changed.
    ///
    /// Tens of thousands are tried, so that only those are made of which the digits are right.
    private func variants(
        _ attempt: Attempt, _ suspect: Suspect, isLast: Bool, _ budget: inout Int
    ) -> [Attempt] {
        var found = suspect.mayStay ? [attempt] : []
        let spots = spots(attempt, suspect)
        // What the changes must add to the digits.
        let own = suspect.check.map { missing(suspect.places, $0, attempt.lines) }
        let composite = isLast ? layout.composite.map { missing(layout.compositeOver, $0, attempt.lines) } : nil
        if own == .some(nil) || composite == .some(nil) { return found }
        var wave = [Form()]
        for slip in 1...MRZRepairs.mostSlips {
            var grown: [Form] = []
            for base in wave {
                for index in base.next..<max(base.next, spots.count) {
                    for other in spots[index].others {
                        guard budget > 0, found.count <= MRZRepairs.mostOfField else { return found }
                        budget -= 1
                        let form = base.changing(index, to: other)
                        if slip < MRZRepairs.mostSlips { grown.append(form) }
                        guard own.map({ form.own % 10 == $0 }) ?? true,
                            composite.map({ form.composite % 10 == $0 }) ?? true
                        else { continue }
                        var next = attempt
                        for change in 0..<form.count {
                            let spot = spots[form.spots[change]]
                            next.set(spot.line, spot.column, form.bytes[change])
                        }
                        found.append(next)
                    }
                }
            }
            wave = grown
        }
        return found
    }

    /// What must be added to the check digit of some places for it to be the one that is there; nil where there is none.
    private func missing(_ places: [MRZPlace], _ check: MRZPlace, _ lines: [[UInt8]]) -> Int? {
        let digit = lines[check.line][check.columns.lowerBound]
        guard digit &- 48 <= 9, let now = MRZCheckDigit.of(places.flatMap { lines[$0.line][$0.columns] }) else {
            return nil
        }
        return (Int(digit) - Int(now) + 10) % 10
    }

    /// What a character may be, and what that adds to the field's check digit and to the composite one, in 0..<10.
    private struct Other {
        let byte: UInt8
        let own: Int
        let composite: Int
    }

    /// A character that may be another.
    private struct Spot {
        let line: Int
        let column: Int
        let others: [Other]
    }

    /// Some spots changed.
    private struct Form {
        var spots: InlineArray<3, Int> = [0, 0, 0]
        var bytes: InlineArray<3, UInt8> = [0, 0, 0]
        var count = 0
        var next = 0
        var own = 0
        var composite = 0

        func changing(_ spot: Int, to other: Other) -> Form {
            var form = self
            form.spots[count] = spot
            form.bytes[count] = other.byte
            form.count = count + 1
            form.next = spot + 1
            form.own = own + other.own
            form.composite = composite + other.composite
            return form
        }
    }

    private func spots(_ attempt: Attempt, _ suspect: Suspect) -> [Spot] {
        var spots: [Spot] = []
        var covered = 0
        for place in suspect.places {
            for column in place.columns {
                let byte = attempt.lines[place.line][column]
                let composed = composedPlace(place.line, column)
                let others = MRZLikeness.others(byte).map { other in
                    Other(
                        byte: other, own: MRZCheckDigit.change(from: byte, to: other, at: covered),
                        composite: composed.map { MRZCheckDigit.change(from: byte, to: other, at: $0) } ?? 0)
                }
                if !others.isEmpty { spots.append(Spot(line: place.line, column: column, others: others)) }
                covered += 1
            }
        }
        return spots
    }

    /// Where a character stands among those that the composite digit covers.
    private func composedPlace(_ line: Int, _ column: Int) -> Int? {
        var before = 0
        for place in layout.compositeOver {
            if place.line == line, place.columns.contains(column) { return before + column - place.columns.lowerBound }
            before += place.columns.count
        }
        return nil
    }
}
