// SPDX-License-Identifier: Apache-2.0

/// Turns aligned faces into embeddings. A class because it keeps a compiled network; used by one thread at a time.
final class FaceEmbedder {
    private let network: FaceNetwork
    private let manifest: ModelManifest

    init(_ models: FaceModels, threads: Int) throws(FaceEngineError) {
        manifest = models.embedder
        network = try models.runtime.compile(
            models.embedderBytes, width: manifest.input.width, height: manifest.input.height, threads: threads)
    }

    func embed(_ face: AlignedFace) throws(FaceEngineError) -> FaceEmbedding {
        let (side, input) = (AlignedFace.side, manifest.input)
        try network.infer { face.picture.fill($0, width: side, height: side, side, side, input) }
        let raw = try network.output(manifest.output ?? "", count: FaceTemplate.dimension)
        guard let embedding = FaceEmbedding(normalising: raw) else {
            throw .runtimeFailed(reason: "the embedder gave no numbers")
        }
        return embedding
    }
}
