// SPDX-License-Identifier: Apache-2.0

import FuzzPeople
import Identity

/// A travellers table: each traveller is in one booking, and each of a small one has an answer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTravellers(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let index, let table = try? TravellerTable(UnsafeBufferPointer(start: data, count: count)) else { return 0 }
    precondition(table.ids.count == table.claims.count, "a traveller without a claim")
    precondition(table.parties.joined().sorted() == Array(table.ids.indices), "a traveller in no booking or in two")
    var left = 64
    for party in table.parties where left > 0 {
        let claims = party.prefix(left).map { table.claims[$0] }
        left -= claims.count
        IndexQuestions.check([claims], in: index)
    }
    return 0
}

private let index: PopulationIndex? = {
    ScratchFile.write(SampleRegistry.file)
    defer { ScratchFile.remove() }
    return try? PopulationIndex(path: ScratchFile.path)
}()
