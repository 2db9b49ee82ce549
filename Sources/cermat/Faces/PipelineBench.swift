// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation
internal import Glibc

/// Detecting, aligning and describing the faces of some pictures, by one thread.
struct PipelineBench {
    struct Figures: Encodable {
        let pictures: Int
        let faces: Int
        let threads: Int
        let facesPerProcessorSecond: Double
        let facesPerSecond: Double
        let millisecondsMedian: Double
    }

    /// Times the pictures after one that warms up; processor time is what a busy machine leaves true.
    static func run(_ paths: [String], models: FaceModels, threads: Int) throws -> Figures {
        let engine = try FaceEngine(models, threads: threads)
        let pictures = try paths.map { path in
            let bytes = try InputFile(path).bytes
            do { return try PictureReader().read(bytes) } catch { throw CommandFailure.exit("\(path): \(error)") }
        }
        if let first = pictures.first { _ = try engine.faces(in: first) }
        let clock = ContinuousClock()
        var (faces, times): (Int, [Double]) = (0, [])
        let processor = Self.processorSeconds
        for picture in pictures {
            let begun = clock.now
            for face in try engine.faces(in: picture) {
                _ = try engine.embedding(of: face.aligned, mirrored: false)
                faces += 1
            }
            let spent = begun.duration(to: clock.now).components
            times.append(Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
        }
        return Figures(
            pictures: pictures.count, faces: faces, threads: threads,
            facesPerProcessorSecond: Double(faces) / max(1e-9, Self.processorSeconds - processor),
            facesPerSecond: Double(faces) / max(1e-9, times.reduce(0, +)),
            millisecondsMedian: Percentile.value(times, 0.5) * 1000)
    }

    private static var processorSeconds: Double {
        // POSIX counts processor time in millionths of a second.
        Double(clock()) / 1_000_000
    }
}
