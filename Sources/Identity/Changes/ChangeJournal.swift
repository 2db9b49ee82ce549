// SPDX-License-Identifier: Apache-2.0

/// All changes since an index was made, by resident, each resident's in the order of their days.
struct ChangeJournal {
    private(set) var byNIK: [UInt64: [ResidentChange]] = [:]

    init(_ changes: [ResidentChange]) {
        for change in changes { byNIK[change.nik, default: []].append(change) }
    }

    /// What came of a table of changes.
    struct Merge {
        var taken = 0
        /// Changes that were there before.
        var known = 0
        var skipped: [SkippedRow] = []
    }

    /// Takes the changes of a table by day, those of one day in the order of the table. Days may come late: a change
    /// takes its place among those known.
    ///
    /// - Parameter isRegistered: whether the index has a number.
    mutating func merge(_ table: ChangeTable, isRegistered: (UInt64) -> Bool) -> Merge {
        var merge = Merge(skipped: table.skipped)
        var met: [ResidentChange: Int] = [:]
        var before: [ResidentChange: Int] = [:]
        for (change, _) in table.changes {
            before[change] = byNIK[change.nik]?.count { $0 == change } ?? 0
        }
        let rows = table.changes.enumerated().sorted {
            ($0.element.change.date, $0.offset) < ($1.element.change.date, $1.offset)
        }
        // Changes of this table that are known, and come behind the row that is looked at.
        var later = before
        for (_, (change, line)) in rows {
            met[change, default: 0] += 1
            guard met[change, default: 0] > before[change] ?? 0 else {
                merge.known += 1
                later[change, default: 0] -= 1
                continue
            }
            let known = byNIK[change.nik] ?? []
            let place = Self.place(of: change, among: known, before: later)
            let isThere = place > 0 ? known[place - 1].kind != .remove : isRegistered(change.nik)
            guard isThere == (change.kind != .add) else {
                merge.skipped.append(SkippedRow(line: line, reason: isThere ? .registered : .unregistered))
                continue
            }
            byNIK[change.nik, default: []].insert(change, at: place)
            merge.taken += 1
        }
        merge.skipped.sort { $0.line < $1.line }
        return merge
    }

    /// The place of a change: behind those of its day, but before those of them that follow it in its own table. So a row that
    /// could not be taken cannot be when its table comes again.
    private static func place(
        of change: ResidentChange, among known: [ResidentChange], before later: [ResidentChange: Int]
    ) -> Int {
        var place = known.firstIndex { $0.date > change.date } ?? known.count
        var passed: [ResidentChange: Int] = [:]
        while place > 0, known[place - 1].date == change.date,
            later[known[place - 1]] ?? 0 > passed[known[place - 1]] ?? 0
        {
            passed[known[place - 1], default: 0] += 1
            place -= 1
        }
        return place
    }

    /// The changes of all, by number.
    var all: [ResidentChange] { byNIK.keys.sorted().flatMap { byNIK[$0] ?? [] } }
}
