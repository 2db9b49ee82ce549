// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Population

/// A population index and the changes beside it: residents by row, ready to be searched from any number of tasks.
///
/// Rows of residents who were added or changed since the index was built follow those of the index; the rows that they
/// had, and those of residents who left, are nobody's.
public final class PopulationIndex: Sendable {
    let base: PopulationFile
    let changes: ChangesFile?

    /// Maps an index, and the changes beside it if there are any, and checks them: header, sizes, words, and the
    /// checksums of parts of up to ``PopulationFile/mostBytesVerified`` bytes.
    ///
    /// Larger parts were summed as they were written; reading all of a national index takes a minute or more. Rows and
    /// places that point outside their parts, by damage or on purpose, give wrong answers but are never followed.
    ///
    /// - Parameter isVerifying: whether the checksum of every part is computed, which reads the whole file.
    public init(path: String, isVerifying: Bool = false) throws(PopulationIndexError) {
        base = try PopulationFile(path: path, isVerifying: isVerifying)
        changes = try ChangesFile(beside: path, of: base)
    }

    /// The same index under counts of references of its own: tasks that share one object wait for each other's counts.
    public init(sharing other: PopulationIndex) {
        base = PopulationFile(sharing: other.base)
        changes = other.changes
    }

    /// The version of the index that lies at a path now, with that of its changes; their parts are not looked at.
    public static func version(at path: String) throws(PopulationIndexError) -> String {
        let file = try MappedFile(path)
        // The mapping ends with the last use of the file, and the header lies in it.
        return try withExtendedLifetime(file) { () throws(PopulationIndexError) in
            let header = try IndexHeader(file.bytes)
            return version(header.version, try ChangesFile.version(beside: path, index: header.checksum))
        }
    }

    /// Tells one index from another, and with changes one day from another: two checksums, a plus between them.
    public var version: String { Self.version(base.version, changes?.version) }

    private static func version(_ index: String, _ changes: String?) -> String {
        changes.map { "\(index)+\($0)" } ?? index
    }

    /// The number of rows, 0..<count; where residents changed or left some are nobody's.
    public var count: Int { base.count + (changes?.residents?.count ?? 0) }

    /// How many residents there are.
    public var residentCount: Int { count - (changes?.superseded.count ?? 0) }

    /// The bytes of the index, changes left out.
    public var byteCount: Int { base.byteCount }

    /// The latest day that changes are known of; nil without changes.
    public var latestChange: CivilDate? {
        guard let changes, changes.changeCount > 0 else { return nil }
        return CivilDate(daysSinceEpoch: Int(changes.latest))
    }

    /// The row of a number, or nil where nobody has it.
    public func row(of nik: NIK) -> Int? { row(nik: nik.value) }

    func row(nik: UInt64) -> Int? {
        guard let changes else { return base.row(nik: nik) }
        if let row = changes.residents?.row(nik: nik) { return base.count + row }
        return base.row(nik: nik).flatMap { changes.superseded.contains($0) ? nil : $0 }
    }

    /// What the registry says of the resident of a row, letter for letter.
    public func resident(row: Int) -> IndexedResident? {
        guard row >= base.count else {
            if let changes, changes.superseded.contains(row) { return nil }
            return base.resident(row: row)
        }
        return changes?.residents?.resident(row: row - base.count)
    }

    /// The rows of a resident's family card, the resident's own among them; empty for a row that is none.
    public func householdRows(of row: Int) -> [Int] {
        guard (0..<count).contains(row), !(changes?.superseded.contains(row) ?? false) else { return [] }
        return memberRows(household: household(row: row))
    }

    /// The number of a row's family card: those of the index, then new ones.
    func household(row: Int) -> Int {
        guard row >= base.count else { return base.household(row: row) }
        guard let changes, let residents = changes.residents else { return 0 }
        let household = residents.household(row: row - base.count)
        return changes.household(changed: household) ?? base.cardCount + household
    }

    /// How many residents a family card has.
    func memberCount(household: Int) -> Int {
        changes == nil ? base.members(household: household).count : memberRows(household: household).count
    }

    /// The rows of a household's members that are residents.
    func memberRows(household: Int) -> [Int] {
        guard let changes else { return base.memberRows(household: household) }
        let card = household - base.cardCount
        var rows = base.memberRows(household: household).filter { !changes.superseded.contains($0) }
        guard let residents = changes.residents else { return rows }
        let changed = card >= 0 ? card : base.cardNumber(household: household).flatMap { residents.household(card: $0) }
        if let changed { rows += residents.memberRows(household: changed).map { base.count + $0 } }
        return rows
    }
}
