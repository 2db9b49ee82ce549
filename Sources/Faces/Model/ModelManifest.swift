// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// What a model file is, in `detector.json` or `embedder.json` beside it: an operator puts a licensed model in its place
/// by writing another.
public struct ModelManifest: Hashable, Sendable, Codable {
    /// What the model does.
    public enum Role: String, Hashable, Sendable, Codable {
        /// Finds faces and five points of each; outputs of the YuNet family.
        case detector
        /// Turns an aligned face into numbers.
        case embedder
    }

    /// The order of colours in the input.
    public enum Channels: String, Hashable, Sendable, Codable {
        case rgb = "RGB"
        case bgr = "BGR"
    }

    /// How pixels become numbers: `(value - mean) * scale`.
    public struct Input: Hashable, Sendable, Codable {
        /// Pixels; a detector takes any multiple of 32 instead.
        public var width: Int
        public var height: Int
        public var channels: Channels
        public var mean: Float
        public var scale: Float
    }

    public var role: Role
    /// The name on screens and in calibrations.
    public var name: String
    /// The file beside the manifest.
    public var file: String
    /// SHA-256 of the file, 64 hexadecimal digits.
    public var sha256: String
    public var licence: String
    /// Where the file comes from.
    public var source: String
    /// What the model was trained on, for the model card.
    public var trainedOn: String
    public var input: Input
    /// An embedder's output and its length.
    public var output: String?
    public var dimension: Int?
    /// A detector's least score of a face, 0...1.
    public var scoreThreshold: Float?

    /// Reads and checks a manifest.
    public init(bytes: [UInt8], path: String) throws(FaceEngineError) {
        do { self = try JSONDecoder().decode(ModelManifest.self, from: Data(bytes)) } catch {
            throw .badManifest(path: path, reason: "it is not the JSON of a model manifest")
        }
        if let reason = problem { throw .badManifest(path: path, reason: reason) }
    }

    /// What is wrong with the values; nil when nothing is.
    private var problem: String? {
        if file.isEmpty || file.contains("/") { return "file must be a name in the same folder" }
        if sha256.count != 64 || !sha256.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) {
            return "sha256 must be 64 lower-case hexadecimal digits"
        }
        if !(32...2048).contains(input.width) || !(32...2048).contains(input.height) {
            return "input width and height must be 32 to 2048"
        }
        if !input.mean.isFinite || !input.scale.isFinite || input.scale == 0 {
            return "input mean and scale are numbers"
        }
        switch role {
        case .embedder:
            if output == nil { return "an embedder names its output" }
            if dimension != FaceTemplate.dimension {
                return "an embedder's dimension must be \(FaceTemplate.dimension)"
            }
            if input.width != AlignedFace.side || input.height != AlignedFace.side {
                return "an embedder's input must be \(AlignedFace.side) x \(AlignedFace.side)"
            }
        case .detector:
            if !(0.05...0.99).contains(scoreThreshold ?? 0) {
                return "a detector's scoreThreshold must be 0.05 to 0.99"
            }
        }
        return nil
    }
}
