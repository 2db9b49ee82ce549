// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Faces
internal import Foundation
internal import RegistrySimulator

/// Photographs of invented residents for the simulated registry, by number; each is read when it is asked for.
struct PhotographAlbum {
    private let files: [NIK: String]

    /// Reads the list; rows without a number are of foreigners, whom the registry does not have.
    init(_ list: String) throws {
        var files: [NIK: String] = [:]
        for row in try FaceInputs.rows(of: list, columns: ["PICTURE", "NIK"]) {
            guard let nik = row["NIK"].flatMap({ try? NIK(parsing: $0) }), let picture = row["PICTURE"] else {
                continue
            }
            files[nik] = FaceInputs.path(picture, of: list)
        }
        self.files = files
    }

    /// As the simulator takes them; without a face engine it compares none.
    func simulated(engine: FaceEngineOption) -> SimulatedPhotographs {
        let files = files
        let photograph: @Sendable (NIK) -> [UInt8]? = { nik in
            guard let path = files[nik], let data = FileManager.default.contents(atPath: path) else { return nil }
            return Array(data)
        }
        guard let models = try? engine.open() else {
            CommandFailure.say("no face engine: the simulated registry compares no faces")
            return SimulatedPhotographs(photograph: photograph)
        }
        let judge = FaceJudge(models)
        return SimulatedPhotographs(photograph: photograph) { sent, kept in await judge.percent(sent, kept) }
    }
}

/// What the simulated registry says of two pictures. An actor because an engine works for one task at a time.
private actor FaceJudge {
    private let models: FaceModels
    private var engine: FaceEngine?

    /// The similarity at which two pictures count as of one person, and the percentage that stands for it. Invented people are
    /// more alike than people are, so this is what was measured of invented ones (Tables/faces/calibration-invented.json: four
    /// false matches of 64,260 at 0.835); it says nothing of the real registry's measure.
    private static let (similarity, percent) = (0.835, 80.0)

    init(_ models: FaceModels) { self.models = models }

    /// Percent by a measure of its own; nil where the sent picture shows no face.
    func percent(_ sent: [UInt8], _ kept: [UInt8]) -> Double? {
        guard let seen = embedding(sent) else { return nil }
        guard let own = embedding(kept) else { return 0 }
        let alike = max(0, seen.similarity(to: own))
        return alike < Self.similarity
            ? alike / Self.similarity * Self.percent
            : Self.percent + (alike - Self.similarity) / (1 - Self.similarity) * (100 - Self.percent)
    }

    private func embedding(_ bytes: [UInt8]) -> FaceEmbedding? {
        guard let engine = try? loaded(), let picture = try? PictureReader().read(bytes),
            let face = try? engine.faces(in: picture).central(in: picture)
        else { return nil }
        return try? engine.embedding(of: face, in: picture)
    }

    private func loaded() throws -> FaceEngine {
        if let engine { return engine }
        let loaded = try FaceEngine(models)
        engine = loaded
        return loaded
    }
}
