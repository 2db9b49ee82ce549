// SPDX-License-Identifier: Apache-2.0

internal import Identity

extension InputFile {
    /// The file read as a table of travellers.
    func travellers() throws -> TravellerTable {
        try withBytes { try TravellerTable($0.bindMemory(to: UInt8.self)) }
    }
}
