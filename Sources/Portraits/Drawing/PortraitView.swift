// SPDX-License-Identifier: Apache-2.0

/// How a head stands before the camera.
public struct PortraitView: Hashable, Sendable {
    /// Degrees, each within -40...40: turned to the person's left, nodding down, leaning to the person's left.
    public var turn: Float
    public var nod: Float
    public var lean: Float
    /// Decimetres from the camera to the head.
    public var distance: Float
    /// How many decimetres the picture is high at the head's distance.
    public var height: Float
    /// Where the middle of the eyes is in the picture, as shares of its width and height from the top left.
    public var eyesAcross: Float
    public var eyesDown: Float

    public init(
        turn: Float = 0, nod: Float = 0, lean: Float = 0, distance: Float = 14, height: Float = 4.1,
        eyesAcross: Float = 0.5, eyesDown: Float = 0.42
    ) {
        self.turn = turn
        self.nod = nod
        self.lean = lean
        self.distance = distance
        self.height = height
        self.eyesAcross = eyesAcross
        self.eyesDown = eyesDown
    }
}
