// SPDX-License-Identifier: Apache-2.0

public import Population

/// The civil registry of a synthetic country: residents in families, streamed in constant memory for any number.
public struct SyntheticRegistry: Sendable {
    let census: Census

    /// A registry of this many residents; equal arguments give equal bytes everywhere.
    public init(residents: Int, seed: UInt64) { census = Census(seed: seed, residents: residents) }

    /// Hands over every household in order.
    public func forEachHousehold<Failure: Error>(
        _ body: (Household) throws(Failure) -> Void
    ) throws(Failure) {
        try census.forEachHousehold(body)
    }

    /// Hands over residents.csv in pieces of whole lines of about a megabyte, the header first.
    public func forEachPiece<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var bytes = Array(ResidentTable.header.utf8)
        bytes.reserveCapacity(1 << 20 + 4096)
        try census.forEachHousehold { (household) throws(Failure) in
            for resident in household.members { ResidentTable.append(resident, to: &bytes) }
            if bytes.count >= 1 << 20 {
                try body(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        if !bytes.isEmpty { try body(bytes) }
    }

    /// regions.csv.
    public var regions: [UInt8] {
        let lines = census.maker.regions.entries.map { "\($0.code),\($0.level),\($0.name)\n" }
        return Array((WorldTable.regions.header + "\n" + lines.joined()).utf8)
    }
}
