// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The changes beside an index, mapped into memory and checked whole: they are few.
final class ChangesFile: Sendable {
    private let file: MappedFile
    /// Residents added and changed; nil where there are none.
    let residents: PopulationFile?
    /// Rows of the index whose residents changed or left.
    let superseded: SortedRows
    /// Details of ``residents``; nil where the index has none.
    let details: DetailsFile?
    /// Memberships of family cards that are known with a date.
    let memberships: MembershipTable
    /// Those of them from before the index was made.
    let carried: MembershipTable
    let version: String
    /// The latest day of a change, days since 1970.
    let latest: Int32
    let changeCount: Int
    private nonisolated(unsafe) let households: UnsafeBufferPointer<UInt32>
    private nonisolated(unsafe) let journal: UnsafeRawBufferPointer

    /// The changes that belong to an index; nil where there are none.
    ///
    /// An index that is replaced together with its changes takes its place first: its changes then wait under another name
    /// for an instant, or until the next time if the program was stopped there.
    convenience init?(beside path: String, of index: PopulationFile) throws(PopulationIndexError) {
        guard let file = try ChangesFile.mapped(beside: path, index: index.checksum) else { return nil }
        try self.init(file, of: index)
    }

    /// The version of the changes that lie beside an index now; nil where there are none.
    static func version(beside path: String, index: UInt64) throws(PopulationIndexError) -> String? {
        guard let file = try mapped(beside: path, index: index) else { return nil }
        return try withExtendedLifetime(file) { () throws(PopulationIndexError) in
            try ChangesHeader(file.bytes).version
        }
    }

    private static func mapped(beside path: String, index: UInt64) throws(PopulationIndexError) -> MappedFile? {
        var isForeign = false
        for name in [ChangesLayout.path(beside: path), ChangesLayout.waitingPath(beside: path)] {
            guard access(name, F_OK) == 0 else { continue }
            let file: MappedFile
            do throws(PopulationIndexError) { file = try MappedFile(name) } catch {
                throw error == .notAnIndex ? .damagedCompanion(.changes, part: "header") : error
            }
            let header = try ChangesHeader(file.bytes)
            if header.index == index { return file }
            if name == ChangesLayout.path(beside: path) { isForeign = true }
        }
        if isForeign { throw .foreignCompanion(.changes) }
        return nil
    }

    private init(_ file: MappedFile, of index: PopulationFile) throws(PopulationIndexError) {
        self.file = file
        let header = try ChangesHeader(file.bytes)
        version = header.version
        latest = header.latest
        changeCount = header.changes
        let body = UnsafeRawBufferPointer(rebasing: file.bytes[ChangesLayout.headerBytes...])
        guard IndexChecksum.of(body) == header.bodyChecksum else {
            throw .damagedCompanion(.changes, part: "checksum")
        }
        func part<Element>(
            _ section: ChangesSection, _: Element.Type
        ) throws(PopulationIndexError) -> UnsafeBufferPointer<Element> {
            UnsafeRawBufferPointer(rebasing: file.bytes[try header.range(of: section)])
                .assumingMemoryBound(to: Element.self)
        }
        func require(_ section: ChangesSection, _ holds: Bool) throws(PopulationIndexError) {
            guard holds else { throw .damagedCompanion(.changes, part: "\(section)") }
        }
        let range = try header.range(of: .residents)
        try require(.residents, range.isEmpty || range.count >= IndexLayout.headerBytes)
        residents = range.isEmpty ? nil : try PopulationFile(file, range, isVerifying: true)
        let own = try header.range(of: .details)
        do throws(PopulationIndexError) {
            details = own.isEmpty ? nil : try DetailsFile(file, own, isVerifying: true)
        } catch { throw .damagedCompanion(.changes, part: "\(ChangesSection.details)") }
        households = try part(.households, UInt32.self)
        let cards = index.cardCount
        try require(
            .households,
            households.count == residents?.cardCount ?? 0
                && households.allSatisfy { $0 == .max || Int($0) < cards })
        let rows = try part(.superseded, UInt32.self)
        try require(.superseded, zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
        try require(.superseded, rows.last.map { Int($0) < index.count } ?? true)
        superseded = SortedRows(rows)
        guard
            let memberships = MembershipTable(
                try part(.memberships, UInt64.self), order: try part(.membershipOrder, UInt32.self)),
            let carried = MembershipTable(
                try part(.carried, UInt64.self), order: try part(.carriedOrder, UInt32.self))
        else { throw .damagedCompanion(.changes, part: "memberships") }
        self.memberships = memberships
        self.carried = carried
        journal = UnsafeRawBufferPointer(try part(.journal, UInt8.self))
    }

    /// The number in the index of a family card of ``residents``; nil for a new card.
    func household(changed household: Int) -> Int? {
        guard households.indices.contains(household), households[household] != .max else { return nil }
        return Int(households[household])
    }

    /// All changes since the index was made.
    func changes() throws(PopulationIndexError) -> [ResidentChange] {
        guard let changes = ChangeBytes.changes(journal), changes.count == changeCount else {
            throw .damagedCompanion(.changes, part: "journal")
        }
        return changes
    }
}
