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
        let models = try EngineFolder.models.get()
        #expect(models.identity == "49f000ec501f-fb143eea0783")
        #expect(String(decoding: models.embedderBytes, as: UTF8.self).contains("DequantizeLinear") == false)
        let engine = try FaceEngine(models)
        for (width, height) in [(250, 250), (31, 700), (1, 1), (900, 500)] {
            #expect(try engine.faces(in: InventedPicture.pattern(width: width, height: height)).isEmpty)
        }
    }

    @Test(.enabled(if: EngineFolder.isSetUp, "\(EngineFolder.reason)"))
    func `embeddings are of length one, the same each time, and a mirror image gives the same mean`() throws {
        let engine = try FaceEngine(try EngineFolder.models.get())
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

    @Test(.enabled(if: EngineFolder.isSetUp, "\(EngineFolder.reason)"))
    func `a careful embedding is the mean of four cuts, around the points as they are when nothing else is seen`()
        throws
    {
        let engine = try FaceEngine(try EngineFolder.models.get())
        let picture = InventedPicture.pattern(width: 300, height: 280)
        let points = AlignedFace.places.map { FacePoint(x: $0.x * 1.3 + 60, y: $0.y * 1.3 + 50) }
        let face = DetectedFace(
            left: 80, top: 70, width: 100, height: 120, score: 0.9, leftEye: points[0], rightEye: points[1],
            nose: points[2], leftMouth: points[3], rightMouth: points[4])
        let pyramid = PicturePyramid(picture)
        let aligned = try #require(AlignedFace(face, in: pyramid))
        let quality = FaceQuality(face, aligned, width: picture.width, height: picture.height)
        let careful = try engine.embedding(of: FoundFace(face: face, aligned: aligned, quality: quality), in: picture)
        let cuts = try [0.92, 1, 1.09, 1.2].map { scale in
            let cut = try #require(AlignedFace(face.points(scaled: scale), in: pyramid))
            return try engine.embedding(of: cut, mirrored: true)
        }
        let mean = try #require(FaceEmbedding(mean: cuts))
        #expect(careful.similarity(to: mean) > 0.99999)
        #expect(careful.similarity(to: cuts[1]) < 0.99999)
    }
}
