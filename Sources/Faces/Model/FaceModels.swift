// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Foundation

/// The models of the engine, read from a folder, checked by hash, their weights unfolded; shared by all engines.
public struct FaceModels: Sendable {
    public let detector: ModelManifest
    public let embedder: ModelManifest
    let detectorBytes: [UInt8]
    let embedderBytes: [UInt8]
    let runtime: FaceRuntime

    /// Opens the runtime and reads `models/detector.json` and `models/embedder.json` and the files that they name.
    public init(folder: String) throws(FaceEngineError) {
        runtime = try FaceRuntime(folder: folder)
        (detector, detectorBytes) = try FaceModels.model(folder + "/models", .detector)
        (embedder, embedderBytes) = try FaceModels.model(folder + "/models", .embedder)
    }

    /// Names the pair of models: templates and thresholds of one identity mean nothing to another.
    public var identity: String { "\(detector.sha256.prefix(12))-\(embedder.sha256.prefix(12))" }

    /// The identity of the models of a folder, from their manifests alone.
    public static func identity(ofFolder folder: String) throws(FaceEngineError) -> String {
        let detector = try manifest(folder + "/models", .detector)
        let embedder = try manifest(folder + "/models", .embedder)
        return "\(detector.sha256.prefix(12))-\(embedder.sha256.prefix(12))"
    }

    private static func manifest(
        _ folder: String, _ role: ModelManifest.Role
    ) throws(FaceEngineError) -> ModelManifest {
        let path = "\(folder)/\(role.rawValue).json"
        guard let text = FileManager.default.contents(atPath: path) else { throw .modelMissing(path: path) }
        let manifest = try ModelManifest(bytes: Array(text), path: path)
        guard manifest.role == role else { throw .badManifest(path: path, reason: "its role is not \(role.rawValue)") }
        return manifest
    }

    private static func model(
        _ folder: String, _ role: ModelManifest.Role
    ) throws(FaceEngineError) -> (ModelManifest, [UInt8]) {
        let manifest = try manifest(folder, role)
        let file = "\(folder)/\(manifest.file)"
        guard let bytes = FileManager.default.contents(atPath: file) else { throw .modelMissing(path: file) }
        let found = SHA256.hash(data: bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        guard found == manifest.sha256 else {
            throw .modelChanged(path: file, expected: manifest.sha256, found: found)
        }
        return (manifest, try WeightUnfolding.unfold(Array(bytes)))
    }
}
