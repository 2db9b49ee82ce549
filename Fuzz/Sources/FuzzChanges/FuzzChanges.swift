// SPDX-License-Identifier: Apache-2.0

import Foundation
import FuzzPeople
import Identity

/// A table of daily changes: taken into the file beside an index, again, and folded in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzChanges(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    ScratchFile.write(SampleRegistry.file)
    ScratchFile.write(SampleRegistry.details, beside: ".details")
    defer { ScratchFile.remove() }
    let table = UnsafeBufferPointer(start: data, count: count)
    let changes = PopulationChanges(path: ScratchFile.path)
    do {
        let report = try changes.add(table)
        let lines = table.count { $0 == 0x0A } + 1
        require(report.taken + report.known + report.skipped.count <= lines, "more changes than lines")
        require(report.skipped.allSatisfy { (2...lines).contains($0.line) }, "a line that is none")
        require(report.known == 0, "a change was known before there were any")
        let bytes = ScratchFile.read(".changes")
        let again = try changes.add(table)
        require(again.known == report.taken, "a change is taken twice, or lost")
        require(ScratchFile.read(".changes") == bytes, "the same changes give another file")
        let index = try PopulationIndex(path: ScratchFile.path)
        require(index.residentCount == report.residents, "residents got lost")
        let residents = people(index)
        IndexQuestions.ask(index)
        _ = try changes.compact(to: ScratchFile.path, temporaryFolder: ScratchFile.folder)
        let folded = try PopulationIndex(path: ScratchFile.path, isVerifying: true)
        require(people(folded) == residents, "folding changes residents")
    } catch PopulationIndexError.noResidents, PopulationIndexError.missingColumn {
        return 0
    } catch {
        fatalError("CHECK FAILED: \(error)")
    }
    return 0
}

/// All residents and their details.
private func people(_ index: PopulationIndex) -> Set<String> {
    let details: PopulationDetails?
    do { details = try PopulationDetails(beside: ScratchFile.path, of: index) } catch {
        fatalError("CHECK FAILED: \(error)")
    }
    require(details != nil, "the details are lost")
    var people = Set<String>()
    for row in 0..<index.count {
        guard let resident = index.resident(row: row) else { continue }
        do {
            let known = try details?.details(of: resident.nik)
            people.insert("\(resident) \(known.map { "\($0)" } ?? "")")
        } catch { fatalError("CHECK FAILED: \(error)") }
    }
    return people
}

private func require(_ holds: Bool, _ text: @autoclosure () -> String) {
    if !holds { fatalError("CHECK FAILED: \(text())") }
}
