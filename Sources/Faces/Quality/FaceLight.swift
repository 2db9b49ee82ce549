// SPDX-License-Identifier: Apache-2.0

/// Light and sharpness of a cut-out, over the part that is face whatever the hair: 64 x 72 pixels around the middle.
struct FaceLight {
    let mean: Double
    let spread: Double
    let clipped: Double
    let sharpness: Double

    init(_ face: AlignedFace) {
        let side = AlignedFace.side
        let (columns, rows) = (24..<88, 34..<106)
        func light(_ x: Int, _ y: Int) -> Double {
            let place = (y * side + x) * 3
            let rgb = face.picture.rgb
            // Rec. 601 luma.
            return (0.299 * Double(rgb[place]) + 0.587 * Double(rgb[place + 1]) + 0.114 * Double(rgb[place + 2])) / 255
        }
        var (sum, squares, curve, ends) = (0.0, 0.0, 0.0, 0)
        for y in rows {
            for x in columns {
                let here = light(x, y)
                sum += here
                squares += here * here
                let second = light(x - 1, y) + light(x + 1, y) + light(x, y - 1) + light(x, y + 1) - 4 * here
                curve += second * second
                if here < 0.03 || here > 0.97 { ends += 1 }
            }
        }
        let count = Double(columns.count * rows.count)
        mean = sum / count
        spread = max(0, squares / count - mean * mean).squareRoot()
        clipped = Double(ends) / count
        sharpness = spread > 0.004 ? (curve / count).squareRoot() / spread : 0
    }
}
