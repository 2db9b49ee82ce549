// SPDX-License-Identifier: Apache-2.0

internal import Faces

/// One number for how well a shot can be compared, to take the best of several; no threshold rests on it but the one below
/// which a shot is not searched with.
enum ShotQuality {
    /// 0...1; near 1 for a large, sharp face that looks into the camera, and 0 where one thing alone spoils it.
    static func of(_ quality: FaceQuality) -> Double {
        rising(quality.eyeDistance, from: 12, to: 60) * rising(quality.sharpness, from: 0.02, to: 0.15)
            * (1 - rising(abs(quality.yaw), from: 10, to: 55)) * (1 - rising(abs(quality.pitch), from: 15, to: 55))
            * (1 - rising(abs(quality.roll), from: 25, to: 60)) * (1 - rising(quality.cropped, from: 0.05, to: 0.3))
            * rising(quality.brightness, from: 0.04, to: 0.2) * (1 - rising(quality.brightness, from: 0.8, to: 0.97))
            * rising(quality.detection, from: 0.4, to: 0.85)
    }

    /// 0 below a range, 1 above it, a line between.
    private static func rising(_ value: Double, from low: Double, to high: Double) -> Double {
        max(0, min(1, (value - low) / (high - low)))
    }
}
