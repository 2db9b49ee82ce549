// SPDX-License-Identifier: Apache-2.0

import FuzzPeople
import Identity

/// A registry extract: each resident gathered is in the index and found there.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRegistry(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var builder = PopulationIndexBuilder()
    do {
        try builder.add(UnsafeBufferPointer(start: data, count: count))
        let gathered = builder.count
        let written = try builder.write(to: ScratchFile.path)
        precondition(written <= gathered && written > 0, "more residents than rows")
        let index = try PopulationIndex(path: ScratchFile.path)
        // The mapped file stays; nothing is left behind when a check traps.
        ScratchFile.remove()
        precondition(index.count == written, "residents got lost in writing")
        IndexQuestions.askAll(index)
        IndexQuestions.ask(index)
    } catch PopulationIndexError.noResidents, PopulationIndexError.missingColumn {
        return 0
    } catch {
        fatalError("CHECK FAILED: \(error)")
    }
    return 0
}
