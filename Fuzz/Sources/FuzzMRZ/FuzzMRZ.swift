// SPDX-License-Identifier: Apache-2.0

import FuzzChecks

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMRZ(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    MessageChecks.check(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}
