// SPDX-License-Identifier: Apache-2.0

import Edifact
import FuzzChecks

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEdifact(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let readings = SegmentScanner.Level.allCases.map { reading(bytes, $0) }
    precondition(readings.allSatisfy { $0 == readings[0] }, "the scanner's levels differ")
    MessageChecks.check(bytes)
    return 0
}

/// Every segment's place and tag and every value's length and first byte, as one level of the scanner sees them.
private func reading(_ bytes: [UInt8], _ level: SegmentScanner.Level) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
        var scanner = SegmentScanner(buffer, level: level)
        var numbers: [Int] = []
        while scanner.next() {
            numbers += [scanner.start, scanner.end, Int(scanner.tag)]
            for element in 0..<scanner.elementCount {
                for component in 1...max(1, scanner.componentCount(element)) {
                    let value = scanner.value(element, component)
                    numbers += [value.count, Int(value[0])]
                }
            }
        }
        return numbers
    }
}
