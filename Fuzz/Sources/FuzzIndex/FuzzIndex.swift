// SPDX-License-Identifier: Apache-2.0

import FuzzPeople
import Identity

/// An index file that somebody changed: it is refused, or it answers something that is possible.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIndex(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let patched = FilePatches(sample, Array(UnsafeBufferPointer(start: data, count: count)))
    ScratchFile.write(patched.file)
    let opened = [true, false].compactMap { try? PopulationIndex(path: ScratchFile.path, isVerifying: $0) }
    // Mapped files stay; nothing is left behind when an answer traps.
    ScratchFile.remove()
    for index in opened { IndexQuestions.ask(index) }
    return 0
}

private let sample: [UInt8] = {
    let file = SampleRegistry.file
    var sealed = file
    FileSeal.seal(&sealed)
    precondition(sealed == file, "the format of the index changed: change FileSeal with it")
    return file
}()
