// SPDX-License-Identifier: Apache-2.0

import Foundation

@testable import Identity

/// Tables of changes to ``InventedRegistry``.
enum ChangedRegistry {
    static let header = InventedRegistry.header + ",CHANGE,DATE"

    static func table(_ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }

    /// A new resident, on the first family's card.
    static let newborn =
        "0101012005240007,0101010101100001,MELATI AYU,KOTA AWAN,2024-05-20,L,ANAK,SITI AMINAH,BUDI EKO SANTOSO,JL A,1,2,010101"
    /// Siti Aminah on a card of her own, in another region.
    static let moved =
        "0101015507870002,0102010101260001,SITI AMINAH,KOTA AWAN,1987-07-15,PEREMPUAN,KEPALA KELUARGA,RATNA,UMAR,JL X,1,2,010201"
    /// She again, as head of her new card under another name.
    static let renamed =
        "0101015507870002,0102010101260001,SITI AMINAH RAHAYU,KOTA AWAN,1987-07-15,PEREMPUAN,KEPALA KELUARGA,RATNA,UMAR,JL X,1,2,010201"
    static let removed = "0101011204850001,,,,,,,,,,,,"

    static func add(_ table: String, to path: String) throws -> PopulationChanges.Report {
        try Array(table.utf8).withUnsafeBufferPointer { try PopulationChanges(path: path).add($0) }
    }

    static func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path + ".changes"))
    }
}
