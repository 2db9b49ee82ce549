// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Faces

@Suite struct FaceEngineTests {
    private func manifest(_ change: (inout [String: Any]) -> Void = { _ in }) throws -> [UInt8] {
        var values: [String: Any] = [
            "role": "embedder", "name": "n", "file": "m.onnx", "sha256": String(repeating: "a", count: 64),
            "licence": "l", "source": "s", "trainedOn": "t", "output": "fc1", "dimension": 128,
            "input": ["width": 112, "height": 112, "channels": "RGB", "mean": 0, "scale": 1] as [String: Any],
        ]
        change(&values)
        return Array(try JSONSerialization.data(withJSONObject: values))
    }

    @Test func `without the runtime the error says what to run`() {
        let error = #expect(throws: FaceEngineError.self) { try FaceModels(folder: "/nowhere") }
        #expect(error?.code == "runtime-missing")
        #expect(error.map { "\($0)".contains("scripts/setup.sh faces") } == true)
    }

    @Test func `a manifest is checked`() throws {
        #expect(try ModelManifest(bytes: manifest(), path: "p").dimension == 128)
        for change: (inout [String: Any]) -> Void in [
            { $0["file"] = "../m.onnx" }, { $0["sha256"] = "abc" }, { $0["dimension"] = 512 }, { $0["output"] = nil },
            { $0["input"] = ["width": 96, "height": 112, "channels": "RGB", "mean": 0, "scale": 1] as [String: Any] },
            { $0["role"] = "detector" },
        ] {
            let bytes = try manifest(change)
            #expect(throws: FaceEngineError.self) { try ModelManifest(bytes: bytes, path: "p") }
        }
        #expect(throws: FaceEngineError.self) { try ModelManifest(bytes: [123], path: "p") }
    }

    @Test(.enabled(if: EngineFolder.isSetUp, "\(EngineFolder.reason)"))
    func `the models load unfolded and find no face in a pattern`() throws {
        let models = try FaceModels(folder: EngineFolder.path)
        #expect(models.identity == "49f000ec501f-fb143eea0783")
        #expect(String(decoding: models.embedderBytes, as: UTF8.self).contains("DequantizeLinear") == false)
        let engine = try FaceEngine(models)
        for (width, height) in [(250, 250), (31, 700), (1, 1), (1600, 900)] {
            #expect(try engine.faces(in: InventedPicture.pattern(width: width, height: height)).isEmpty)
        }
    }

    @Test(.enabled(if: EngineFolder.isSetUp, "\(EngineFolder.reason)"))
    func `embeddings are of length one, the same each time, and a mirror image gives the same mean`() throws {
        let engine = try FaceEngine(try FaceModels(folder: EngineFolder.path))
        let face = AlignedFace(picture: InventedPicture.pattern(width: 112, height: 112))
        let mirror = AlignedFace(picture: face.picture.mirrored)
        let plain = try engine.embedding(of: face, mirrored: false)
        #expect(abs(plain.similarity(to: plain) - 1) < 1e-5)
        let again = try engine.embedding(of: face, mirrored: false)
        #expect(again == plain)
        let one = try engine.embedding(of: face, mirrored: true)
        let other = try engine.embedding(of: mirror, mirrored: true)
        #expect(one.similarity(to: other) > 0.99999)
        let reflected = try engine.embedding(of: mirror, mirrored: false)
        #expect(plain.similarity(to: reflected) < 0.999)
    }

    @Test(.enabled(if: EngineFolder.isSetUp, "\(EngineFolder.reason)"))
    func `a model that is not the one of its manifest is refused`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("faces-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("models"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/runtime", withDestinationPath: EngineFolder.path + "/runtime")
        for name in ["detector.json", "embedder.json"] {
            try FileManager.default.copyItem(
                atPath: "\(EngineFolder.path)/models/\(name)", toPath: "\(folder.path)/models/\(name)")
        }
        let error = #expect(throws: FaceEngineError.self) { try FaceModels(folder: folder.path) }
        #expect(error?.code == "model-missing")
        try Data("changed".utf8).write(
            to: folder.appendingPathComponent("models/face_detection_yunet_2023mar_int8bq.onnx"))
        let changed = #expect(throws: FaceEngineError.self) { try FaceModels(folder: folder.path) }
        #expect(changed?.code == "model-changed")
    }
}
