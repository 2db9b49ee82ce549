// SPDX-License-Identifier: Apache-2.0

internal import Glibc

extension PopulationChanges {
    /// Makes a new index of an index and its changes; what was known of family cards stays beside the new one.
    ///
    /// The new index may take the place of the old one, together with its changes.
    ///
    /// - Parameters:
    ///   - path: the new index.
    ///   - memoryBytes: the memory that residents may take while they are sorted.
    ///   - temporaryFolder: where sorted runs are written when they take more.
    /// - Returns: how many residents the new index has.
    public func compact(
        to target: String, memoryBytes: Int = 6 << 30, temporaryFolder: String,
        progress: (_ residents: Int) -> Void = { _ in }
    ) throws(PopulationIndexError) -> Int {
        let lock = try CompanionLock(path)
        defer { lock.release() }
        let index = try PopulationIndex(path: path, isVerifying: true)
        var builder = PopulationIndexBuilder(memoryBytes: memoryBytes, temporaryFolder: temporaryFolder)
        let details = try DetailsFile(beside: path, index: index.base.checksum, isVerifying: true)
        if details != nil { try builder.keepDetails(beside: target) }
        try builder.requireSpace(residents: index.residentCount, at: target)
        for (file, skipped) in [(index.base, index.changes?.superseded), (index.changes?.residents, nil)] {
            guard let file else { continue }
            for row in 0..<file.count where !(skipped?.contains(row) ?? false) {
                guard let resident = file.extracted(row: row) else { throw .damaged(part: "row \(row)") }
                try builder.add(resident)
                if builder.count & 0xFFFFF == 0 { progress(builder.count) }
            }
        }
        if let details { try Self.carry(details, changedBy: index.changes, to: &builder) }
        let built = target + ".compact"
        do throws(PopulationIndexError) {
            let count = try builder.write(to: built)
            try takePlace(
                of: target, built, memberships: index.changes?.memberships.all ?? [], hasDetails: details != nil)
            return count
        } catch {
            unlink(built)
            try DetailsLayout.remove(beside: built)
            throw error
        }
    }

    /// The changes that go with the new index wait beside it until it is in place, so that the two are never apart.
    private func takePlace(
        of target: String, _ built: String, memberships: [MembershipRecord], hasDetails: Bool
    ) throws(PopulationIndexError) {
        let waiting = ChangesLayout.waitingPath(beside: target)
        let beside = ChangesLayout.path(beside: target)
        unlink(waiting)
        let base = try PopulationFile(path: built)
        let bytes = try PopulationChanges.bytes(
            [], ChangeJournal([]), carried: memberships, base: base, folder: NamelessFile.folder(of: target))
        try NamelessFile.replace(waiting, with: bytes)
        if hasDetails {
            let name = DetailsLayout.waitingPath(beside: target)
            guard rename(DetailsLayout.path(beside: built), name) == 0 else {
                throw .cannotWrite(reason: String(cString: strerror(errno)))
            }
        }
        guard rename(built, target) == 0, rename(waiting, beside) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        if hasDetails {
            try DetailsLayout.takePlace(beside: target)
        } else {
            try DetailsLayout.remove(beside: target)
        }
    }

    /// Takes over the details of those who did not change, then of those who did.
    private static func carry(
        _ details: DetailsFile, changedBy changes: ChangesFile?, to builder: inout PopulationIndexBuilder
    ) throws(PopulationIndexError) {
        let changed = Set(try changes?.changes().map(\.nik) ?? [])
        try details.forEach { nik, known throws(PopulationIndexError) in
            if !changed.contains(nik) { _ = try builder.details?.add(nik: nik, preference: 0, known) }
        }
        try changes?.details?.forEach { nik, known throws(PopulationIndexError) in
            _ = try builder.details?.add(nik: nik, preference: 0, known)
        }
    }
}
