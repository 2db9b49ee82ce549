// SPDX-License-Identifier: Apache-2.0

public import Civil

/// Mother's name and address of residents, in a file of their own beside an index. For display only: an index neither needs
/// them nor can read them, and there is nothing here to look for anybody by.
public final class PopulationDetails: Sendable {
    private let index: PopulationIndex
    private let base: DetailsFile
    /// Tells one file from another.
    public var version: String { base.version }
    /// How many residents there are details of, changes left out.
    public var count: Int { base.count }

    /// Opens the details that belong to an index; nil where there are none. Those of another index are refused, and damaged
    /// ones; the index works without.
    ///
    /// Parts of up to 64 MiB are summed, and each record as it is read.
    ///
    /// - Parameter isVerifying: whether the checksum of every part is computed, which reads the whole file.
    public init?(
        beside path: String, of index: PopulationIndex, isVerifying: Bool = false
    ) throws(PopulationIndexError) {
        guard
            let base = try DetailsFile(beside: path, index: index.base.checksum, isVerifying: isVerifying)
        else { return nil }
        self.base = base
        self.index = index
    }

    /// The version of the details that lie beside an index now; nil where there are none. Their parts are not looked at.
    public static func version(
        beside path: String, of index: PopulationIndex
    ) throws(PopulationIndexError) -> String? {
        try DetailsFile.version(beside: path, index: index.base.checksum)
    }

    /// Takes the details beside an index away.
    ///
    /// - Returns: whether there were any.
    @discardableResult
    public static func remove(beside path: String) throws(PopulationIndexError) -> Bool {
        try DetailsLayout.remove(beside: path)
    }

    /// What is known of a resident; nil where nobody has the number, or nothing is known since a change.
    ///
    /// Throws where the resident's record is damaged.
    public func details(of nik: NIK) throws(PopulationIndexError) -> ResidentDetails? {
        guard index.row(of: nik) != nil else { return nil }
        let isChanged = index.changes?.residents?.row(nik: nik.value) != nil
        let file = isChanged ? index.changes?.details : base
        return try file?.details(nik: nik.value).map { ResidentDetails($0) }
    }
}
