// SPDX-License-Identifier: Apache-2.0

/// Finds faces with a detector of the YuNet family (Wu, Peng, Yu 2023): boxes and five points at steps of 8, 16, 32 pixels.
///
/// A class because it keeps compiled networks; used by one thread at a time.
final class FaceDetector {
    /// The most faces of one picture.
    static let maximumFaces = 256
    /// Long sides at which a large picture is looked at: small faces in the first, those that fill it in the last.
    private static let longSides = [1280, 320]
    /// A picture up to this size is looked at once, as it is.
    private static let singleLongSide = 400
    /// Compiled sizes that are kept.
    private static let keptNetworks = 8
    /// Two boxes that share more of their area are one face.
    private static let sameFace = 0.3

    private struct Size: Hashable {
        let width: Int
        let height: Int
    }

    private let models: FaceModels
    private let threads: Int
    private var networks: [(size: Size, network: FaceNetwork)] = []

    init(_ models: FaceModels, threads: Int) {
        self.models = models
        self.threads = threads
    }

    /// Every face, the surest first.
    func detect(in pyramid: PicturePyramid) throws(FaceEngineError) -> [DetectedFace] {
        let whole = pyramid.levels[0]
        let sides =
            whole.longSide <= FaceDetector.singleLongSide
            ? [whole.longSide] : FaceDetector.longSides.map { min($0, whole.longSide) }
        var found: [DetectedFace] = []
        for side in sides { found += try detect(in: pyramid, scale: Double(side) / Double(whole.longSide)) }
        return FaceDetector.withoutRepeats(found)
    }

    private func detect(in pyramid: PicturePyramid, scale: Double) throws(FaceEngineError) -> [DetectedFace] {
        let whole = pyramid.levels[0]
        let width = max(1, Int((Double(whole.width) * scale).rounded()))
        let height = max(1, Int((Double(whole.height) * scale).rounded()))
        let size = Size(width: (width + 31) / 32 * 32, height: (height + 31) / 32 * 32)
        let network = try network(size)
        let input = models.detector.input
        let (level, _) = pyramid.level(atLeast: scale)
        try network.infer { level.fill($0, width: width, height: height, size.width, size.height, input) }
        let threshold = Double(models.detector.scoreThreshold ?? 0.6)
        var found: [DetectedFace] = []
        for step in [8, 16, 32] {
            let (columns, rows) = (size.width / step, size.height / step)
            let cells = columns * rows
            let classes = try network.output("cls_\(step)", count: cells)
            let objects = try network.output("obj_\(step)", count: cells)
            let boxes = try network.output("bbox_\(step)", count: cells * 4)
            let points = try network.output("kps_\(step)", count: cells * 10)
            for cell in 0..<cells {
                let score = (Double(min(1, max(0, classes[cell]))) * Double(min(1, max(0, objects[cell])))).squareRoot()
                guard score >= threshold else { continue }
                let unit = Double(step)
                let (column, row) = (Double(cell % columns), Double(cell / columns))
                func point(_ index: Int) -> FacePoint {
                    let place = cell * 10 + index * 2
                    return FacePoint(
                        x: (Double(points[place]) + column) * unit, y: (Double(points[place + 1]) + row) * unit)
                }
                let wide = Double(boxes[cell * 4 + 2].exponential) * unit
                let high = Double(boxes[cell * 4 + 3].exponential) * unit
                let face = DetectedFace(
                    left: (column + Double(boxes[cell * 4])) * unit - wide / 2,
                    top: (row + Double(boxes[cell * 4 + 1])) * unit - high / 2, width: wide, height: high, score: score,
                    leftEye: point(0), rightEye: point(1), nose: point(2), leftMouth: point(3), rightMouth: point(4))
                found.append(
                    face.enlarged(
                        across: Double(whole.width) / Double(width), down: Double(whole.height) / Double(height)))
            }
        }
        return found
    }

    private func network(_ size: Size) throws(FaceEngineError) -> FaceNetwork {
        if let place = networks.firstIndex(where: { $0.size == size }) { return networks[place].network }
        let network = try models.runtime.compile(
            models.detectorBytes, width: size.width, height: size.height, threads: threads)
        if networks.count >= FaceDetector.keptNetworks { networks.removeFirst() }
        networks.append((size, network))
        return network
    }

    /// Of boxes that lie on one another the surest stays.
    private static func withoutRepeats(_ faces: [DetectedFace]) -> [DetectedFace] {
        var kept: [DetectedFace] = []
        let sorted = faces.sorted { ($0.score, $1.left, $1.top) > ($1.score, $0.left, $0.top) }
        for face in sorted.prefix(8192) where kept.count < maximumFaces {
            if kept.allSatisfy({ $0.overlap(face) <= sameFace }) { kept.append(face) }
        }
        return kept
    }
}
