// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Faces
internal import Foundation
internal import SQLiteStore
internal import Safeguards

extension DataFolder {
    /// Beginning and end of the names of calibrations in a data folder, the kind of picture between them.
    private static let calibration = (start: "face-calibration-", end: ".json")

    var destructionRegister: DestructionRegisterFile {
        DestructionRegisterFile(path: path + "/" + DestructionRegisterFile.name)
    }

    /// What was measured of faces, a file for each kind of picture.
    func calibrations() throws -> [Calibration] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        return try names.filter {
            $0.hasPrefix(DataFolder.calibration.start) && $0.hasSuffix(DataFolder.calibration.end)
        }.map { try FaceJSON.calibration(path + "/" + $0) }
    }

    /// The gallery of persons of interest, not yet loaded.
    func gallery(engine: String, workers: Int = 2) throws -> LoadedGallery {
        LoadedGallery(
            faces: store, entries: store, engine: engine, limits: try readPolicy().faces,
            calibrations: try calibrations(), workers: workers)
    }
}

extension DataFolder {
    /// Comparing one holder with their own photograph, by models that are loaded at the first comparison.
    func holderDesk(engine: String, models: SharedFaceModels) throws -> HolderDesk {
        HolderDesk(
            identity: engine, photographs: HolderVerification(store: store), calibrations: try calibrations()
        ) { () throws(FaceEngineError) in try models.models() }
    }
}

extension DataFolder {
    /// What officers do with the gallery of persons of interest.
    ///
    /// - Parameter describer: the face engine; nil where there is none.
    func galleryDesk(describer: (any FaceDescriber)? = nil) throws -> GalleryDesk {
        GalleryDesk(
            faces: store, store: store, tokeniser: vault, register: destructionRegister, describer: describer,
            limit: try readPolicy().faces.galleryLimit)
    }

    /// The desk's own, with models that are loaded at the first picture.
    func galleryDesk(engine: String?, models: SharedFaceModels) throws -> GalleryDesk {
        try galleryDesk(
            describer: engine.map {
                EngineDescriber(engine: $0) { () throws(FaceEngineError) in try models.models() }
            })
    }
}

/// Keeps a gallery in memory as the store changes, and destroys the faces of entries that have ended.
struct GalleryFollower {
    let folder: DataFolder
    let gallery: LoadedGallery

    /// Looks each second for as long as the task lives, and for ended entries each minute; a store that is away for a
    /// while is asked again.
    func run() async throws {
        var round = 0
        while !Task.isCancelled {
            let now = WallClock.nowMilliseconds
            try? await gallery.follow(atMilliseconds: now)
            if round % 60 == 0 {
                // What is destroyed by a clock that went ahead does not come back; whoever has ended is no longer compared.
                if await !isClockDoubtful(now) {
                    _ = try? await folder.store.forgetEndedFaces(
                        register: folder.destructionRegister, atMilliseconds: now)
                }
                await gallery.expire(atMilliseconds: now)
            }
            round += 1
            try await Task.sleep(for: .seconds(1))
        }
    }
    /// As the nightly run asks, also of a clock that went ahead while the machine was off; in doubt it is.
    private func isClockDoubtful(_ now: Int64) async -> Bool {
        do { return try await RetentionRun(folder).clockDoubt(now) != nil } catch { return true }
    }
}
