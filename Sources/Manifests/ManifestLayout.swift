// SPDX-License-Identifier: Apache-2.0

public import Travel

/// How an operator's table is to be read, as an officer confirmed it: remembered by operator and header.
public struct ManifestLayout: Hashable, Sendable, Codable {
    public var operatorCode: String
    /// ``ManifestDraft/fingerprint``.
    public var fingerprint: String
    /// 1 for the first; each change is a new version.
    public var version: Int
    /// The field of each column; nil for those that are not taken.
    public var columns: [ManifestField?]
    /// The order of day and month where the cells alone do not always tell.
    public var dateOrders: [DateOrder?]
    /// Row of the header among the rows that are not blank, from 0; nil for a table without header.
    public var hasHeader: Bool
    public var mode: TravelMode?
    public var conveyance: String?
    public var imo: String?
    public var from: String?
    public var to: String?

    public init(
        operatorCode: String, fingerprint: String, version: Int, columns: [ManifestField?], dateOrders: [DateOrder?],
        hasHeader: Bool
    ) {
        self.operatorCode = operatorCode
        self.fingerprint = fingerprint
        self.version = version
        self.columns = columns
        self.dateOrders = dateOrders
        self.hasHeader = hasHeader
    }

    /// Whether another layout says the same, whatever its version.
    public func says(_ other: ManifestLayout) -> Bool {
        var same = other
        same.version = version
        return same == self
    }
}
