// SPDX-License-Identifier: Apache-2.0

/// Sets how many elements an array says it has, so that elements may be moved in and out at its end in one go, without
/// being destroyed, copied or counted one by one.
///
/// The length stands two words before the first element (stdlib/public/core/ArrayBody.swift), fixed by the binary
/// interface of 64-bit platforms. It is tried out once; where it does not hold, ``isKnown`` is false and arrays are
/// changed through their own functions.
enum ArrayLength {
    static let isKnown: Bool = {
        #if arch(x86_64) || arch(arm64)
            var trial: [Int] = []
            trial.reserveCapacity(8)
            for value in 0..<5 { trial.append(value) }
            let isThere = trial.withUnsafeMutableBufferPointer { elements in
                elements.baseAddress.map { place($0).pointee == 5 } ?? false
            }
            guard isThere else { return false }
            trial.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { place(base).pointee = 3 } }
            guard trial == [0, 1, 2] else { return false }
            trial.append(7)
            return trial == [0, 1, 2, 7]
        #else
            return false
        #endif
    }()

    /// Where the length of the array stands whose elements begin at `base`.
    @inline(__always)
    private static func place<Element>(_ base: UnsafeMutablePointer<Element>) -> UnsafeMutablePointer<Int> {
        UnsafeMutableRawPointer(base).advanced(by: -16).assumingMemoryBound(to: Int.self)
    }

    /// Sets the length of an array, held by nobody else, whose elements begin at `base`: the elements up to there are
    /// initialised, and those beyond belong to the caller.
    @inline(__always)
    static func set<Element>(_ base: UnsafeMutablePointer<Element>, to length: Int) {
        place(base).pointee = length
    }
}
