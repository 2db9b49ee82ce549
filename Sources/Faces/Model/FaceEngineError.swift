// SPDX-License-Identifier: Apache-2.0

/// Why faces cannot be found or compared on this machine.
public enum FaceEngineError: Error, Hashable, Sendable {
    /// The folder of the engine has no runtime, or none that opens.
    case runtimeMissing(path: String, reason: String)
    /// A model or its manifest is not there.
    case modelMissing(path: String)
    /// A manifest that cannot be used; the reason says which field.
    case badManifest(path: String, reason: String)
    /// A model file is not the one that its manifest names.
    case modelChanged(path: String, expected: String, found: String)
    /// The bytes of a model are no ONNX graph, or use what is not understood.
    case badModel(reason: String)
    /// The runtime refused a model or failed on it.
    case runtimeFailed(reason: String)

    /// Every value of ``code``.
    public static let everyCode = [
        FaceEngineError.runtimeMissing(path: "", reason: ""), .modelMissing(path: ""),
        .badManifest(path: "", reason: ""),
        .modelChanged(path: "", expected: "", found: ""), .badModel(reason: ""), .runtimeFailed(reason: ""),
    ].map(\.code)

    /// A short name for metrics and tables.
    public var code: String {
        switch self {
        case .runtimeMissing: "runtime-missing"
        case .modelMissing: "model-missing"
        case .badManifest: "bad-manifest"
        case .modelChanged: "model-changed"
        case .badModel: "bad-model"
        case .runtimeFailed: "runtime-failed"
        }
    }
}

extension FaceEngineError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .runtimeMissing(let path, let reason):
            "the face engine is not set up (\(path): \(reason)); run `scripts/setup.sh faces`, or `face-engine.sh` of the package; all else works without it"
        case .modelMissing(let path):
            "the face engine has no model \(path); run `scripts/setup.sh faces`, or `face-engine.sh` of the package; all else works without it"
        case .badManifest(let path, let reason): "the model manifest \(path) cannot be used: \(reason)"
        case .modelChanged(let path, let expected, let found):
            "the model \(path) has SHA-256 \(found), its manifest says \(expected); fetch it again or correct the manifest"
        case .badModel(let reason): "the model cannot be read: \(reason)"
        case .runtimeFailed(let reason): "the face runtime failed: \(reason)"
        }
    }
}
