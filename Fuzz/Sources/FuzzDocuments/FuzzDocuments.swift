// SPDX-License-Identifier: Apache-2.0

import FuzzPeople
import Identity

/// A table of documents: every row is counted once, and what is written is read back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocuments(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let table = UnsafeBufferPointer(start: data, count: count)
    defer { ScratchFile.remove() }
    do {
        let report = try DocumentTable(beside: ScratchFile.path, temporaryFolder: ScratchFile.folder).write(table)
        let lines = table.count { $0 == 0x0A } + 1
        require(report.count + report.ambiguous + report.skipped.count <= lines, "more documents than lines")
        guard let history = try DocumentHistory(beside: ScratchFile.path, isVerifying: true) else {
            fatalError("CHECK FAILED: the file is lost")
        }
        require(history.count == report.count, "documents got lost")
        // Whatever the table says of these, it is a few holders.
        for document in ["A1234567", "00000000", "X1234", ""] {
            let holders = try history.holders(of: document, on: nil)
            require(holders.count <= DocumentTable.mostHolders, "too many holders")
        }
    } catch PopulationIndexError.missingColumn {
        return 0
    } catch {
        fatalError("CHECK FAILED: \(error)")
    }
    return 0
}

private func require(_ holds: Bool, _ text: @autoclosure () -> String) {
    if !holds { fatalError("CHECK FAILED: \(text())") }
}
