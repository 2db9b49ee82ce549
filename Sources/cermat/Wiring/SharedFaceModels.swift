// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Synchronization

/// The models of one folder, read and unfolded once for stations and counters together, when the first of them asks.
final class SharedFaceModels: Sendable {
    let folder: String
    private let held = Mutex<FaceModels?>(nil)

    init(folder: String) { self.folder = folder }

    func models() throws(FaceEngineError) -> FaceModels {
        try held.withLock { held throws(FaceEngineError) in
            if let held { return held }
            let models = try FaceModels(folder: folder)
            held = models
            return models
        }
    }
}
