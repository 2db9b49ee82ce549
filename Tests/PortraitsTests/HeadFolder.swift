// SPDX-License-Identifier: Apache-2.0

import Faces
import Foundation
import Portraits

/// What `scripts/setup.sh heads` and `faces` put into this working copy; tests that need it are skipped without it.
enum HeadFolder {
    private static let home = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".cermat").path
    static let path = home + "/heads"
    static let engine = home + "/faces"
    static let isSetUp = FileManager.default.fileExists(atPath: path + "/stamp")
    static let hasEngine = isSetUp && FileManager.default.fileExists(atPath: engine + "/stamp")
    static let shapes = Result { () throws(HeadShapesError) in try HeadShapes(folder: path) }
}

/// SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
