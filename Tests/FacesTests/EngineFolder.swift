// SPDX-License-Identifier: Apache-2.0

import Faces
import Foundation

/// Where `scripts/setup.sh faces` put the engine of this working copy; tests that need it are skipped without it.
enum EngineFolder {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".cermat/faces").path
    static let isSetUp = FileManager.default.fileExists(atPath: path + "/stamp")
    /// Loaded once for all tests: unfolding ten million weights takes a debug build some seconds.
    static let models = Result { () throws(FaceEngineError) in try FaceModels(folder: path) }
    static let reason = "the face engine is not set up here: run scripts/setup.sh faces"
}
