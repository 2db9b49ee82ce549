// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Writes the changes file beside an index: day after day, without building the index anew.
public struct PopulationChanges {
    /// What came of a table of changes.
    public struct Report: Sendable {
        /// Changes taken, and those that were known before.
        public let taken: Int
        public let known: Int
        /// Rows that are none or are impossible, with their lines.
        public let skipped: [SkippedRow]
        /// How many residents there are now.
        public let residents: Int
        /// The versions of index and changes.
        public let version: String
    }

    let path: String

    /// - Parameter path: the index; its changes lie beside it.
    public init(path: String) { self.path = path }

    /// Takes a table of changes: the columns of an extract with CHANGE (add, change, remove) and DATE.
    ///
    /// The same table twice gives the same file; tables of different days may come in any order. The file is replaced in
    /// one step. The table is read as a whole; one writer at a time.
    public func add(_ table: UnsafeBufferPointer<UInt8>) throws(PopulationIndexError) -> Report {
        let lock = try CompanionLock(path)
        defer { lock.release() }
        let base = try PopulationFile(path: path)
        let file = try ChangesFile(beside: path, of: base)
        var journal = ChangeJournal(try file?.changes() ?? [])
        // Details are carried on where the index has some; what is beside it and cannot be read must not end there unseen.
        let keepsDetails = try DetailsFile.version(beside: path, index: base.checksum) != nil
        let merge = journal.merge(try ChangeTable(table, keepsDetails: keepsDetails)) { base.row(nik: $0) != nil }
        let bytes = try PopulationChanges.bytes(
            journal.all, journal, carried: file?.carried.all ?? [], base: base,
            folder: NamelessFile.folder(of: path))
        try NamelessFile.replace(ChangesLayout.path(beside: path), with: bytes)
        unlink(ChangesLayout.waitingPath(beside: path))
        let index = try PopulationIndex(path: path)
        return Report(
            taken: merge.taken, known: merge.known, skipped: merge.skipped, residents: index.residentCount,
            version: index.version)
    }

    /// Whether a file of changes lies beside the index.
    public var exist: Bool { access(ChangesLayout.path(beside: path), F_OK) == 0 }

    /// Takes the file of changes away, with the history of family cards.
    public func drop() throws(PopulationIndexError) {
        for name in [ChangesLayout.path(beside: path), ChangesLayout.waitingPath(beside: path)] {
            guard unlink(name) == 0 || errno == ENOENT else {
                throw .cannotWrite(reason: String(cString: strerror(errno)))
            }
        }
    }

    /// A changes file.
    static func bytes(
        _ changes: [ResidentChange], _ journal: ChangeJournal, carried: [MembershipRecord], base: PopulationFile,
        folder: String
    ) throws(PopulationIndexError) -> [UInt8] {
        var builder = PopulationIndexBuilder(temporaryFolder: folder)
        var superseded: [UInt32] = []
        var bytes: [UInt8] = []
        var details: DetailsWriter?
        for nik in journal.byNIK.keys.sorted() {
            superseded += base.rows(nik: nik).map { UInt32($0) }
            let last = journal.byNIK[nik]?.last
            if let resident = last?.resident { try builder.add(resident) }
            guard let known = last?.details else { continue }
            if details == nil {
                details = try DetailsWriter(in: folder, memoryBytes: 1 << 24, temporaryFolder: folder)
            }
            _ = try details?.add(nik: nik, preference: 0, known)
        }
        for change in changes { ChangeBytes.append(change, to: &bytes) }
        let residents = builder.count == 0 ? [] : try builder.bytes(weighedBy: base)
        try details?.close()
        let known = try details?.finishInMemory(index: base.checksum) ?? []
        let memberships = MembershipTable.numbers(
            CardHistory.memberships(journal, carried: carried, base: base))
        let before = MembershipTable.numbers(carried)
        let cards = journal.byNIK.values.reduce(into: Set<UInt64>()) { cards, changes in
            if let card = changes.last?.resident?.card { cards.insert(card) }
        }
        let households = cards.sorted().map { base.household(card: $0).map { UInt32($0) } ?? .max }
        func raw<Element: BitwiseCopyable>(_ values: [Element]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }
        return ChangesLayout.bytes(
            index: base.checksum, latest: changes.map(\.date).max() ?? 0, changes: changes.count,
            parts: [
                residents, raw(superseded.sorted()), raw(households), raw(memberships.numbers),
                raw(memberships.order), raw(before.numbers), raw(before.order), bytes, known,
            ])
    }
}

/// Keeps two writers from the changes of one index.
struct CompanionLock {
    private let descriptor: Int32

    init(_ path: String) throws(PopulationIndexError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(reason: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .cannotWrite(reason: "another program changes it now")
        }
    }

    func release() { close(descriptor) }
}
