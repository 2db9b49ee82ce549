// SPDX-License-Identifier: Apache-2.0

import FuzzPeople
import Identity

/// A file of details that somebody changed: it is refused, or what it says is within the limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDetails(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let patched = FilePatches(SampleRegistry.details, Array(UnsafeBufferPointer(start: data, count: count)))
    ScratchFile.write(patched.file, beside: ".details")
    defer { ScratchFile.remove() }
    for isVerifying in [true, false] {
        guard let details = try? PopulationDetails(beside: ScratchFile.path, of: index, isVerifying: isVerifying)
        else { continue }
        for row in 0..<index.count {
            guard let resident = index.resident(row: row), let known = try? details.details(of: resident.nik) else {
                continue
            }
            // Bytes that are no UTF-8 take three each when they are shown.
            for text in [known.motherName, known.address, known.neighbourhood, known.community, known.village] {
                guard text.utf8.count <= 3 * 4096 else { fatalError("CHECK FAILED: a text longer than any") }
            }
        }
    }
    return 0
}

/// The index that the details belong to, as it lies in memory: only its version and its rows are asked.
private let index: PopulationIndex = {
    var sealed = SampleRegistry.details
    FileSeal.seal(&sealed)
    precondition(sealed == SampleRegistry.details, "the format of the details changed: change FileSeal with it")
    ScratchFile.write(SampleRegistry.file)
    defer { ScratchFile.remove() }
    do { return try PopulationIndex(path: ScratchFile.path) } catch {
        fatalError("the sample cannot be read: \(error)")
    }
}()
