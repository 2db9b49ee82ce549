// SPDX-License-Identifier: Apache-2.0

internal import Identity

extension InputFile {
    /// The file read as a table of travellers, with the numbers of those to whom their documents were issued where the
    /// history of documents lies beside an index.
    func travellers(index: String) throws -> TravellerTable {
        var table = try withBytes { try TravellerTable($0.bindMemory(to: UInt8.self)) }
        if let history = try DocumentHistory(beside: index) { try table.complete(from: history) }
        return table
    }
}
